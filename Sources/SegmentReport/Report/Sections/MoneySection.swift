import SegmentModel

/// Who pays what and when, and when it is paid back.
struct MoneySection {
  let world: ReportWorld
  let frame: Frame
  private let accounts: MoneyAccounts

  init(_ world: ReportWorld, _ frame: Frame) {
    (self.world, self.frame) = (world, frame)
    accounts = MoneyAccounts(world)
  }

  /// The cumulative net with its range.
  func cumulative(_ scenario: String) -> Chart? {
    guard accounts.hasMoney else { return nil }
    let found = accounts.cumulative(scenario).map(world.found)
    let name = world.quoted(scenario)
    var grid = ReportGrid(
      "Cumulative net by the end of each year, compared with \(Phrase.within(frame.baseline)), "
        + frame.prices,
      columns: ["Year", "Net, mean", "\(frame.levelText) range"])
    for (year, found) in zip(world.years, found) {
      let amount = Amount(.pounds, found)
      grid.append(
        year,
        [
          SignedWords.net.text(found.mean, amount),
          found.range.map { SignedWords.net.text($0, amount) } ?? "",
        ])
    }
    let title =
      switch accounts.payback(scenario) {
      case .untold: "We cannot tell whether \(name) is paid back \(frame.period)."
      case .never: "\(name) is not paid back \(frame.period)."
      case .nothing: "\(name) costs and saves nothing \(frame.period)."
      case .byEnd(let year): "\(name) is paid back by the end of \(year), on average."
      }
    return Chart(
      id: ReportSection.fileName("cumulative-net", scenario), title: title,
      subtitle:
        "\(MoneyNames.netOf), all payers, summed up to the end "
        + "of each year; \(frame.prices), compared with \(Phrase.within(frame.baseline))",
      description: "A line with a band over the years: the cumulative net.",
      table: grid, source: "draws.csv",
      draw: LineChart(
        marks: world.years,
        lines: [
          LineChart.Line(
            name: "\(name), mean", values: found.map(\.mean), style: world.style(scenario),
            isMain: true)
        ],
        bands: frame.samples > 1
          ? [
            LineChart.Band(
              name: "\(frame.levelText) range",
              ranges: found.map { $0.range ?? $0.mean...$0.mean }, style: world.style(scenario))
          ] : [], measure: "Cumulative \(MoneyNames.within(MoneyNames.net))", isMoney: true
      ).draw)
  }

  /// What a reader who adds up the money of payers must know.
  static let note = "Net: \(MoneyNames.within(MoneyNames.netOf)). \(Phrase.sums)"

  private typealias Kind = (
    name: String, words: SignedWords, found: (_ payer: String, _ year: String) -> Found?
  )

  private func kinds(_ scenario: String) -> [Kind] {
    [
      (MoneyNames.programme, .spent, { accounts.extra("programme", $0, scenario, year: $1) }),
      (MoneyNames.care, .spent, { accounts.extra("care", $0, scenario, year: $1) }),
      (MoneyNames.value, .value, { accounts.value($0, scenario, year: $1) }),
      ("Net", .net, { accounts.net($0, scenario, year: $1) }),
    ]
  }

  /// What each payer pays and gains in the whole period.
  func byPayer(_ scenario: String) -> ReportGrid {
    let kinds = kinds(scenario)
    var grid = ReportGrid(
      "\(world.quoted(scenario)) compared with \(Phrase.within(frame.baseline)): "
        + "money by payer \(frame.period), \(frame.prices): mean "
        + "(\(frame.levelText) range)",
      columns: ["Payer"] + kinds.map(\.name))
    for payer in accounts.payers + ["all"] {
      grid.append(
        payer == "all" ? "All payers" : world.names.of("payer", payer),
        kinds.map { HeadlineTable.cell($0.found(payer, "all"), .pounds, $0.words) })
    }
    return grid
  }

  /// Means of what each payer pays and gains in each year; ranges are in `costs.csv`.
  func byYear(_ scenario: String) -> ReportGrid {
    var grid = ReportGrid(
      "\(world.quoted(scenario)) compared with \(Phrase.within(frame.baseline)): "
        + "money by payer and year, \(frame.prices), mean; below 0: less spent, "
        + "more activity, or a net cost",
      columns: ["Payer"] + world.years)
    for kind in kinds(scenario) {
      grid.appendHeading(kind.words == .net ? MoneyNames.net : kind.name)
      for payer in accounts.payers + ["all"] {
        let found = world.years.map { kind.found(payer, $0) }
        grid.append(
          payer == "all" ? "All payers" : world.names.of("payer", payer),
          found.map { found in
            guard let found else { return "–" }
            return found.isUntold ? Phrase.cannotTell : Amount(.pounds, found).text(found.mean)
          })
      }
    }
    return grid
  }

  /// Mean costs of every scenario before any difference, at every discount rate.
  var levels: ReportGrid {
    let rows = world.rows("costs.csv", ["year": "all", "item": "all"])
    let rates = Array(Set(rows.compactMap { $0.number("discount_rate_per_year") })).sorted()
    let scenarios = [world.baseline] + world.scenarios
    var grid = ReportGrid(
      "Mean costs of each scenario in \(frame.place) \(frame.period), before any difference"
        + (frame.priceYear.isEmpty ? "" : ", in \(frame.priceYear) prices"),
      columns: ["Kind and payer"] + scenarios.map(world.scenarioName))
    let kinds = [
      ("programme", "Programme cost"), ("care", "Cost of care"), ("events", "Activity"),
      ("all", "All"),
    ]
    for rate in rates {
      grid.appendHeading(Phrase.capitalised(DiscountWords.words(DiscountRate(rate))))
      for (kind, kindName) in kinds {
        for payer in accounts.payers + (kind == "all" ? ["all"] : []) {
          let cells = scenarios.map { scenario in
            rows.first {
              $0["scenario"] == scenario && $0["category"] == kind && $0["payer"] == payer
                && $0.number("discount_rate_per_year") == rate
            }?.number("mean_pounds")
          }
          guard cells.contains(where: { ($0 ?? 0) != 0 }) else { continue }
          let name = payer == "all" ? "all payers" : world.names.of("payer", payer)
          grid.append(
            "\(kindName): \(name)",
            cells.map { cell in
              guard let cell else { return "" }
              let found = Found(cell)
              return Amount(.pounds, found).text(cell)
            })
        }
      }
    }
    return grid
  }

  /// The section.
  var section: ReportSection? {
    guard accounts.hasMoney else { return nil }
    var section = ReportSection("money", "Who pays, who gains, and when it is paid back")
    section.say(
      "Value is the average cost of the activity avoided, less that of activity added. It is not cash: beds and staff that are not "
        + "needed free capacity before they free money. Releasable cash is not modelled.")
    for scenario in world.scenarios {
      section.when(scenario: scenario) { section in
        if let words = accounts.words(scenario, frame) {
          section.list([words.account, words.verdict])
        }
        if let chart = cumulative(scenario) { section.chart(chart) }
        section.table(byPayer(scenario))
        section.say(Self.note, style: "note")
        section.details("By payer and year") { section in
          section.table(byYear(scenario))
          section.say(Self.note, style: "note")
        }
      }
    }
    section.details("Mean costs of every scenario, discounted and not") { section in
      section.table(levels)
      section.say(Phrase.sums, style: "note")
    }
    return section
  }
}
