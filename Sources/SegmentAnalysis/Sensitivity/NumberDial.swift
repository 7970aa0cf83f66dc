import SegmentModel

/// A number made ready to be set: the sampler that knows it, and the settings for its values.
public struct NumberDial: Sendable {
  /// Draws the parameters, the number among them.
  public let sampler: DrawSampler
  private let number: SettableNumber
  /// Where it stands among the parameters, with its central values.
  private let places: [Int]

  init(_ number: SettableNumber, _ loaded: LoadedRun, seed: UInt64) throws {
    self.number = number
    switch number.way {
    case .parameter(let index):
      sampler = try DrawSampler(loaded, seed: seed)
      places = [index]
    case .numbers(let quantity, let positions):
      sampler = try DrawSampler(loaded, seed: seed, freeing: quantity)
      let all = Self.places(of: quantity, sampler)
      places = positions.map { all[$0] }
    case .group(let members):
      sampler = try DrawSampler(loaded, seed: seed)
      places = members
    case .factor(let quantity):
      sampler = try DrawSampler(loaded, seed: seed, freeing: quantity)
      places = Self.places(of: quantity, sampler)
    }
  }

  private static func places(of quantity: String, _ sampler: DrawSampler) -> [Int] {
    guard case .split(let places) = sampler.list.parts[quantity] else {
      preconditionFailure("\(quantity) was freed")
    }
    return places
  }

  /// The setting with a value, all else central; that of a group is a quantile.
  ///
  /// Throws ``AnalysisError`` for a value that makes no sense where the number stands.
  public func setting(_ value: Double) throws -> [Double] {
    var values = sampler.list.central
    switch number.way {
    case .parameter(let index): values = sampler.list.values(index, at: value)
    case .group:
      guard value > 0, value < 1 else {
        throw AnalysisError(
          "\(number.names[0]) is set by a quantile above 0 and below 1, not \(value)")
      }
      values = sampler.list.values(places, asOneAtQuantile: value)
    case .numbers: for place in places { values[place] = value }
    case .factor: for place in places { values[place] *= value }
    }
    try check(values, value)
    return values
  }

  private func check(_ values: [Double], _ value: Double) throws {
    if let quantity = number.quantity {
      try checkNumbers(of: quantity, values, value)
    } else if number.groupSize == nil {
      guard value > 0 else {
        throw AnalysisError("\(number.names[0]) must be above 0, not \(value)")
      }
      return
    }
    let impossible = try sampler.drawn(values: values).impossible
    guard impossible.isEmpty else {
      throw AnalysisError(
        "\(number.names[0]) at \(value) brings \(impossible.joined(separator: ", ")) to more than "
          + "makes sense")
    }
  }

  /// Refuses numbers of a quantity that make no sense where they stand.
  private func checkNumbers(of id: String, _ values: [Double], _ value: Double) throws {
    var wrong: String?
    func look(_ quantity: Quantity) -> Quantity {
      quantity.mapParts { part in
        if part.id == id {
          let drawn = sampler.list.drawn(part, values)
          if let leaf = drawn.values.leaves.first(where: { !part.range.contains($0) }) {
            wrong =
              "\(number.names[0]) at \(value) makes a number of \(leaf) where one from "
              + "\(part.range.lowerBound) to \(part.range.upperBound) makes sense"
          }
        }
        return part
      }
    }
    let loaded = sampler.loaded
    _ = loaded.model.mapQuantities(look)
    for scenario in [loaded.baseline] + loaded.scenarios { _ = scenario.mapQuantities(look) }
    if let wrong { throw AnalysisError(wrong) }
  }
}
