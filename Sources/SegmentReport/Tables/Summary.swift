import SegmentAnalysis
import SegmentModel

/// What `summary.json` says: the headline numbers of each scenario over the whole period, world by
/// world.
public struct Summary: Sendable {
  let world: RunWorld
  private let intervals: Intervals

  var comparison: Comparison { world.comparison }
  private var record: RunRecord { world.record }

  private init(_ world: RunWorld) {
    self.world = world
    intervals = Intervals(
      level: world.record.level, draws: world.comparison.draws.count,
      replicates: world.comparison.replicates.count)
  }

  /// The document.
  public static func json(_ worlds: [RunWorld]) -> JSONOutput {
    let (comparison, record) = (worlds[0].comparison, worlds[0].record)
    let (model, timeline) = (comparison.model, comparison.timeline)
    return .object([
      ("place", .object([("id", .text(model.id)), ("name", .text(model.name))])),
      ("from", .text(timeline.from.description)),
      ("years", .integer(timeline.years)),
      ("simulatedFrom", .text(model.start.description)),
      ("leavingSegments", .array(leavingSegments(of: model))),
      ("priceYear", .text(model.priceYear)),
      ("replicatesOfEachDraw", .integer(record.replicates.count)),
      ("seed", .unsigned(record.seed)),
      ("intervalLevel", .number(record.level)),
      ("intervalMeanings", meanings(worlds)),
      ("baseline", .text(comparison.scenarios[0].id)),
      ("willingnessToPay", .array(model.willingnessToPay.map(price))),
      ("spendSegments", model.spendSegments.map { spend(of: model, $0) } ?? .null),
      ("worlds", .array(worlds.map { Summary($0).json })),
    ])
  }

  private static func price(_ price: WillingnessToPay) -> JSONOutput {
    .object([
      ("poundsPerQALY", .number(price.poundsPerQALY)), ("source", .text(price.source)),
    ])
  }

  /// Whose spend is ranked, and on what.
  private static func spend(of model: Model, _ spend: SpendSegments) -> JSONOutput {
    .object([
      ("ages", .text("\(spend.ages)")),
      ("services", .array(spend.services.sorted().map { .text(model.services[$0].id) })),
    ])
  }

  private static func meanings(_ worlds: [RunWorld]) -> JSONOutput {
    let texts = worlds.map { InputCounts($0.record.inputs).rangesText }
    let ranges = texts.allSatisfy { $0 == texts[0] } ? texts[0] : "the stated ranges of inputs"
    return .object([
      ("expected", .text("where the figure is expected to be, by \(ranges)")),
      ("onePlace", .text("where the figure of one place falls, by that (in draws) and by luck")),
      ("simulationError", .text("where the mean would be after endless draws")),
    ])
  }

  /// The option of each choice, by choice.
  static func choices(_ record: RunRecord) -> JSONOutput {
    .object(record.choices.ids.map { ($0.choice, .text($0.option)) })
  }

  /// The part about one world.
  private var json: JSONOutput {
    .object([
      ("choices", Self.choices(record)),
      ("byDeprivation", byDeprivation),
      ("draws", draws),
      ("scenarios", .array(comparison.results.map(json))),
    ])
  }

  /// What of the model goes by deprivation, by id.
  private var byDeprivation: JSONOutput {
    let model = comparison.model
    let interventions = comparison.scenarios.flatMap(\.interventions)
      .filter(\.differsByDeprivation).map(\.id)
    func list(_ ids: [String]) -> JSONOutput { .array(ids.map { .text($0) }) }
    return .object([
      ("happenings", list(model.happenings.filter(\.differsByDeprivation).map(\.id))),
      ("pathways", list(model.pathways.filter(\.segmentsDifferByDeprivation).map(\.id))),
      (
        "interventions",
        list(comparison.catalogue.interventions.map(\.id).filter(Set(interventions).contains))
      ),
    ])
  }

  /// How many draws were made, why no more, and how many could not meet a target.
  private var draws: JSONOutput {
    guard let log = world.draws else { return .object([("made", .integer(0))]) }
    var members: [(String, JSONOutput)] = [
      ("made", .integer(comparison.draws.count)),
      ("missingTargets", .integer(log.drawsMissing)),
      ("missedTargets", Self.counts(log.unmet)),
      ("mended", .integer(log.drawsMended)),
      ("impossible", Self.counts(log.impossible)),
    ]
    if let rule = log.rule {
      let reached = StoppingRule.reached(comparison)
      members.append(
        (
          "headlineError",
          .object([
            ("wanted", .number(rule.error)), ("reached", .optional(reached)),
            ("isMet", .truth(rule.isMet(comparison))),
          ])
        ))
    }
    return .object(members)
  }

  private static func counts(_ counts: [String: Int]) -> JSONOutput {
    .object(counts.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
  }

  private func json(_ result: ScenarioResult) -> JSONOutput {
    let model = comparison.model
    let outcomes = model.outcomes.enumerated().map { index, outcome in
      (outcome.id, outcomeJSON(result, index))
    }
    return .object([
      ("id", .text(result.scenario.id)),
      ("name", .text(result.scenario.name)),
      ("note", result.scenario.note.map { .text($0) } ?? .null),
      ("stops", result.scenario.stops.map { .text($0) } ?? .null),
      ("until", result.scenario.until.map { .text($0.description) } ?? .null),
      ("outcomes", .object(outcomes)),
      ("deaths", number(result, .deaths(year: nil))),
      ("ambitions", .object(ambitions(result))),
      ("peopleFirstReached", .object(reached(result))),
      ("ranBefore", .array(ranBefore(result))),
      ("offers", .object(offers(result))),
      ("resources", .object(resources(result))),
      (
        "byDiscountRate",
        .array(
          comparison.catalogue.valueRates.map {
            valued(result, rate: $0)
          })
      ),
    ])
  }

  private func outcomeJSON(_ result: ScenarioResult, _ outcome: Int) -> JSONOutput {
    let all = Measure.outcome(outcome, cause: nil, year: nil, group: 0)
    let causes = comparison.catalogue.causes[outcome].enumerated().map { index, cause in
      (cause, number(result, .outcome(outcome, cause: index, year: nil, group: 0)))
    }
    return .object([
      ("name", .text(comparison.model.outcomes[outcome].name)),
      ("total", number(result, all)),
      ("byCause", .object(causes)),
    ])
  }

  private func resources(_ result: ScenarioResult) -> [(String, JSONOutput)] {
    comparison.model.resources.enumerated().map { index, resource in
      (
        resource.id,
        .object([
          ("name", .text(resource.name)), ("unit", .text(resource.unit)),
          ("amountsVary", .truth(amountsVary(index, result.scenario))),
          ("total", number(result, .resource(index, year: nil))),
        ])
      )
    }
  }

  /// Whether any amount of a resource has a range, in the place or in what a scenario does.
  private func amountsVary(_ resource: Int, _ scenario: Scenario) -> Bool {
    let model = comparison.model
    let uses =
      model.happenings.flatMap(\.uses) + model.pathways.flatMap(\.segments).flatMap(\.uses)
      + scenario.interventions.flatMap(\.uses).map(\.amount)
    return uses.contains { $0.resource == resource && $0.amount.isUncertain }
  }

  /// Money and health at one discount rate, or one of each.
  private func valued(_ result: ScenarioResult, rate: DiscountRate) -> JSONOutput {
    let catalogue = comparison.catalogue
    let (costs, health) = (
      catalogue.index(ofRate: rate.costs), catalogue.index(ofRate: rate.health)
    )
    let categories = CostCategory.allCases.map { category in
      (category.rawValue, payers(result, category, costs))
    }
    let perYear =
      rate.ofBoth.map { JSONOutput.number($0) }
      ?? .object([("costs", .number(rate.costs)), ("health", .number(rate.health))])
    var members: [(String, JSONOutput)] = [
      ("discountRatePerYear", perYear),
      ("pounds", .object(categories + [("all", payers(result, nil, costs))])),
      ("lifeYears", number(result, .lifeYears(rate: health, year: nil))),
    ]
    if result.value(.qalys(rate: health, year: nil)) != nil {
      members.append(("qalys", number(result, .qalys(rate: health, year: nil))))
    }
    return .object(members)
  }

  private func payers(
    _ result: ScenarioResult, _ category: CostCategory?, _ rate: Int
  ) -> JSONOutput {
    func spending(_ payer: Int?) -> JSONOutput {
      number(result, .spending(category: category, payer: payer, rate: rate, year: nil))
    }
    let each = comparison.model.payers.enumerated().map { ($1.id, spending($0)) }
    return .object([("allPayers", spending(nil)), ("byPayer", .object(each))])
  }

  /// Mean and spread, and those of what is avoided with its three intervals.
  private func number(_ result: ScenarioResult, _ measure: Measure) -> JSONOutput {
    guard let value = result.value(measure), let avoided = result.avoided(measure) else {
      return .null
    }
    let ranges = [
      ("expected", intervals.expected(avoided)), ("onePlace", intervals.onePlace(avoided)),
      ("simulationError", intervals.simulationError(avoided)),
    ].map { name, range -> (String, JSONOutput) in
      let ends = range.map { [JSONOutput.number($0.lowerBound), .number($0.upperBound)] }
      return (name, ends.map { .array($0) } ?? .null)
    }
    return .object(
      Self.spread(value) + [("avoided", .object(Self.spread(avoided) + ranges))])
  }

  private static func spread(_ finding: Finding) -> [(String, JSONOutput)] {
    let moments = finding.moments
    return [
      ("mean", .number(moments.mean)), ("sdParameters", .optional(moments.sdParameters)),
      ("sdLuck", .optional(moments.sdLuck)), ("mcse", .optional(moments.standardError)),
    ]
  }
}
