import SegmentAnalysis
import SegmentModel

/// One world of a run: the tables that hold for one option of each of the place's choices.
struct ReportWorld: Sendable {
  /// Which options these are, as the tables say.
  let label: String
  /// The option of each choice, by choice.
  let choices: [String: String]
  let byDeprivation: ReportSummary.ByDeprivation
  let spend: ReportSummary.SpendSegments?
  let draws: ReportSummary.Draws
  /// What a QALY is taken to be worth; none where the folder does not say it.
  let willingnessToPay: [ReportSummary.Price]
  let names: ReportNames
  let samples: ReportSamples
  /// The id of the scenario that others are compared with.
  let baseline: String
  /// The ids of the other scenarios, in order.
  let scenarios: [String]
  /// Scenarios that are others of the run, stopped early.
  let stops: [StoppedScenario]
  /// Those whose interventions all end before the period does.
  private let early: Set<String>
  /// The segments of those who have left the place, and the first month of the run.
  let left: (segments: Set<String>, since: String?)
  /// What `summary.json` says of each scenario.
  let summaries: [ReportSummary.Scenario]
  /// The labels of the reported years, in order.
  let years: [String]
  let replicates: Int
  let intervals: Intervals
  /// Half of a 95% confidence interval of a mean, in standard errors.
  private let confidence: Double
  private let tables: [String: ReportTable]
  /// The rows of each file by scenario, since most questions are about one.
  private let byScenario: [String: [String: [ReportTable.Row]]]

  init(
    _ label: String, index: Int, summary: ReportSummary, tables: [String: ReportTable]
  ) throws(ReportError) {
    self.label = label
    self.tables = tables
    byScenario = tables.filter { $0.value.columns.contains("scenario") }
      .mapValues { Dictionary(grouping: $0.rows) { $0["scenario"] } }
    let world = summary.worlds[index]
    choices = world.choices
    byDeprivation = world.byDeprivation
    spend = summary.spendSegments
    willingnessToPay = summary.willingnessToPay ?? []
    left = (Set(summary.leavingSegments ?? []), summary.simulatedFrom.map(Phrase.month))
    self.draws = world.draws
    replicates = summary.replicatesOfEachDraw
    baseline = summary.baseline
    summaries = world.scenarios
    let scenarios = world.scenarios.map(\.id).filter { $0 != summary.baseline }
    self.scenarios = scenarios
    let ending = CalendarMonth(summary.from).map { $0.ordinal + 12 * summary.years }
    early = Set(
      world.scenarios.filter { scenario in
        scenario.until.flatMap { CalendarMonth($0) }.map { $0.ordinal < ending ?? .max } ?? false
      }.map(\.id))
    stops = world.scenarios.compactMap { scenario in
      guard let ongoing = scenario.stops, let month = scenario.until,
        scenarios.contains(ongoing)
      else { return nil }
      return StoppedScenario(id: scenario.id, ongoing: ongoing, month: Phrase.month(month))
    }
    guard let names = tables["names.csv"], let totals = tables["draws.csv"] else {
      throw ReportError("names.csv", "it has no rows for '\(label)'")
    }
    self.names = ReportNames(names)
    samples = try ReportSamples(totals)
    years = totals.values("year").filter { $0 != "all" }
    guard samples.drawOfSample.count % replicates == 0 else {
      throw ReportError("draws.csv", "it does not have the replicates that summary.json says")
    }
    let draws = samples.drawOfSample.count / replicates
    intervals = Intervals(level: summary.intervalLevel, draws: draws, replicates: replicates)
    confidence = StudentT.half95(
      degreesOfFreedom: DrawMoments.degreesOfFreedomOfError(draws: draws, replicates: replicates))
  }

  /// The rows of a file for this world; none if the folder does not have it.
  func rows(_ file: String, _ wanted: KeyValuePairs<String, String> = [:]) -> [ReportTable.Row] {
    guard let scenario = wanted.first(where: { $0.key == "scenario" })?.value else {
      return ReportTable.rows(tables[file]?.rows ?? [], wanted)
    }
    return ReportTable.rows(byScenario[file]?[scenario] ?? [], wanted)
  }

  /// Whether the folder has a file.
  func has(_ file: String) -> Bool { tables[file] != nil }

  /// Draws, each the mean of its replicates.
  var drawCount: Int { samples.drawOfSample.count / replicates }
  /// Whether uncertain numbers were drawn at all.
  var isDrawn: Bool { draws.made > 0 }

  /// The id of the headline outcome, which is the first; nil where nothing is counted.
  var headline: String? { names.all("outcome").first }

  /// What an outcome is a part of; nil where the place names nothing.
  func whole(_ outcome: String) -> OutcomeWhole? {
    let parts = names.all("whole")
    guard parts.contains(outcome) else { return nil }
    let name = names.of("whole", outcome)
    let same = parts.filter { names.of("whole", $0) == name }
    guard let counts = sum(same, baseline) else { return nil }
    let expected = found(counts)
    return expected.mean > 0 ? OutcomeWhole(name: name, parts: same, expected: expected) : nil
  }

  /// Other outcomes that are parts of the same whole, in file order.
  func besides(_ outcome: String) -> [String] {
    whole(outcome)?.parts.filter { $0 != outcome } ?? []
  }

  /// What is counted as one of an outcome; nil where its name says all.
  func definition(_ outcome: String) -> String? {
    guard names.all("definition").contains(outcome) else { return nil }
    return Phrase.defined(names.of("outcome", outcome), names.of("definition", outcome))
  }

  /// The scenario that is shown first: the middle one, which of three ambitions is what most readers
  /// come for; nil without any.
  var mainScenario: String? { scenarios.isEmpty ? nil : scenarios[(scenarios.count - 1) / 2] }

  /// How a scenario looks in every chart: the one that is shown first has the first style.
  func style(_ id: String) -> SeriesStyle {
    let order = scenarios.filter { $0 == mainScenario } + scenarios.filter { $0 != mainScenario }
    return order.firstIndex(of: id).map(SeriesStyle.init) ?? .baseline
  }

  func scenarioName(_ id: String) -> String { names.of("scenario", id) }
  /// The options that differ from the defaults, by name.
  var reading: String {
    let options = label.split(separator: " ").map { names.of("option", String($0)) }
    return label == "default" ? "Every choice at its default" : options.joined(separator: "; ")
  }

  /// Whether all that a scenario does ends before the period does.
  func endsEarly(_ id: String) -> Bool { early.contains(id) }

  /// A scenario's name as it stands in a sentence.
  func quoted(_ id: String) -> String { "“\(scenarioName(id))”" }
  var baselineName: String { scenarioName(baseline) }

  /// At what rates money is held against health, the undiscounted first.
  var valueRates: [DiscountRate] { summaries.first?.byDiscountRate.map(\.rate) ?? [] }

  // MARK: - Numbers

  /// What draws say of a total of a scenario.
  func level(_ column: String, _ scenario: String, year: String = "all") -> Found? {
    samples.of(column, scenario: scenario, year: year).map(found)
  }

  /// Baseline minus scenario, sample by sample under the same luck.
  func avoided(_ column: String, _ scenario: String, year: String = "all") -> Found? {
    avoidedValues(column, scenario, year: year).map(found)
  }

  func avoidedValues(_ column: String, _ scenario: String, year: String = "all") -> [Double]? {
    avoidedValues([column], scenario, year: year)
  }

  /// The same of some totals together.
  func avoidedValues(
    _ columns: [String], _ scenario: String, year: String = "all"
  ) -> [Double]? {
    guard let own = sum(columns, scenario, year: year),
      let other = sum(columns, baseline, year: year)
    else { return nil }
    return zip(other, own).map { $0 - $1 }
  }

  /// Sample by sample sum of totals; nil if there is none of them.
  func sum(_ columns: [String], _ scenario: String, year: String = "all") -> [Double]? {
    let parts = columns.compactMap { samples.of($0, scenario: scenario, year: year) }
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first) { zip($0, $1).map(+) }
  }

  /// What the samples of a number say of it.
  func found(_ values: [Double]) -> Found { found(values, intervals) }

  /// What the samples of a number say of it, with another interval.
  func found(_ values: [Double], _ intervals: Intervals) -> Found {
    let finding = Finding(values: values, replicates: replicates)
    return Found(
      finding.mean, error: finding.standardError, range: intervals.onePlace(finding),
      confidence: confidence)
  }

  /// What a row of a table says is avoided.
  func avoided(_ row: ReportTable.Row, _ unit: String) -> Found {
    let ends = ["low", "high"].map { row.number("avoided_one_place_\($0)_\(unit)") }
    var range: ClosedRange<Double>?
    if let low = ends[0], let high = ends[1], low <= high { range = low...high }
    return Found(
      row.number("avoided_mean_\(unit)") ?? 0, error: row.number("avoided_mcse_\(unit)"),
      range: range, confidence: confidence)
  }

  /// How far luck alone moves what one place sees avoided of an outcome in the whole period: a standard
  /// deviation; nil where replicates do not tell it.
  func luck(_ outcome: String, _ scenario: String) -> Double? {
    rows(
      "outcomes.csv",
      [
        "scenario": scenario, "outcome": outcome, "cause": "all", "year": "all",
        "group_kind": "all",
      ]
    ).first?.number("avoided_sd_luck_events")
  }

  /// The same of the net of all payers, in pounds.
  func luckOfNet(_ scenario: String) -> Double? {
    rows(
      "costs.csv",
      ["scenario": scenario, "year": "all", "payer": "all", "category": "all", "item": "all"]
    ).first { $0.number("discount_rate_per_year") == 0 }?.number("avoided_sd_luck_pounds")
  }

  /// A chance of `chances.csv`, undiscounted, as a part of one.
  func chance(
    _ question: String, _ scenario: String, outcome: String = "", payer: String = "",
    rate: Double? = nil
  ) -> (probability: Double, error: Double?)? {
    let found = rows(
      "chances.csv",
      ["scenario": scenario, "question": question, "outcome": outcome, "payer": payer]
    ).first { $0.number("discount_rate_per_year") == rate }
    guard let found, let probability = found.number("probability") else { return nil }
    return (probability, found.number("mcse"))
  }
}
