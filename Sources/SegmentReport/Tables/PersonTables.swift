import SegmentAnalysis
import SegmentModel

/// The tidy tables of what befalls single residents: means over replicates, with the standard error
/// of the mean.
public struct PersonTables: Sendable {
  private let comparison: Comparison
  private let people: PersonResults
  /// The options that the numbers hold for.
  private let choices: String
  private let intervals: Intervals

  /// The tables of a run whose residents were followed; `level` is that of intervals.
  public init(_ comparison: Comparison, _ people: PersonResults, choices: String, level: Double) {
    self.comparison = comparison
    self.people = people
    self.choices = choices
    intervals = Intervals(
      level: level, draws: comparison.draws.count, replicates: comparison.replicates.count)
  }

  /// What people in each spend segment cost, by year; nil when the model cannot tell.
  public var spend: CSVTable? {
    guard let segments = comparison.model.comparableSpendSegments?.segments else { return nil }
    var table = CSVTable(
      header: ["scenario", "year", "segment"]
        + ["people", "pounds", "share_of_spend", "lowest_pounds"].flatMap(Self.columns)
        + ["share_of_spend_low", "share_of_spend_high"],
      choices: choices)
    let rows =
      segments.indices.map { (PersonMeasure.Ranked.segment($0), segments[$0].id) }
      + [(.all, "all"), (.outside, "outside")]
    eachYear { scenario, year, label in
      for (who, id) in rows {
        table.append(
          label + [.text(id)] + cells(scenario, .people(who, year: year))
            + cells(scenario, .pounds(who, year: year)) { .pounds($0) }
            + cells(scenario, .shareOfSpend(who, year: year))
            + cells(scenario, .lowestPounds(who, year: year)) { .pounds($0) }
            + range(scenario, .shareOfSpend(who, year: year)))
      }
    }
    return table
  }

  /// People who go from a spend segment of a year to one of the next; nil when the model cannot
  /// tell.
  public var flows: CSVTable? {
    guard let segments = comparison.model.comparableSpendSegments?.segments else { return nil }
    var table = CSVTable(
      header: ["scenario", "year", "from", "to"] + Self.columns("people"), choices: choices)
    let ends =
      segments.indices.map { (PersonMeasure.FlowEnd.segment($0), segments[$0].id) }
      + OutsideSpend.allCases.map { (.outside($0), $0.rawValue) }
    eachYear { scenario, year, label in
      for (from, fromID) in ends {
        for (to, toID) in ends {
          let flow = PersonMeasure.flow(from: from, to: to, year: year)
          guard people.scenarios[scenario][flow] != nil else { continue }
          table.append(label + [.text(fromID), .text(toID)] + cells(scenario, flow))
        }
      }
    }
    return table
  }

  /// How often the headline outcome befalls a resident in a year.
  public var outcomes: CSVTable {
    var table = CSVTable(
      header: ["scenario", "year", "outcome", "times"] + Self.columns("share_of_residents"),
      choices: choices)
    guard let headline = comparison.model.outcomes.first else { return table }
    eachYear { scenario, year, label in
      for times in 0...PersonMeasure.mostTimes {
        table.append(
          label + [
            .text(headline.id), .text(times == PersonMeasure.mostTimes ? "\(times)+" : "\(times)"),
          ]
            + cells(scenario, .shareOfResidents(times: times, year: year)))
      }
    }
    return table
  }

  /// People by how many of each count they hold at the start of a year, and how many of them the
  /// headline outcome befalls in it; nil when the place counts nothing.
  public var counts: CSVTable? {
    let counts = comparison.model.counts
    guard !counts.isEmpty else { return nil }
    var table = CSVTable(
      header: ["scenario", "year", "count", "number"]
        + ["people", "share_with_outcome"].flatMap(Self.columns),
      choices: choices)
    eachYear { scenario, year, label in
      for (index, count) in counts.enumerated() {
        for number in 0...count.segments.count {
          table.append(
            label + [.text(count.id), .text("\(number)")]
              + cells(scenario, .holders(count: index, number: number, year: year))
              + cells(scenario, .shareOfHolders(count: index, number: number, year: year)))
        }
      }
    }
    return table
  }

  private static func columns(_ name: String) -> [String] { ["mean_\(name)", "se_\(name)"] }

  private func eachYear(_ visit: (_ scenario: Int, _ year: Int, _ label: [CSVTable.Cell]) -> Void) {
    for (index, scenario) in comparison.scenarios.enumerated() {
      for year in 0..<comparison.timeline.years {
        visit(index, year, [.text(scenario.id), .text(comparison.timeline.label(ofYear: year))])
      }
    }
  }

  /// Where the mean of one further draw falls.
  private func range(_ scenario: Int, _ measure: PersonMeasure) -> [CSVTable.Cell] {
    let range = people.scenarios[scenario][measure].flatMap(intervals.oneMore)
    return [.number(range?.lowerBound), .number(range?.upperBound)]
  }

  private func cells(
    _ scenario: Int, _ measure: PersonMeasure,
    _ cell: (Double?) -> CSVTable.Cell = { .number($0) }
  ) -> [CSVTable.Cell] {
    let moments = people.scenarios[scenario][measure]
    return [cell(moments?.mean), cell(moments?.standardError)]
  }
}
