import SegmentModel

/// The shares of a start that are the balance of its moves, as text for its file.
struct SettledStart {
  private let model: Model
  private let pathway: Int
  private let settlement: Settlement
  private let cohort: BirthCohort
  private let knots: [Int]

  /// Ages of knots where the file has none.
  private static let usualKnots = Array(stride(from: 0, through: 100, by: 5))

  init(_ model: Model, pathway: Int, settlement: Settlement, cohort: BirthCohort) {
    self.model = model
    self.pathway = pathway
    self.settlement = settlement
    self.cohort = cohort
    knots = Self.knots(settlement)
  }

  /// The ages at which the shares are given.
  static func knots(_ settlement: Settlement) -> [Int] {
    let stated = Set(settlement.shares.flatMap(\.knots)).sorted()
    return stated.isEmpty ? usualKnots : stated
  }

  /// Puts the shares into the files' text.
  func write(into patches: inout TextPatches, files: [InputFile]) {
    let classes: [Int?] =
      settlement.by.map { by in model.pathways[by].segments.indices.map { $0 } } ?? [nil]
    let factors = settlement.shares.map { $0.areas == nil ? [] : areaFactors($0.segment) }
    // By class (or once), then by share, then by knot.
    let curves = classes.map { self.curves(class: $0, factors) }
    for (index, share) in settlement.shares.enumerated() {
      if let areas = share.areas { patches[areas] = byArea(factors[index]) }
      let indent = Self.indent(of: share.table, files)
      guard let by = settlement.by else {
        patches[share.table] = atAge(curves[0][index], indent: indent)
        continue
      }
      let inner = indent + "  "
      let lines = zip(model.pathways[by].segments, curves).map { segment, curves in
        "\(inner)\"\(segment.id)\": \(atAge(curves[index], indent: inner))"
      }
      patches[share.table] =
        "{ \"bySegment\": { \"\(model.pathways[by].id)\": {\n"
        + lines.joined(separator: ",\n") + "\n\(indent)} } }"
    }
  }

  /// The values at the knots of each share, for a class or for all.
  private func curves(class segment: Int?, _ factors: [[Double]]) -> [[Double]] {
    let all = (0..<cohort.ages).map { cohort.living(age: $0, class: segment) }
    var curves = settlement.shares.map { share in
      AgeCurve(
        knots: knots,
        people: all.indices.map {
          cohort.people(pathway, share.segment, age: $0, class: segment)
        }, all: all
      ).values
    }
    // Fitted and rounded shares must not come to more than the whole, in any area.
    for knot in knots.indices {
      let sums = model.population.areas.indices.map { area in
        zip(curves, factors).reduce(0) { sum, share in
          sum + share.0[knot] * (share.1.isEmpty ? 1 : share.1[area])
        }
      }
      guard let sum = sums.max(), sum > 0.999 else { continue }
      for index in curves.indices { curves[index][knot] *= min(1, 0.999 / sum) }
    }
    return curves
  }

  /// How a share in each area compares with the share at the same ages everywhere.
  private func areaFactors(_ segment: Int) -> [Double] {
    let plan = model.population
    var residents = [[Double]](
      repeating: [Double](repeating: 0, count: cohort.ages), count: plan.areas.count)
    for cell in plan.residentsByCell() where cell.attributes.age < cohort.ages {
      residents[cell.attributes.area][cell.attributes.age] += Double(cell.people)
    }
    return plan.areas.indices.map { area in
      var (own, expected) = (0.0, 0.0)
      for age in 0..<cohort.ages {
        let living = cohort.living(age: age, area: area)
        guard living > 0 else { continue }
        own +=
          residents[area][age] * cohort.people(pathway, segment, age: age, area: area) / living
        expected +=
          residents[area][age] * cohort.people(pathway, segment, age: age)
          / cohort.living(age: age)
      }
      return expected > 0 ? own / expected : 1
    }
  }

  private func byArea(_ factors: [Double]) -> String {
    let entries = zip(model.population.areas, factors).map {
      "\"\($0.id)\": \(SolvedText.number($1))"
    }
    return "{ \"byArea\": { \(entries.joined(separator: ", ")) } }"
  }

  // MARK: - Text

  private func atAge(_ values: [Double], indent: String) -> String {
    let entries = zip(knots, values).map { "\"\($0)\": \(SolvedText.number($1))" }
    var lines: [String] = []
    for entry in entries {
      if let last = lines.last, indent.count + last.count + entry.count + 4 <= 110 {
        lines[lines.count - 1] = "\(last), \(entry)"
      } else {
        if !lines.isEmpty { lines[lines.count - 1] += "," }
        lines.append(entry)
      }
    }
    let body = lines.map { "\(indent)  \($0)\n" }.joined()
    return "{ \"atAge\": {\n\(body)\(indent)} }"
  }

  /// The white space that the line of a span starts with.
  private static func indent(of span: TextSpan, _ files: [InputFile]) -> String {
    guard let file = files.first(where: { $0.path == span.file }) else { return "" }
    let before = file.bytes[..<span.bytes.lowerBound]
    let line = before.suffix(while: { $0 != UInt8(ascii: "\n") })
    return String(decoding: line.prefix { $0 == UInt8(ascii: " ") }, as: UTF8.self)
  }
}

extension Collection where Self: BidirectionalCollection {
  /// The longest end of which every element holds a condition.
  fileprivate func suffix(while holds: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, holds(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
