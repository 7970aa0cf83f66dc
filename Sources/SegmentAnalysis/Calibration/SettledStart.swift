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
    let classes = settlement.by.map { Array(model.pathways[$0].segments.indices) }
    // By class (or once), then by share, then by knot.
    let curves = (classes?.map { $0 } ?? [nil]).map { self.curves(class: $0) }
    for (index, share) in settlement.shares.enumerated() {
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
  private func curves(class segment: Int?) -> [[Double]] {
    let all = (0..<cohort.ages).map { cohort.living(age: $0, class: segment) }
    var curves = settlement.shares.map { share in
      AgeCurve(
        knots: knots,
        people: all.indices.map {
          cohort.people(pathway, share.segment, age: $0, class: segment)
        }, all: all
      ).values
    }
    // Fitted and rounded shares must not come to more than the whole.
    for knot in knots.indices {
      let sum = curves.reduce(0) { $0 + $1[knot] }
      guard sum > 0.999 else { continue }
      for index in curves.indices { curves[index][knot] *= min(1, 0.9995 / sum) }
    }
    return curves
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
