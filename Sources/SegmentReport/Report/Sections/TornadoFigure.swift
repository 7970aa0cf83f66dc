import SegmentAnalysis
import SegmentModel

/// What each input does alone to the headline of a scenario, from `tornado.csv`; inputs that draws move as
/// one are one there.
struct TornadoFigure {
  let data: ReportData
  let world: ReportWorld
  let frame: Frame
  let scenario: String

  /// How many inputs are shown; all are in the file.
  private static let mostShown = 12

  /// The rows of every input tried, the widest first.
  private var tried: [ReportTable.Row] {
    world.rows("tornado.csv", ["scenario": scenario, "measure": world.headline ?? ""])
      .sorted { ($0.number("rank") ?? 0) < ($1.number("rank") ?? 0) }
  }

  private var addition: RunManifest.Addition? {
    data.manifest.addition("tornado.csv", scenario: scenario, choices: world.label)
  }

  /// The chart; nil where no input was tried.
  var chart: Chart? {
    let tried = tried
    guard let headline = world.headline, let first = tried.first else { return nil }
    let central = text(first, "central_result")
    let rows = Array(tried.prefix(Self.mostShown))
    let name = world.names.within("outcome", headline)
    let ends = ["low_quantile", "high_quantile"].map { Phrase.percent(first.number($0) ?? 0) }
    var grid = ReportGrid(
      "Avoided \(name) with each input alone at an end of its range, all others at their central "
        + "values: change from \(central), each ± its standard error over \(replicates) replicates",
      columns: ["Input", "At its \(ends[0]) quantile", "At its \(ends[1]) quantile"])
    let items = rows.map { row -> TornadoChart.Item in
      let texts = ["change_at_low", "change_at_high"].map { text(row, $0) }
      let input = input(row)
      let members = members(row)
      grid.append(
        members.isEmpty ? input : "\(input): \(members.joined(separator: "; "))", texts)
      return TornadoChart.Item(
        name: input, low: row.number("change_at_low") ?? 0,
        high: row.number("change_at_high") ?? 0, text: texts.joined(separator: " to "))
    }
    return Chart(
      id: ReportSection.fileName("tornado", scenario), title: title(tried, items[0].name),
      subtitle:
        "Change in \(name) prevented or postponed, \(world.scenarioName(scenario)) compared with "
        + "\(Phrase.within(frame.baseline)), with each input alone at an end of its range, the others at their "
        + "central values, \(frame.place), \(frame.period); \(which(tried.count))"
        + asOne(tried),
      description: "Two bars for each input, one for each end of its range.", table: grid,
      source: "tornado.csv",
      draw: TornadoChart(
        items: items, measure: "Change in what is avoided",
        keys: ("input at its \(ends[0]) quantile", "input at its \(ends[1]) quantile")
      ).draw)
  }

  private var replicates: Int {
    addition?.value(of: "--replicates").flatMap { Int($0) } ?? AddedTable.usualSettingReplicates
  }

  /// Names the widest only where it is told from the next.
  private func title(_ tried: [ReportTable.Row], _ widest: String) -> String {
    if tried.count == 1 { return "One input alone was tried: “\(widest)”." }
    guard Self.width(tried[0]) > 0 else {
      return "None of the \(tried.count) inputs tried moves the answer by itself."
    }
    return isTold(tried[0], from: tried[1])
      ? "Of the inputs tried, one moves the answer most by itself: “\(widest)”."
      : "Luck hides which of the \(tried.count) inputs tried moves the answer most by itself."
  }

  /// Which inputs were tried, and how many are shown.
  private func which(_ count: Int) -> String {
    let only = addition?.value(of: "--only")
    let named = only.map { "; no others than those with “\($0)” in their ids were tried" }
    return "\(count > Self.mostShown ? "the \(Self.mostShown) widest" : "all") of the "
      + Phrase.count(count, "input") + " tried" + (named ?? "")
  }

  /// How many groups of inputs were moved as one.
  private func asOne(_ tried: [ReportTable.Row]) -> String {
    let count = tried.count { !members($0).isEmpty }
    if count == 0 { return "" }
    return "; inputs that draws move as one count as one, moved together: "
      + Phrase.count(count, "group")
  }

  /// What a reader calls the input of a row, or the inputs that are moved as one.
  private func input(_ row: ReportTable.Row) -> String {
    let (id, members) = (row["parameter"], members(row))
    guard !members.isEmpty, let group = NumberID.nameOfGroup(id) else {
      return world.names.of("parameter", id)
    }
    return "\(NumberNames.group(group, of: members)) (\(members.count) inputs as one)"
  }

  /// What a reader calls the inputs of a row that are moved as one.
  private func members(_ row: ReportTable.Row) -> [String] {
    row.optional("members")?.split(separator: "; ").map { world.names.of("parameter", String($0)) }
      ?? []
  }

  private static func width(_ row: ReportTable.Row) -> Double {
    ((row.number("change_at_high") ?? 0) - (row.number("change_at_low") ?? 0)).magnitude
  }

  /// Whether one input is wider than another by more than a 95% confidence interval of the difference.
  ///
  /// Student's t over replicates, as if the four changes had luck of their own.
  private func isTold(_ one: ReportTable.Row, from other: ReportTable.Row) -> Bool {
    let errors = [one, other].flatMap { row in
      ["low", "high"].map { row.optionalNumber("mcse_change_at_\($0)") }
    }.compactMap { $0 }
    guard replicates > 1, errors.count == 4 else { return false }
    let error = errors.map { $0 * $0 }.reduce(0, +).squareRoot()
    let t = StudentT.half95(degreesOfFreedom: replicates - 1)
    return Self.width(one) - Self.width(other) > t * error
  }

  /// A number of a row with its standard error, where there is one, and whether its sign is known.
  private func text(_ row: ReportTable.Row, _ column: String) -> String {
    let found = Found(row.number(column) ?? 0, error: row.optionalNumber("mcse_\(column)"))
    let amount = Amount(.count, found)
    guard let error = found.error, error > 0 else { return amount.text(found.mean) }
    let text = "\(amount.text(found.mean)) ± \(amount.size(error))"
    let estimate = Estimate(value: found.mean, standardError: error)
    let isUntold = estimate.interval95(replicates: replicates)?.contains(0) ?? false
    return isUntold ? "\(Phrase.cannotTell) (\(text))" : text
  }
}
