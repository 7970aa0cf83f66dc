import SegmentAnalysis

/// How sure: exceedance, what moves the answer, and the cost-effectiveness plane.
struct RiskSection {
  let data: ReportData
  let world: ReportWorld
  let frame: Frame

  /// The chance that at least so many are avoided: the share of samples that do, at the numbers of
  /// all scenarios.
  func exceedance() -> Chart? {
    guard let headline = world.headline, frame.samples > 1 else { return nil }
    let name = world.names.within("outcome", headline)
    let avoided = world.scenarios.map { world.avoidedValues(headline, $0) ?? [] }
    let numbers = Set(
      zip(world.scenarios, avoided).flatMap { ownNumbers(headline, $0, avoided: $1) }
    ).sorted()
    guard numbers.count > 1 else { return nil }
    let curves = avoided.map { values in
      numbers.map { number in
        Double(values.count { $0 >= number }) / Double(max(1, values.count))
      }
    }
    var grid = ReportGrid(
      "Share of the \(Phrase.count(frame.samples, "run")) in which at least so many \(name) are avoided "
        + "\(frame.period), compared with \(Phrase.within(frame.baseline))",
      columns: ["At least"] + world.scenarios.map(world.scenarioName))
    for (index, number) in numbers.enumerated() {
      grid.append(
        NumberText.grouped(number),
        curves.map { Self.shareOfRuns($0[index]) })
    }
    let main = world.mainScenario ?? world.scenarios[0]
    let title = exceeds(main, headline, numbers, name)
    return Chart(
      id: "exceedance", title: title,
      subtitle:
        "Chance that at least so many \(name) are prevented or postponed \(frame.period), compared with "
        + Phrase.within(frame.baseline),
      description: "A falling line for each scenario.", table: grid,
      source: "draws.csv",
      draw: LineChart(
        lines: zip(world.scenarios, curves).map { scenario, curve in
          LineChart.Line(
            name: world.scenarioName(scenario), values: Self.untilZero(curve.map { $0 * 100 }),
            style: world.style(scenario))
        }, measure: "Chance, %", numbers: numbers, across: "Avoided at least"
      ).draw)
  }

  /// How many a scenario avoids with a chance of the level of the run; where it is none, the chance of any.
  private func exceeds(
    _ scenario: String, _ headline: String, _ numbers: [Double], _ name: String
  ) -> String {
    let values = world.avoidedValues(headline, scenario) ?? []
    func chance(_ isSo: (Double) -> Bool) -> Double {
      Double(values.count(where: isSo)) / Double(max(1, values.count))
    }
    if let most = numbers.last(where: { least in chance { $0 >= least } >= frame.level }), most > 0
    {
      return
        "There is a chance of \(frame.levelText) or more that \(world.quoted(scenario)) avoids at "
        + "least \(NumberText.grouped(most)) \(name)."
    }
    return "The chance that \(world.quoted(scenario)) avoids any \(name) at all is "
      + "\(Phrase.chance(chance { $0 > 0 }, draws: frame.chanceDraws))."
  }

  /// The numbers that a scenario's chances are given at, up to one that no sample reaches.
  private func ownNumbers(_ headline: String, _ scenario: String, avoided: [Double]) -> [Double] {
    let own = world.rows("exceedance.csv", ["scenario": scenario, "outcome": headline])
      .compactMap { $0.number("avoided_at_least_events") }.sorted()
    guard own.count > 1, let last = own.last, let most = avoided.max(), most >= last else {
      return own
    }
    return own + [last + (last - own[own.count - 2])]
  }

  /// A falling line as far as the first zero.
  private static func untilZero(_ values: [Double]) -> [Double] {
    Array(values.prefix((values.firstIndex { $0 <= 0 } ?? values.count) + 1))
  }

  /// Which inputs the headline goes with.
  private func influences(_ scenario: String, on section: inout ReportSection) {
    guard let headline = world.headline else { return }
    let name = world.names.within("outcome", headline)
    let found = Influences(world, outcome: headline, scenario: scenario)
    guard world.drawCount >= Influences.leastDraws else {
      return section.say(
        "Which inputs the answer goes with can be told from \(Influences.leastDraws) draws on "
          + "('\(Manifest.toolName) run --draws \(Influences.leastDraws)' or more); this run has "
          + "\(world.isDrawn ? world.drawCount : 0).")
    }
    guard !found.influences.isEmpty else {
      return section.say(
        "With none of the \(found.parameters) inputs drawn that can change a count does the answer go "
          + "more than chance would have it.")
    }
    let shown = found.influences.prefix(12)
    var grid = ReportGrid(
      "Inputs that the answer goes with, across their \(frame.levelText) range",
      columns: ["Input", "Change in \(name) avoided", "Share of the variance between draws"])
    let items = shown.map { influence -> IntervalChart.Item in
      let amount = Amount(.count, Found(influence.effect))
      let text = amount.text(influence.effect)
      grid.append(Influences.names(influence, world), [text, Phrase.wholePercent(influence.share)])
      return IntervalChart.Item(
        name: Influences.name(influence, world), mean: influence.effect, range: nil,
        text: text)
    }
    section.chart(
      Chart(
        id: ReportSection.fileName("drivers", scenario),
        title:
          "Where all inputs are drawn together, \(Influences.name(shown[0], world)) goes with the "
          + "largest part of what differs between these draws: \(Phrase.wholePercent(shown[0].share)).",
        subtitle: "Change in \(name) prevented or postponed, compared with "
          + "\(Phrase.within(frame.baseline)), from the lower to the upper end of each input's "
          + "\(frame.levelText) range, \(frame.place), \(frame.period); those "
          + "told from chance (5%, Bonferroni) of the \(Phrase.count(found.parameters, "input")) drawn that "
          + "can change a count",
        description: "A bar for each input.", table: grid,
        source: "parameters.csv and draws.csv",
        draw: IntervalChart(
          groups: [IntervalChart.Group(name: "", items: items)],
          measure: "Change in what is avoided",
          key: "upper less lower end of the input", style: .first, hasBars: true
        ).draw))
  }

  /// A share of runs, which unlike a chance may be none or all of them.
  static func shareOfRuns(_ share: Double) -> String {
    let text = Phrase.wholePercent(share)
    if share > 0, text == "0%" { return "under 1%" }
    return share < 1 && text == "100%" ? "over 99%" : text
  }

  /// What each draw gains in health and costs, where the run counts QALYs.
  func plane(_ scenario: String) -> Chart? {
    guard let gains = world.avoidedValues("qalys", scenario),
      let costs = world.avoidedValues("pounds:all:all", scenario)
    else { return nil }
    // A dot for each draw, or for each replicate where nothing was drawn.
    let (size, dot) = world.drawCount > 1 ? (world.replicates, "draw") : (1, "replicate")
    func means(_ values: [Double]) -> [Double] {
      stride(from: 0, to: values.count, by: size).map { start in
        -values[start..<start + size].reduce(0, +) / Double(size)
      }
    }
    let points = zip(means(gains), means(costs)).map { (gain: $0, cost: $1) }
    let plane = CostEffectivenessPlane(
      extraPounds: points.map(\.cost), extraQALYs: points.map(\.gain))
    let quarters = [
      ("more health, costs less (dominates)", plane.betterCheaper),
      ("more health, costs more", plane.betterDearer),
      ("less health, costs less", plane.worseCheaper),
      ("less health, costs more (dominated)", plane.worseDearer),
    ]
    var grid = ReportGrid(
      "Share of the \(dot)s in each quarter of the plane; one on a border counts in equal parts on "
        + "each side",
      columns: ["Quarter", "Share"])
    for (name, share) in quarters { grid.append(name, [Self.shareOfRuns(share)]) }
    let dots = Phrase.count(points.count, dot)
    let greatest = quarters.map(\.1).max() ?? 0
    let most = quarters.filter { $0.1 == greatest }
    let title =
      most.count == 1
      ? "\(Self.shareOfRuns(greatest)) of \(dots) fall under: \(most[0].0)."
      : "no quarter of the plane holds more of \(dots) than every other."
    return Chart(
      id: ReportSection.fileName("plane", scenario),
      title: "\(world.quoted(scenario)): \(title)",
      subtitle:
        "QALYs gained and extra cost, a dot for each of the \(dot)s, all payers, \(frame.period), "
        + "\(frame.prices), compared with \(Phrase.within(frame.baseline))",
      description: "A cloud of dots, counted by quarter of the plane.", table: grid,
      source: "draws.csv",
      draw: PlaneChart(points: points, gainName: "QALYs", style: world.style(scenario)).draw)
  }

  /// The section.
  var section: ReportSection? {
    guard !world.scenarios.isEmpty else { return nil }
    var section = ReportSection("sure", "How sure, and what would change the answer")
    if let chart = exceedance() { section.chart(chart) }
    for scenario in world.scenarios {
      section.when(scenario: scenario) { section in
        let tornado = TornadoFigure(data: data, world: world, frame: frame, scenario: scenario)
        if let chart = tornado.chart {
          section.chart(chart)
        } else {
          section.say(
            "What each input does alone is not in this folder: '\(Manifest.toolName) tornado SCENARIO "
              + "--into FOLDER' adds it.", style: "note")
        }
        influences(scenario, on: &section)
        if let chart = plane(scenario) {
          section.chart(chart)
        } else {
          section.say(
            "There is no cost-effectiveness plane, since the place gives no 'baseUtility' and so no "
              + "QALYs are counted.", style: "note")
        }
        section.say("Every limit, the weightiest first:")
        section.list(Caveats(data: data, world: world, frame: frame).all(scenario))
      }
    }
    return section
  }
}
