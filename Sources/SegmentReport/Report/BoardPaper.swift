/// `paper.md`: what a board paper quotes, under the headings of the council's own reports.
struct BoardPaper {
  let data: ReportData
  let world: ReportWorld
  let frame: Frame
  let first: FirstPage
  let compared: ComparedSection
  let assurance: AssuranceWords
  let citation: String
  /// Whether the folder has charts to place in it.
  let hasCharts: Bool

  /// What a run that has nothing to compare says instead; nil where scenarios are compared.
  private var baseline: BaselineSection? {
    world.scenarios.isEmpty ? BaselineSection(world: world, frame: frame) : nil
  }

  /// The whole file.
  var markdown: String {
    let name =
      world.scenarios.isEmpty
      ? frame.baseline : Phrase.list(world.scenarios.map(world.quoted))
    return "# \(escaped("\(frame.place): \(name)"))\n\n"
      + MarkdownText.header([("Item", false), ("For the author to fill", false)])
      + [
        "Date and item", "Wards and communities affected", "Key decision", "Report of",
        "Accountable Head of Service",
        "Accountable Director", "This report is",
      ]
      .map { MarkdownText.row([$0, ""]) }.joined()
      + "\n**\(escaped(assurance.line))**\n\n"
      + summary + recommendations + background + options + reasons + implications + ending
  }

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

  private func heading(_ text: String) -> String { "## \(text)\n\n" }

  /// Sentences as numbered paragraphs, as in the council's reports.
  private func paragraphs(_ number: String, _ sentences: [String]) -> String {
    sentences.enumerated().map { "\(number).\($0 + 1) \(escaped($1))\n\n" }.joined()
  }

  private func list(_ items: [String]) -> String {
    items.isEmpty ? "" : items.map { "- \(escaped($0))\n" }.joined() + "\n"
  }

  private func table(_ grid: ReportGrid) -> String {
    "**\(escaped(grid.caption))**\n\n\(grid.markdown)\n"
  }

  private var summary: String {
    let sentences = baseline?.sentences ?? world.scenarios.flatMap(first.summary)
    let each = sentences.map { escaped($0) + "\n\n" }
    let caveats = Caveats(data: data, world: world, frame: frame)
    let limits =
      [first.definition].compactMap { $0 } + caveats.weightiest
      + [caveats.late, first.notAForecast].compactMap { $0 }
    return heading("Executive Summary") + each.joined() + "Limits:\n\n" + list(limits)
  }

  private var recommendations: String {
    heading("1. Recommendation(s)") + "1.1 *For the author to fill.*\n\n"
  }

  private var background: String {
    heading("2. Introduction and Background")
      + paragraphs(
        "2",
        [
          "Every resident of \(frame.place) was followed \(frame.period) in a simulation under "
            + Phrase.within(frame.baseline)
            + (world.scenarios.isEmpty
              ? "; nothing is compared."
              : " and under \(Phrase.list(world.scenarios.map(world.quoted))), with the same luck in "
                + "each."),
          frame.rangeNote,
        ] + compared.sentences)
      + (compared.programmes.map { programmes in
        table(programmes) + compared.notes.map { escaped($0) + "\n\n" }.joined()
      } ?? "")
      + (Reading(data).grid.map(table) ?? "")
  }

  private var options: String {
    let table = HeadlineTable(world: world, frame: frame)
    return heading("3. Issues, Options and Analysis of Options")
      + self.table(baseline?.grid ?? table.grid)
      + (baseline?.notes ?? table.notes).map { escaped($0) + "\n\n" }.joined()
      + StopSection(world: world, frame: frame).sentences.map { escaped($0) + "\n\n" }.joined()
      + (hasCharts
        ? "Charts to place here are in `\(ReportFiles.chartFolder)/`, each with its title, source and "
          + "description.\n\n" : "")
  }

  private var reasons: String {
    heading("4. Reasons for Recommendation") + "4.1 *For the author to fill.*\n\n"
      + heading("5. Consultation (including Overview and Scrutiny, if applicable)")
      + "5.1 *For the author to fill.*\n\n"
      + heading("6. Impact on corporate policies, priorities, performance and community impact")
      + "6.1 *For the author to fill.*\n\n"
  }

  // MARK: - Implications

  private var implications: String {
    heading("7. Implications") + financial
      + "### 7.2 Legal\n\nImplications verified by: *name*\n\n*For the author to fill.*\n\n"
      + "### 7.3 Diversity and Equality\n\nImplications verified by: *name*\n\n" + equality
      + "### 7.4 Other implications (where significant), i.e. Staff, Health, Sustainability, Crime and Disorder\n\n"
      + "Staff time, other resources, deaths and harms are in Table 1. Risks and assumptions:\n\n"
      + risks
  }

  private var financial: String {
    let accounts = MoneyAccounts(world)
    var text = "### 7.1 Financial\n\nImplications verified by: *name*\n\n"
    guard accounts.hasMoney else { return text + "No costs are in this run.\n\n" }
    guard baseline == nil else {
      return text
        + "What is spent is in Table 1, at average cost. Nothing is compared, so the run says "
        + "nothing of savings.\n\n"
    }
    let money = MoneySection(world, frame)
    for scenario in world.scenarios {
      if let words = accounts.words(scenario, frame) {
        text += escaped(words.account) + " " + escaped(words.verdict) + "\n\n"
      }
      let grid = money.byPayer(scenario)
      text += table(grid)
    }
    return text
      + "Value is the average cost of activity avoided, less that of activity added, not cash that can be released; releasable cash "
      + "is not modelled. The value, the net and releasable cash are not added up. \(MoneySection.note)\n\n"
  }

  private var equality: String {
    guard baseline == nil else {
      return "Nothing is compared, so the run says nothing of who gains.\n\n"
    }
    let equity = EquitySection(world: world, frame: frame)
    let sentences = world.scenarios.compactMap { equity.words($0)?.sentence }
    guard !sentences.isEmpty else { return "The run has no groups of deprivation.\n\n" }
    return (sentences + [DeprivationWords(world: world).text]).map { escaped($0) + "\n\n" }.joined()
  }

  private var risks: String {
    let caveats = Caveats(data: data, world: world, frame: frame)
    return list(caveats.shared)
      + world.scenarios.map { scenario in
        "For \(escaped(world.scenarioName(scenario))):\n\n" + list(caveats.own(scenario))
      }.joined()
  }

  // MARK: - Ending

  private var ending: String {
    let used = Set(world.rows("inputs.csv").map { $0["source"] })
    let sources = world.names.all("source").filter(used.contains)
    return heading(
      "8. Background papers used in preparing the report (including their location on the Council's "
        + "website or identification whether any are exempt or protected by copyright)")
      + sources.map { "- \(escaped("\($0): \(world.names.of("source", $0))"))\n" }.joined()
      + "- How to cite the run: \(escaped(citation))\n\n"
      + heading("9. Appendices to the report")
      + "- `\(ReportFiles.pageName)`, the whole report, and `\(Manifest.fileName)`, by which the run can "
      + "be made again\n\n"
      + "**Report Author:** *for the author to fill*\n"
  }
}
