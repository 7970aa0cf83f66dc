/// What lasts when a scenario stops early, year by year beside the one that goes on.
struct StopSection {
  let world: ReportWorld
  let frame: Frame

  /// The section.
  var section: ReportSection? {
    guard let headline = world.headline, !world.scenarios.isEmpty else { return nil }
    var section = ReportSection("stops", "What happens if it stops")
    guard !world.stops.isEmpty else {
      section.say(
        "No scenario of this run is another one stopped early. A scenario that 'extends' another and "
          + "says 'until' when it stops is shown here beside it.")
      return section
    }
    for pair in world.stops {
      if let words = words(pair, headline) {
        section.say(words.sentence)
        section.chart(chart(pair, headline, title: words.title))
      }
      section.table(totals(pair, headline))
    }
    return section
  }

  /// What lasts of each scenario that is stopped, each sentence complete in itself.
  var sentences: [String] {
    guard let headline = world.headline else { return [] }
    return world.stops.compactMap { words($0, headline)?.sentence }
  }

  private func words(_ pair: StoppedScenario, _ headline: String) -> StopWords? {
    guard let year = world.years.last, let ongoing = world.avoided(headline, pair.ongoing),
      let stopped = world.avoided(headline, pair.id),
      let last = world.avoided(headline, pair.id, year: year)
    else { return nil }
    return StopWords(
      frame: frame, scenario: world.quoted(pair.ongoing), month: pair.month,
      outcome: world.names.within("outcome", headline), ongoing: ongoing, stopped: stopped,
      last: last)
  }

  /// Avoided by year with a band each.
  private func chart(_ pair: StoppedScenario, _ headline: String, title: String) -> Chart {
    let both = [pair.ongoing, pair.id]
    let names = both.map(world.scenarioName)
    let name = world.names.within("outcome", headline)
    let found = both.map { id in
      world.years.map { world.avoided(headline, id, year: $0) ?? Found(0) }
    }
    var grid = ReportGrid(
      "Avoided \(name) by year, compared with \(Phrase.within(frame.baseline)): mean (\(frame.levelText) range)",
      columns: ["Year"] + names)
    for (index, year) in world.years.enumerated() {
      grid.append(year, found.map { HeadlineTable.cell($0[index], .count, .fewer) })
    }
    let series = both.indices.map { (names[$0], found[$0], world.style(both[$0])) }
    let bands = series.map { name, found, style in
      LineChart.Band(
        name: "\(name): \(frame.levelText) range",
        ranges: found.map { $0.range ?? $0.mean...$0.mean }, style: style)
    }
    return Chart(
      id: ReportSection.fileName("if-it-stops", pair.id), title: title,
      subtitle:
        "\(world.names.of("outcome", headline)) prevented or postponed in \(frame.place) in each year, "
        + "compared with \(Phrase.within(frame.baseline)); stopped in \(pair.month)",
      description: "Two lines with bands over the years.", table: grid,
      source: "draws.csv",
      draw: LineChart(
        marks: world.years,
        lines: series.map { name, found, style in
          LineChart.Line(
            name: "\(name), mean", values: found.map(\.mean), style: style, isMain: true)
        }, bands: frame.samples > 1 ? bands : [], measure: "Avoided a year"
      ).draw)
  }

  /// The whole period of both, and what stopping changes under the same luck.
  private func totals(_ pair: StoppedScenario, _ headline: String) -> ReportGrid {
    var grid = ReportGrid(
      "\(world.quoted(pair.ongoing)) \(frame.period), going on and stopped in \(pair.month): mean "
        + "(\(frame.levelText) range)",
      columns: ["Whole period", "Going on", "Stopped", "What going on adds"])
    func append(
      _ name: String, _ column: String, _ kind: Amount.Kind, _ words: SignedWords, sign: Double = 1
    ) {
      guard let ongoing = world.avoidedValues(column, pair.ongoing),
        let stopped = world.avoidedValues(column, pair.id)
      else { return }
      let found = [ongoing, stopped, zip(ongoing, stopped).map(-)].map { values in
        world.found(values.map { $0 * sign })
      }
      grid.append(name, found.map { HeadlineTable.cell($0, kind, words) })
    }
    append(world.names.of("outcome", headline), headline, .count, .fewer)
    if (world.level("deaths", world.baseline)?.mean ?? 0) > 0 {
      append("Deaths", "deaths", .count, .fewer)
    }
    if MoneyAccounts(world).hasMoney {
      append(MoneyNames.programme, "pounds:programme:all", .pounds, .spent, sign: -1)
      append(MoneyNames.care, "pounds:care:all", .pounds, .spent, sign: -1)
      append(MoneyNames.value, "pounds:events:all", .pounds, .value)
      append("Net, all payers", "pounds:all:all", .pounds, .net)
    }
    return grid
  }
}
