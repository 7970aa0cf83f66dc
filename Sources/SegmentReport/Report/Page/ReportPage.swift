/// `report.html`: one page that needs nothing else.
struct ReportPage {
  let data: ReportData
  let world: ReportWorld
  let frame: Frame
  let sections: [ReportSection]
  let first: ReportSection
  let assurance: AssuranceWords

  /// The whole file.
  var html: String {
    let shown =
      world.scenarios.isEmpty
      ? frame.baseline : Phrase.list(world.scenarios.map(world.quoted))
    let title = "\(frame.place): \(shown)"
    return """
      <!doctype html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src \
      'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <title>\(HTMLText.escaped(title))</title>
      <link rel="icon" href="data:,">
      <style>
      :root{\(ChartStyle.light)}
      @media (prefers-color-scheme:dark){:root{\(ChartStyle.dark)}}
      @media print{:root{\(ChartStyle.light)}}
      \(PageStyle.rules)
      \(ChartStyle.rules)
      </style>
      </head>
      <body>
      <a class="skip" href="#answer">Skip to the answer</a>
      <header>
      <div><p class="place">\(HTMLText.escaped(frame.place))</p>
      <h1>\(HTMLText.escaped(heading))</h1></div>
      <p class="\(assurance.isAssured ? "assured" : "assured not")">\(HTMLText.escaped(assurance.line))</p>
      </header>
      \(switches)
      <main id="answer" tabindex="-1">
      \(first.body)
      <nav aria-label="Parts of the report"><h2>In this report</h2><ul>
      \(contents)
      </ul></nav>
      \(sections.map(\.html).joined())
      </main>
      <script>
      \(PageScript.text)
      </script>
      </body>
      </html>

      """
  }

  private var heading: String {
    let period = Period.span(frame.years)
    let compared = ", compared with \(Phrase.within(frame.baseline)), \(period)"
    return switch world.scenarios.count {
    case 0: "\(frame.baseline), \(period)"
    case 1: world.scenarioName(world.scenarios[0]) + compared
    default: "\(world.scenarios.count) scenarios" + compared
    }
  }

  /// Choices of a scenario and a pathway; shown where scripts run.
  private var switches: String {
    let flows = FlowSection(world: world, frame: frame)
    let chosen = world.mainScenario ?? world.baseline
    let menus = [
      menu("scenario", "Scenario", world.scenarios.map { ($0, world.scenarioName($0)) }, chosen),
      menu(
        "pathway", "Segments of", flows.pathways.map { ($0, world.names.of("pathway", $0)) },
        flows.mostMoved(chosen)),
    ].joined()
    return menus.isEmpty
      ? "" : "<form class=\"switches\" aria-label=\"What is shown\" hidden>\(menus)</form>\n"
  }

  private func menu(
    _ id: String, _ label: String, _ options: [(String, String)], _ chosen: String?
  ) -> String {
    guard options.count > 1 else { return "" }
    return "<label>\(label) <select id=\"choose-\(id)\" data-switch=\"\(id)\">"
      + options.map {
        "<option value=\"\(HTMLText.escaped($0.0))\"\($0.0 == chosen ? " selected" : "")>"
          + "\(HTMLText.escaped($0.1))</option>"
      }.joined() + "</select></label>\n"
  }

  private var contents: String {
    sections.map { "<li><a href=\"#\($0.id)\">\(HTMLText.escaped($0.title))</a></li>" }
      .joined(separator: "\n")
  }
}
