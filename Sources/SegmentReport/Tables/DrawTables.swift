import SegmentAnalysis
import SegmentModel
import SegmentSimulation

/// The tables of single draws, and of the chances that come of them.
struct DrawTables {
  private let world: RunWorld
  private let chancesOf: Chances
  /// Ids of the interventions of all worlds, so that the columns are the same in each.
  private let interventions: [String]

  init(_ world: RunWorld, interventions: [String]) {
    self.world = world
    self.interventions = interventions
    chancesOf = Chances(world.comparison)
  }

  private var comparison: Comparison { world.comparison }
  private var model: Model { comparison.model }
  private var choices: String { world.record.choices.label }

  /// Totals of everybody in every draw and replicate: a row a year, a column a total.
  var totals: CSVTable {
    let columns = columns
    var table = CSVTable(
      header: ["scenario", "draw", "replicate", "year"] + columns.map(\.name), choices: choices)
    let years: [Int?] = Array(0..<comparison.timeline.years) + [nil]
    for result in comparison.results {
      for year in years {
        let values = columns.map { column in
          column.measure(year).flatMap { result.value($0)?.values }
        }
        let label = year.map { comparison.timeline.label(ofYear: $0) } ?? "all"
        for (place, sample) in samples.enumerated() {
          table.append(
            [
              .text(result.scenario.id), .exact(Double(sample.draw)),
              .exact(Double(sample.replicate)), .text(label),
            ] + values.map { .number($0?[place]) })
        }
      }
    }
    return table
  }

  private var samples: [(draw: Int, replicate: Int)] {
    comparison.draws.flatMap { draw in comparison.replicates.map { (draw, $0) } }
  }

  private typealias Column = (name: String, measure: (_ year: Int?) -> Measure?)

  private var columns: [Column] {
    var columns: [Column] = model.outcomes.enumerated().map { index, outcome in
      (outcome.id, { .outcome(index, cause: nil, year: $0, group: 0) })
    }
    columns += byDeprivation
    columns.append(("deaths", { .deaths(year: $0) }))
    let catalogue = comparison.catalogue
    for (rate, perYear) in catalogue.discountRates.enumerated() {
      let end = perYear == 0 ? "" : "@\(NumberText.shortest(perYear))"
      if catalogue.healthRates.contains(rate) {
        columns.append(("life_years\(end)", { .lifeYears(rate: rate, year: $0) }))
        if model.baseUtility != nil {
          columns.append(("qalys\(end)", { .qalys(rate: rate, year: $0) }))
        }
      }
      if catalogue.costRates.contains(rate) { columns += pounds(rate: rate, end: end) }
    }
    columns += model.resources.enumerated().map { index, resource in
      ("amount:\(resource.id)", { .resource(index, year: $0) })
    }
    return columns
      + interventions.map { id in
        let index = comparison.catalogue.interventions.firstIndex { $0.id == id }
        func measure(_ year: Int?) -> Measure? {
          index.map { .started(intervention: $0, year: year, group: 0) }
        }
        return ("started:\(id)", measure)
      }
  }

  /// The headline outcome in each group of deprivation, in the whole period.
  private var byDeprivation: [Column] {
    let groups = comparison.catalogue.deprivation
    guard groups.count > 1, let headline = model.outcomes.first else { return [] }
    return groups.map { group in
      (
        "\(headline.id):deprivation:\(comparison.catalogue.groups[group].id)",
        { $0 == nil ? .outcome(0, cause: nil, year: nil, group: group) : nil }
      )
    }
  }

  private func pounds(rate: Int, end: String) -> [Column] {
    let categories: [CostCategory?] = CostCategory.allCases + [nil]
    let payers: [Int?] = Array(model.payers.indices) + [nil]
    return categories.flatMap { category in
      payers.map { payer in
        let names = [category?.rawValue ?? "all", payer.map { model.payers[$0].id } ?? "all"]
        return (
          "pounds:\(names.joined(separator: ":"))\(end)",
          { .spending(category: category, payer: payer, rate: rate, year: $0) }
        )
      }
    }
  }

  /// The values of the uncertain numbers in each draw; nil where nothing was drawn.
  var parameters: CSVTable? {
    guard let log = world.draws else { return nil }
    var table = CSVTable(header: ["draw", "parameter", "value"], choices: choices)
    for (draw, values) in log.draws {
      for (parameter, value) in zip(log.parameters, values) {
        table.append([.exact(Double(draw)), .text(parameter.id), .exact(value)])
      }
    }
    return table
  }

  /// Chances of what one place would see.
  var chances: CSVTable {
    var table = CSVTable(
      header: ["scenario", "question", "outcome", "payer", "discount_rate_per_year"]
        + Self.chanceColumns, choices: choices)
    for (scenario, result) in comparison.results.enumerated() {
      for question in chancesOf.questions {
        guard let chance = chancesOf.chance(question, scenario: scenario) else { continue }
        table.append([.text(result.scenario.id)] + names(question) + Self.cells(chance))
      }
    }
    return table
  }

  private func names(_ question: ChanceQuestion) -> [CSVTable.Cell] {
    func rate(_ index: Int) -> CSVTable.Cell { .exact(comparison.catalogue.discountRates[index]) }
    func outcome(_ index: Int) -> CSVTable.Cell { .text(model.outcomes[index].id) }
    return switch question {
    case .savesMoney(let payer, let index):
      [
        .text("saves_money"), .empty, .text(payer.map { model.payers[$0].id } ?? "all"),
        rate(index),
      ]
    case .costsLeast(let index): [.text("costs_least"), .empty, .text("all"), rate(index)]
    case .avoidsAny(let index): [.text("avoids_any"), outcome(index), .empty, .empty]
    case .avoidsMost: [.text("avoids_most"), outcome(0), .empty, .empty]
    case .mostDeprivedGainMore: [.text("most_deprived_gain_more"), outcome(0), .empty, .empty]
    }
  }

  /// Chances that at least so many of each outcome are avoided.
  var exceedance: CSVTable {
    var table = CSVTable(
      header: ["scenario", "outcome", "avoided_at_least_events"] + Self.chanceColumns,
      choices: choices)
    for (scenario, result) in comparison.results.enumerated() {
      for (index, outcome) in model.outcomes.enumerated() {
        for number in chancesOf.grid(outcome: index, scenario: scenario) {
          let chance = chancesOf.avoids(atLeast: number, outcome: index, scenario: scenario)
          guard let chance else { continue }
          table.append(
            [.text(result.scenario.id), .text(outcome.id), .exact(number)] + Self.cells(chance))
        }
      }
    }
    return table
  }

  private static let chanceColumns = ["probability", "mcse", "draws", "replicates_of_each_draw"]

  private static func cells(_ chance: ChanceEstimate) -> [CSVTable.Cell] {
    [
      .number(chance.probability), .number(chance.standardError), .exact(Double(chance.draws)),
      .exact(Double(chance.replicates)),
    ]
  }
}
