import SegmentAnalysis
import SegmentModel

/// What the console says about single residents: the first reported year, scenarios side by side.
public struct PersonTable: Sendable {
  private let comparison: Comparison
  private let people: PersonResults

  /// The table of a run whose residents were followed.
  public init(_ comparison: Comparison, _ people: PersonResults) {
    self.comparison = comparison
    self.people = people
  }

  /// The whole text, each line ended by a line feed.
  public func text(width: Int) -> String {
    var table = TextTable(headers: comparison.scenarios.map(\.name))
    let spend = comparison.model.comparableSpendSegments
    if let spend { append(spend, to: &table) }
    appendOutcomes(to: &table)
    let why = comparison.model.spendSegments == nil ? Self.noSegments : Self.notComparable
    let notes = spend == nil ? [why] : []
    return (table.lines(width: width) + notes.flatMap { [""] + TextWrap.lines($0, width: width) })
      .map { $0 + "\n" }.joined()
  }

  private static let noSegments = "Spend segments: none (the place has no \"spendSegments\")."

  private static let notComparable =
    "Spend segments: not comparable (no cost of a segment or an event is for a service that the "
    + "place's spend segments count)."

  private func append(_ spend: SpendSegments, to table: inout TextTable) {
    let year = comparison.timeline.label(ofYear: 0)
    let services = spend.services.sorted().map { comparison.model.services[$0].name }
    table.appendHeading(
      "Share of spend of people aged \(spend.ages), \(year) (\(services.joined(separator: ", ")))")
    for (index, segment) in spend.segments.enumerated() {
      table.append("  \(label(segment))", percents(.shareOfSpend(.segment(index), year: 0)))
    }
    guard comparison.timeline.years > 1 else { return }
    table.appendHeading("Of these people, in the same segment a year later")
    for (index, segment) in spend.segments.enumerated() {
      table.append("  \(label(segment))", staying(index))
    }
  }

  private func label(_ segment: SpendSegment) -> String {
    guard let share = segment.share else { return "\(segment.name) (the rest)" }
    return "\(segment.name) (\(NumberText.trimmed(share * 100, decimals: 2))% of people)"
  }

  private func appendOutcomes(to table: inout TextTable) {
    guard let headline = comparison.model.outcomes.first else { return }
    let year = comparison.timeline.label(ofYear: 0)
    let name = SmallWords(NameTable.rows(comparison)).within(headline.name)
    table.appendHeading("Residents by number of \(name), \(year)")
    for times in 0...PersonMeasure.mostTimes {
      let words = times == PersonMeasure.mostTimes ? "\(times) or more" : "\(times)"
      table.append("  \(words)", percents(.shareOfResidents(times: times, year: 0)))
    }
  }

  private func percents(_ measure: PersonMeasure) -> [String] {
    people.scenarios.map { percent($0[measure], of: 1) }
  }

  /// The people who are in a segment in both years, as a share of those in the first.
  private func staying(_ index: Int) -> [String] {
    let segment = PersonMeasure.FlowEnd.segment(index)
    return people.scenarios.map { scenario in
      percent(
        scenario[.flow(from: segment, to: segment, year: 0)],
        of: scenario[.people(.segment(index), year: 0)]?.mean ?? 0)
    }
  }

  private func percent(_ moments: Moments?, of whole: Double) -> String {
    guard let moments, whole > 0 else { return ComparisonRows.none }
    let error = moments.standardError.map { $0 / whole * 100 }
    let rounding = Rounding(standardError: error, otherwise: -1).atLeast(-2)
    return rounding.text(moments.mean / whole * 100) + "%"
  }
}
