import SegmentModel

/// Every number of a run that can be set, by name.
///
/// A number of a file is called by its file and its path in the JSON, as `inputs.csv` has them, joined
/// by a colon; the file also as seen from the place's folder, after the place's id. A number or a
/// table that states evidence of its own goes by the path of that object as well, and an uncertain
/// one by its ``Parameter/id``; a group of numbers that draws move as one is called as a ``MovedInput``.
public struct NumberIndex: Sendable {
  /// All of them, those of files first, groups last.
  public let numbers: [SettableNumber]

  /// The numbers of the run that a sampler draws.
  public init(_ sampler: DrawSampler) {
    let (loaded, parameters) = (sampler.loaded, sampler.parameters)
    let quantities = Self.quantities(loaded)
    let known = Dictionary(
      parameters.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
    var numbers: [SettableNumber] = []
    var taken: Set<Int> = []
    for input in loaded.inputs {
      guard let quantity = quantities[input.quantity] else { continue }
      let place = NumberID.file(of: input.quantity)
      var names = ["\(place):\(input.path)", "\(input.file):\(input.path)"]
      var way = SettableNumber.Way.numbers(of: quantity.id, positions: input.positions)
      let share =
        input.positions.count == 1 ? known["\(quantity.id)#\(input.positions[0] + 1)"] : nil
      if case .constant = quantity.values {
        names = [quantity.id] + names.filter { $0 != quantity.id }
        way = known[quantity.id].map { .parameter($0) } ?? way
      } else if let share {
        names.insert(parameters[share].id, at: 0)
        way = .parameter(share)
      }
      if case .parameter(let index) = way { taken.insert(index) }
      numbers.append(
        SettableNumber(
          names: names, value: input.value, range95: input.range95, range: quantity.range,
          tag: input.tag, way: way, quantity: quantity.id))
    }
    for (index, parameter) in parameters.enumerated() where !taken.contains(index) {
      let id = Self.quantity(of: parameter.id, quantities)
      let quantity = id.flatMap { quantities[$0] }
      numbers.append(
        SettableNumber(
          names: [parameter.id], value: parameter.value, range95: parameter.range95,
          range: quantity?.rangeOfParameter ?? 0...Double.infinity, tag: parameter.tag,
          way: .parameter(index), quantity: id))
    }
    let tables = quantities.values.filter { quantity in
      guard quantity.uncertainty == nil else { return false }
      if case .constant = quantity.values { return false }
      return true
    }
    numbers += tables.sorted { $0.id < $1.id }.map {
      SettableNumber(
        names: [$0.id], value: 1, range95: nil, range: $0.rangeOfFactor, tag: $0.tag,
        way: .factor(on: $0.id), quantity: $0.id)
    }
    numbers += MovedInput.all(sampler.list).filter(\.isGroup).map {
      SettableNumber(
        names: [$0.id], value: nil, range95: 0.025...0.975, range: 0...1, tag: $0.tag,
        way: .group($0.indices), quantity: nil)
    }
    self.numbers = numbers
  }

  /// The numbers that a text names: by a whole name, else by the end of one, from a
  /// slash, a colon or a dot on.
  ///
  /// A space may follow the colon, as where names are printed.
  public func named(_ written: String) -> [SettableNumber] {
    let text = written.split(separator: ": ", maxSplits: 1).joined(separator: ":")
    let exact = numbers.filter { $0.names.contains(text) }
    guard exact.isEmpty else { return exact }
    let ends = ["/", ":", "."].map { $0 + text }
    return numbers.filter { number in
      number.names.contains { name in ends.contains(where: name.hasSuffix) }
    }
  }

  private static func quantities(_ loaded: LoadedRun) -> [String: Quantity] {
    var found: [String: Quantity] = [:]
    func collect(_ quantity: Quantity) -> Quantity {
      quantity.mapParts { part in
        found[part.id] = part.limited(by: quantity)
        return part
      }
    }
    _ = loaded.model.mapQuantities(collect)
    for scenario in [loaded.baseline] + loaded.scenarios { _ = scenario.mapQuantities(collect) }
    return found
  }

  /// The quantity of a parameter, whose id may end in the position of a share.
  private static func quantity(of id: String, _ quantities: [String: Quantity]) -> String? {
    if quantities[id] != nil { return id }
    let whole = String(id.prefix { $0 != "#" })
    return quantities[whole] == nil ? nil : whole
  }
}
