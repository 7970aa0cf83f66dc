/// Page 1: the answer, what it costs, how sure, and what would change it.
struct FirstPage {
  let data: ReportData
  let world: ReportWorld
  let frame: Frame

  /// The sentences that a summary needs: what is avoided, and whether it saves.
  func summary(_ scenario: String) -> [String] {
    let verdict = MoneyAccounts(world).words(scenario, frame)?.verdict
    return sentences(scenario).prefix(1) + [verdict].compactMap { $0 }
  }

  /// The sentences about a scenario, each complete in itself: the headline first.
  func sentences(_ scenario: String) -> [String] {
    var sentences: [String] = []
    if let headline = world.headline, let avoided = world.avoided(headline, scenario) {
      let words = OutcomeWords(
        frame: frame, scenario: world.quoted(scenario),
        outcome: world.names.within("outcome", headline), avoided: avoided,
        expected: world.level(headline, world.baseline) ?? Found(0),
        stopsEarly: world.endsEarly(scenario),
        besides: world.besides(headline).compactMap { id in
          world.avoided(id, scenario).map { (world.names.within("outcome", id), $0) }
        }, worse: worse(scenario))
      sentences += [words.sentence] + [words.scale].compactMap { $0 }
    }
    if let money = MoneyAccounts(world).words(scenario, frame) {
      sentences += [money.verdict, money.account]
    }
    if let equity = EquitySection(world: world, frame: frame).words(scenario) {
      sentences.append(equity.sentence)
    }
    return sentences
  }

  /// The other outcomes, and deaths, of which a scenario brings more.
  private func worse(_ scenario: String) -> [WorseOutcome] {
    let others = world.names.all("outcome").dropFirst().map {
      ($0, world.names.within("outcome", $0))
    }
    return (others + [("deaths", "deaths")]).compactMap { id, name in
      WorseOutcome(name, world.avoided(id, scenario))
    }
  }

  /// What is counted as one of the headline.
  var definition: String? { world.headline.flatMap(world.definition) }

  /// The page.
  var section: ReportSection {
    guard !world.scenarios.isEmpty else { return baselineSection }
    var section = ReportSection("answer", "")
    let outcomes = OutcomeSection(world: world, frame: frame)
    for scenario in world.scenarios {
      section.when(scenario: scenario) { section in
        if let headline = sentences(scenario).first { section.say(headline, style: "headline") }
      }
    }
    if let definition { section.say(definition, style: "note") }
    section.open("answer")
    section.open("")
    let short = ShortTable(world: world, frame: frame).grid
    if !short.rows.isEmpty { section.table(short, style: "short") }
    eachScenario(&section, "panel limits") { section, scenario in
      section.heading("What most limits this answer")
      section.list(Caveats(data: data, world: world, frame: frame).first(scenario))
      section.say(notAForecast, style: "note")
    }
    section.close()
    eachScenario(&section, "") { section, scenario in
      if let chart = outcomes.byYear(scenario) { section.chart(chart, width: 480) }
    }
    section.close()
    eachScenario(&section, "panel words") { section, scenario in
      let sentences = sentences(scenario).dropFirst()
      guard !sentences.isEmpty else { return }
      section.heading("What it means")
      section.list(Array(sentences))
    }
    let table = HeadlineTable(world: world, frame: frame)
    section.table(table.grid, style: "one")
    for note in table.notes { section.say(note, style: "note") }
    if data.worlds.count > 1 { section.table(otherReadings) }
    return section
  }

  /// A block of a style for each scenario, shown when it is chosen.
  private func eachScenario(
    _ section: inout ReportSection, _ style: String,
    _ build: (inout ReportSection, String) -> Void
  ) {
    section.open("")
    for scenario in world.scenarios {
      section.when(scenario: scenario) { section in
        section.open(style)
        build(&section, scenario)
        section.close()
      }
    }
    section.close()
  }

  /// What the run is not.
  var notAForecast: String {
    "This is a \(world.scenarios.isEmpty ? "simulation" : "scenario"), not a forecast; it does not give "
      + "beds, staffing or next year's contract value."
  }

  /// The headline and the net in every world of the run.
  private var otherReadings: ReportGrid {
    var grid = ReportGrid(
      "Other readings of the evidence: headline outcome avoided and net, mean (\(frame.levelText) range)",
      columns: ["Reading"] + world.scenarios.map(world.scenarioName))
    for other in data.worlds {
      grid.appendHeading(other.reading)
      if let headline = world.headline {
        grid.append(
          world.names.of("outcome", headline),
          world.scenarios.map { scenario in
            HeadlineTable.cell(other.avoided(headline, scenario), .count, .fewer)
          })
      }
      let accounts = MoneyAccounts(other)
      guard accounts.hasMoney else { continue }
      grid.append(
        "Net, all payers",
        world.scenarios.map { scenario in
          HeadlineTable.cell(accounts.net("all", scenario), .pounds, .net)
        })
    }
    return grid
  }
}
