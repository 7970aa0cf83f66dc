import SegmentAnalysis
import SegmentModel

/// What `summary.json` says: the headline numbers of each scenario over the whole period, world by
/// world.
public struct Summary: Sendable {
  let comparison: Comparison
  let record: RunRecord
  private let interval: PredictionInterval

  private init(_ world: RunWorld) {
    (comparison, record) = (world.comparison, world.record)
    interval = PredictionInterval(level: record.level, count: comparison.replicates.count)
  }

  /// The document.
  public static func json(_ worlds: [RunWorld]) -> JSONValue {
    let (comparison, record) = (worlds[0].comparison, worlds[0].record)
    let (model, timeline) = (comparison.model, comparison.timeline)
    return .object([
      ("place", .object([("id", .text(model.id)), ("name", .text(model.name))])),
      ("from", .text(timeline.from.description)),
      ("years", .integer(timeline.years)),
      ("priceYear", .text(model.priceYear)),
      ("replicates", .integer(record.replicates.count)),
      ("seed", .unsigned(record.seed)),
      ("intervalLevel", .number(record.level)),
      (
        "intervalMeaning",
        .text(
          "where one further replicate falls by luck alone; uncertainty of inputs not included")
      ),
      ("baseline", .text(comparison.scenarios[0].id)),
      ("worlds", .array(worlds.map { Summary($0).json })),
    ])
  }

  /// The option of each choice, by choice.
  static func choices(_ record: RunRecord) -> JSONValue {
    .object(record.choices.ids.map { ($0.choice, .text($0.option)) })
  }

  /// The part about one world.
  private var json: JSONValue {
    .object([
      ("choices", Self.choices(record)),
      ("scenarios", .array(comparison.results.map(json))),
    ])
  }

  private func json(_ result: ScenarioResult) -> JSONValue {
    let model = comparison.model
    let outcomes = model.outcomes.enumerated().map { index, outcome in
      (outcome.id, outcomeJSON(result, index))
    }
    return .object([
      ("id", .text(result.scenario.id)),
      ("name", .text(result.scenario.name)),
      ("outcomes", .object(outcomes)),
      ("deaths", number(result, .deaths(year: nil))),
      ("ambitions", .object(ambitions(result))),
      ("peopleFirstReached", .object(reached(result))),
      ("resources", .object(resources(result))),
      (
        "byDiscountRate",
        .array(
          comparison.catalogue.discountRates.indices.map {
            valued(result, rate: $0)
          })
      ),
    ])
  }

  private func outcomeJSON(_ result: ScenarioResult, _ outcome: Int) -> JSONValue {
    let all = Measure.outcome(outcome, cause: nil, year: nil, group: 0)
    let causes = comparison.catalogue.causes[outcome].enumerated().map { index, cause in
      (cause, number(result, .outcome(outcome, cause: index, year: nil, group: 0)))
    }
    return .object([
      ("name", .text(comparison.model.outcomes[outcome].name)),
      ("total", number(result, all)),
      ("byReplicate", .array((result.replicates(all) ?? []).map { .number($0) })),
      ("byCause", .object(causes)),
    ])
  }

  private func ambitions(_ result: ScenarioResult) -> [(String, JSONValue)] {
    result.scenario.interventions.compactMap { intervention in
      intervention.ambition.map { (intervention.id, .text($0.id)) }
    }
  }

  private func resources(_ result: ScenarioResult) -> [(String, JSONValue)] {
    comparison.model.resources.enumerated().map { index, resource in
      (
        resource.id,
        .object([
          ("name", .text(resource.name)), ("unit", .text(resource.unit)),
          ("total", number(result, .resource(index, year: nil))),
        ])
      )
    }
  }

  private func reached(_ result: ScenarioResult) -> [(String, JSONValue)] {
    comparison.catalogue.interventions.enumerated().compactMap { index, intervention in
      guard result.scenario.interventions.contains(where: { $0.id == intervention.id }) else {
        return nil
      }
      let started = result.value(.started(intervention: index, year: nil, group: 0))
      return (intervention.id, .optional(started?.mean))
    }
  }

  /// Money and health at one discount rate.
  private func valued(_ result: ScenarioResult, rate: Int) -> JSONValue {
    let categories = CostCategory.allCases.map { category in
      (category.rawValue, payers(result, category, rate))
    }
    var members: [(String, JSONValue)] = [
      ("discountRatePerYear", .number(comparison.catalogue.discountRates[rate])),
      ("pounds", .object(categories + [("all", payers(result, nil, rate))])),
      ("lifeYears", number(result, .lifeYears(rate: rate, year: nil))),
    ]
    if result.value(.qalys(rate: rate, year: nil)) != nil {
      members.append(("qalys", number(result, .qalys(rate: rate, year: nil))))
    }
    return .object(members)
  }

  private func payers(
    _ result: ScenarioResult, _ category: CostCategory?, _ rate: Int
  ) -> JSONValue {
    func spending(_ payer: Int?) -> JSONValue {
      number(result, .spending(category: category, payer: payer, rate: rate, year: nil))
    }
    let each = comparison.model.payers.enumerated().map { ($1.id, spending($0)) }
    return .object([("allPayers", spending(nil)), ("byPayer", .object(each))])
  }

  /// Mean, spread and what is avoided, with the interval of luck.
  private func number(_ result: ScenarioResult, _ measure: Measure) -> JSONValue {
    guard let value = result.value(measure), let avoided = result.avoided(measure) else {
      return .null
    }
    let range = interval.around(avoided)
    return .object([
      ("mean", .number(value.mean)),
      ("sd", .optional(value.standardDeviation)),
      ("avoidedMean", .number(avoided.mean)),
      ("avoidedStandardError", .optional(avoided.standardError)),
      ("avoidedLow", .optional(range?.lowerBound)),
      ("avoidedHigh", .optional(range?.upperBound)),
    ])
  }
}
