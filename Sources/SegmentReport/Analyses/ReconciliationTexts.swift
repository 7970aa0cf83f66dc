import SegmentAnalysis
import SegmentModel

/// A reconciliation as it is printed, and as the files that are written.
public struct ReconciliationTexts: Sendable {
  /// The name of the file of the table.
  public static let tableName = "reconciliation.csv"
  let reconciliation: Reconciliation
  let records: [RunRecord]

  /// The texts of a reconciliation and how each of its worlds was made.
  public init(_ reconciliation: Reconciliation, records: [RunRecord]) {
    self.reconciliation = reconciliation
    self.records = records
  }

  /// The files beside the table, by name and contents.
  public var others: [(name: String, contents: String)] { [("reconciliation.md", markdown)] }

  /// What is said once about every number.
  private var title: String { "\(reconciliation.place): what was claimed, and what is simulated" }
  private var notes: [String] {
    [
      "Means of \(reconciliation.replicates) replicates, seed \(records[0].seed), steps of a "
        + "\(records[0].step.rawValue). Ranges are 95% confidence intervals of the mean by luck only: "
        + "what is not known about the inputs is not in them. \"\(Phrase.cannotTell)\" "
        + "stands where luck hides even the sign.",
      [
        "\"x\" is simulated over printed.", Self.arithmetic(replicates: reconciliation.replicates),
        "Lines are those of the plain text of the source.",
      ].compactMap { $0 }.joined(separator: " "),
    ] + (reconciliation.priceYear.isEmpty ? [] : [Self.prices(reconciliation.priceYear)])
  }

  /// What the options in the headings mean; nil where there are none.
  private var key: String? {
    ClaimKey(
      reconciliation.worlds.map { $0.id.split(separator: "_").map(String.init) },
      names: ReportNames(records[0].choices.choices)
    ).text
  }

  /// What figures without a range are; nil for one replicate, which gives nothing a range.
  static func arithmetic(replicates: Int) -> String? {
    guard replicates > 1 else { return nil }
    return
      "Figures without a range are the same in every replicate, as arithmetic on printed numbers is: "
      + "they are no result of the simulation."
  }

  /// In which prices pounds are.
  static func prices(_ priceYear: String) -> String {
    "Simulated pounds are in \(priceYear) prices, undiscounted; printed ones are as their source has them."
  }

  private func reading(_ claim: Int, _ world: Reconciliation.World) -> ClaimReading {
    ClaimReading(
      claim: reconciliation.claims[claim], estimate: world.estimates[claim],
      replicates: reconciliation.replicates)
  }

  /// The number printed with its unit.
  private func printed(_ index: Int) -> String {
    let unit = reconciliation.claims[index].unit
    return reading(index, reconciliation.worlds[0]).printed + (unit.isEmpty ? "" : " \(unit)")
  }

  private func place(_ claim: Claim) -> String {
    claim.source + (claim.line.map { ", line \($0)" } ?? "")
  }

  // MARK: - Printed

  /// Everything for the terminal, each line ended by a line feed.
  public func console(width: Int) -> String {
    let lines =
      [title, ""] + notes.flatMap { TextWrap.lines($0, width: width) }
      + reconciliation.claims.indices.flatMap { [""] + block($0, width: width) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func block(_ index: Int, width: Int) -> [String] {
    let claim = reconciliation.claims[index]
    let printed = "\(printed(index)) (\(place(claim)))"
    let indent = { (lines: [String]) in lines.map { "  " + $0 } }
    return TextWrap.lines(claim.claim, width: width)
      + indent(TextWrap.lines("printed: \(printed)", width: width - 2))
      + worldLines(index)
      + indent(TextWrap.lines("why: \(claim.why)", width: width - 2))
  }

  /// A line for each world, or one where all worlds agree because no luck and no choice is in it.
  private func worldLines(_ index: Int) -> [String] {
    let worlds = shown(index)
    let names = worlds.map { world in
      worlds.count == 1 && world.name.isEmpty || worlds.count < reconciliation.worlds.count
        ? "simulated" : "simulated, \(world.name)"
    }
    let column = (names.map(\.count).max() ?? 0) + 2
    return zip(names, worlds).map { name, world in
      "  \(name):" + String(repeating: " ", count: column - name.count - 1)
        + cell(reading(index, world))
    }
  }

  private func shown(_ index: Int) -> [Reconciliation.World] {
    let worlds = reconciliation.worlds
    return worlds.allSatisfy { $0.estimates[index] == worlds[0].estimates[index] }
      ? [worlds[0]] : worlds
  }

  private func cell(_ reading: ClaimReading) -> String {
    reading.text + (reading.timesText.map { "; \($0) x" } ?? "")
  }

  // MARK: - Written

  private var markdown: String {
    let worlds = reconciliation.worlds
    let columns: [(name: String, isNumber: Bool)] =
      [("Claim", false), ("Printed", true), ("Source", false)]
      + worlds.map { world in
        let name = world.name.isEmpty ? "Simulated" : "Simulated, \(world.name)"
        return (MarkdownText.escaped(name), true)
      } + [("Why", false)]
    let rows = reconciliation.claims.indices.map { index in
      let claim = reconciliation.claims[index]
      let simulated = worlds.map { cell(reading(index, $0)) }
      return MarkdownText.row(
        ([claim.claim, printed(index), place(claim)] + simulated + [claim.why])
          .map(MarkdownText.escaped))
    }
    let used = reconciliation.sources.filter { source in
      reconciliation.claims.contains { $0.source == source.id }
    }
    return "# \(MarkdownText.escaped(title))\n\n"
      + (notes + [key].compactMap { $0 }).map { MarkdownText.escaped($0) + "\n\n" }.joined()
      + MarkdownText.header(columns) + rows.joined() + "\n## Sources\n\n"
      + used.map { "- \(MarkdownText.escaped("\($0.id): \($0.citation)"))\n" }.joined()
  }

  /// Every claim with what is simulated, world by world.
  public var csv: CSVTable {
    let worlds = reconciliation.worlds
    let names = ["simulated", "standard_error", "low_95", "high_95", "simulated_over_printed"]
    var table = CSVTable(
      header: ["claim", "as_printed", "printed", "unit", "source", "line", "comparable"]
        + worlds.indices.flatMap { world in
          names.map { worlds[world].id.isEmpty ? $0 : "\($0)_\(worlds[world].id)" }
        } + ["why"], choices: nil)
    for (index, claim) in reconciliation.claims.enumerated() {
      let cells = worlds.flatMap { figures(reading(index, $0)) }
      table.append(
        [
          .text(claim.id), .text(claim.claim), .exact(claim.value), .text(claim.unit),
          .text(claim.source), .exact(claim.line.map(Double.init)),
          .text(claim.basis == .notComparable ? ClaimReading.no : "yes"),
        ] + cells + [.text(claim.why)])
    }
    return table
  }

  private func figures(_ reading: ClaimReading) -> [CSVTable.Cell] {
    func finite(_ value: Double?) -> CSVTable.Cell {
      .number(value.flatMap { $0.isFinite ? $0 : nil })
    }
    return [
      finite(reading.simulated), finite(reading.standardError),
      finite(reading.interval?.lowerBound), finite(reading.interval?.upperBound),
      finite(reading.times),
    ]
  }
}
