/// The files of a report, made from the other files of a results folder and from nothing else.
public struct ReportFiles: Sendable {
  /// The page.
  public static let pageName = "report.html"
  /// The extract for a board paper.
  public static let paperName = "paper.md"
  /// The folder of charts.
  public static let chartFolder = "charts"

  /// Every file, by name and contents.
  public let files: [(name: String, contents: String)]

  /// Whether a file of a folder is one of a report.
  public static func isReport(_ name: String) -> Bool {
    name == pageName || name == paperName || name.hasPrefix("\(chartFolder)/")
  }

  /// Reads a folder's files by name and contents and writes its report; throws ``ReportError``.
  public init(_ files: [String: String]) throws(ReportError) {
    let data = try ReportData(files: files)
    let world = data.worlds[0]
    let frame = Frame(
      place: data.summary.place.name, baseline: world.baselineName, years: world.years,
      lastMonth: data.summary.lastMonth, priceYear: data.summary.priceYear,
      level: data.summary.intervalLevel,
      draws: world.isDrawn ? world.drawCount : 0, replicates: world.replicates,
      inputs: InputCounts(world))
    let assurance = AssuranceWords(
      runBy: data.manifest.assurance?.runBy, assuredBy: data.manifest.assurance?.assuredBy,
      version: data.manifest.tool.version, digest: data.manifest.runDigest)
    let evidence = EvidenceSection(data: data, world: world, frame: frame)
    let method = MethodSection(data: data, world: world, frame: frame)
    let first = FirstPage(data: data, world: world, frame: frame)
    let page = first.section
    let shown = ComparedSection(data: data, world: world, frame: frame)
    let spend = SpendSection(world: world, frame: frame).section
    let compared: [ReportSection?] =
      world.scenarios.isEmpty
      ? [shown.section, FlowSection(world: world, frame: frame).section, spend]
      : [
        shown.section,
        FlowSection(world: world, frame: frame).section,
        OutcomeSection(world: world, frame: frame).section,
        AttributionSection(data: data, world: world, frame: frame).section,
        MoneySection(world, frame).section,
        EquitySection(world: world, frame: frame).section,
        StopSection(world: world, frame: frame).section,
        MonitoringSection(world: world, frame: frame).section,
        spend,
        RiskSection(data: data, world: world, frame: frame).section,
        ValueSection(world: world, frame: frame).section,
      ]
    let sections =
      compared.compactMap { $0 } + [
        ValidationSection(data: data, world: world, frame: frame).section,
        evidence.reconciliation, evidence.inputs, method.checks, method.method,
      ]
    let html = ReportPage(
      data: data, world: world, frame: frame, sections: sections, first: page, assurance: assurance
    ).html
    let charts = ([page] + sections).flatMap(\.charts)
    let paper = BoardPaper(
      data: data, world: world, frame: frame, first: first, compared: shown, assurance: assurance,
      citation: method.citation, hasCharts: !charts.isEmpty
    ).markdown
    let source = "\(frame.place), run \(data.manifest.runDigest.prefix(12))"
    self.files =
      [(Self.pageName, html), (Self.paperName, paper)]
      + charts.map {
        ("\(Self.chartFolder)/\($0.id).svg", $0.file(citation: source))
      }
  }
}
