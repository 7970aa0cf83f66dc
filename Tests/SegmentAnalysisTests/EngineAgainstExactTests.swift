import SegmentAnalysis
import SegmentModel
import Testing

/// The engine's counts against the exact answer: every happening by year, every segment at every
/// boundary, and everyone reached; means and variances.
///
/// Every model starts in a known state, since the solver's variance is that given the start. A
/// test fails with a probability of one in a million when engine and solver agree; with a thousand
/// replicates it sees a defect of a fifth of the spread of one replicate in the mean of a cell.
@Suite struct EngineAgainstExactTests {
  #if DEBUG
    private let replicates = 60
  #else
    private let replicates = 1_000
  #endif

  private let death = SmallModel.move("dies", 0, to: 2, SmallModel.rate(0.05))

  private func failures(_ model: Model, _ interventions: [Intervention] = []) throws -> [String] {
    try EngineCheck(model: model, interventions: interventions, replicates: replicates).failures()
  }

  @Test func multipliersAcrossPathwaysAndTablesByAgeAndSex() throws {
    let byAge = ValueTree.byAge([
      (AgeRange(0, 40), .constant(0.2)),
      (AgeRange(41, AgeRange.oldest), .bySex([.constant(0.5), .constant(0.9)])),
    ])
    let illness = SmallModel.pathway(
      "illness", segments: 3, dying: [2],
      moves: [
        death,
        SmallModel.move(
          "falls-ill", 0, to: 1, .ratePerYear(Quantity(byAge)),
          multipliers: [Multiplier(pathway: 1, ratios: [1: Quantity(2.5)])]),
        SmallModel.move("recovers", 1, to: 0, SmallModel.rate(0.3)),
      ])
    let risk = SmallModel.pathway(
      "risk", segments: 2,
      moves: [
        SmallModel.move(
          "rises", pathway: 1, 0, to: 1, SmallModel.rate(0.25),
          multipliers: [Multiplier(pathway: 0, ratios: [1: Quantity(3)])])
      ])
    let admission = SmallModel.event(
      "admission",
      .ratePerYear(Quantity(.atAge([(age: 38, value: 0.3), (age: 44, value: 1.5)]))),
      multipliers: [
        Multiplier(pathway: 0, ratios: [1: Quantity(1.6)]),
        Multiplier(pathway: 1, ratios: [1: Quantity(1.3)]),
      ])
    var model = SmallModel.model([illness, risk], events: [admission], years: 4, residents: 480)
    model.population.sexes = ["female", "male"]
    model.population.people = [PeopleCell(ages: AgeRange(38, 41), people: 1)]
    #expect(try failures(model) == [])
  }

  @Test func productsOfTables() throws {
    let byAge = ValueTree.byAge([
      (AgeRange(0, 40), .constant(0.3)), (AgeRange(41, AgeRange.oldest), .constant(0.9)),
    ])
    func product(_ factors: ValueTree...) -> Quantity { Quantity(.product(factors)) }
    let bySex = ValueTree.bySex([.constant(0.5), .constant(1.5)])
    let illness = SmallModel.pathway(
      "illness", segments: 3, dying: [2],
      moves: [
        death,
        SmallModel.move("falls-ill", 0, to: 1, .ratePerYear(product(byAge, bySex))),
        SmallModel.move("recovers", 1, to: 0, SmallModel.rate(0.4)),
      ])
    let admission = SmallModel.event(
      "admission", .ratePerYear(product(bySex, .constant(0.6))),
      multipliers: [Multiplier(pathway: 0, ratios: [1: product(byAge, .constant(4))])],
      triggers: [
        Trigger(
          id: "kills", pathway: 0, from: [1], to: 2, probability: product(bySex, .constant(0.2)))
      ])
    var model = SmallModel.model([illness], events: [admission], years: 3, residents: 600)
    model.population.sexes = ["female", "male"]
    model.population.people = [PeopleCell(ages: AgeRange(38, 41), people: 1)]
    let help = Intervention(
      id: "help", starts: SmallModel.start,
      reach: Reach(
        ramp: [ReachPoint(years: 0, share: Quantity(0.5))], factor: product(bySex, .constant(0.8))),
      effects: [
        Effect(target: .happening(3), change: .multiplyRate(product(byAge, .constant(0.7)))),
        Effect(target: .happening(1), change: .addRatePerYear(product(bySex, .constant(0.1)))),
      ])
    #expect(try failures(model, [help]) == [])
  }

  @Test func triggersOfMovesAndOfPoissonEvents() throws {
    let illness = SmallModel.pathway(
      "illness", segments: 3, dying: [2], start: .counts([1: 300]),
      moves: [
        death,
        SmallModel.move(
          "falls-ill", 0, to: 1, SmallModel.rate(0.5),
          triggers: [SmallModel.trigger("found", pathway: 1, 0, to: 1, 0.6)]),
        SmallModel.move("recovers", 1, to: 0, SmallModel.rate(0.7)),
      ])
    let care = SmallModel.pathway(
      "care", segments: 3,
      moves: [
        SmallModel.move(
          "declines", pathway: 1, 1, to: 2, SmallModel.rate(0.4),
          triggers: [SmallModel.trigger("worsens", pathway: 0, 0, to: 1, 0.5)])
      ])
    let fall = SmallModel.event(
      "fall", SmallModel.rate(0.9), multipliers: [Multiplier(pathway: 1, ratios: [2: Quantity(2)])],
      triggers: [
        SmallModel.trigger("kills", pathway: 0, 1, to: 2, 0.15),
        SmallModel.trigger("cared-for", pathway: 1, 0, to: 1, 0.5),
        SmallModel.trigger("cared-for-more", pathway: 1, 1, to: 2, 0.4),
      ])
    let review = SmallModel.event(
      "review", SmallModel.quarterly(0.3), eligible: Eligibility(segments: [1: [1, 2]]),
      triggers: [SmallModel.trigger("home", pathway: 1, 2, to: 0, 0.3)])
    let model = SmallModel.model(
      [illness, care], events: [fall, review], years: 2, residents: 800, step: .quarter)
    #expect(try failures(model) == [])
  }

  @Test func reachThatGrowsSharedPropensitiesAndMovesMadeOnce() throws {
    let risk = SmallModel.pathway(
      "risk", segments: 3,
      moves: [
        SmallModel.move("rises", 0, to: 1, SmallModel.rate(0.6)),
        SmallModel.move("wanes", 2, to: 0, SmallModel.rate(0.8)),
      ])
    let stroke = SmallModel.event(
      "stroke", SmallModel.rate(0.5),
      multipliers: [Multiplier(pathway: 0, ratios: [1: Quantity(3)])])
    var model = SmallModel.model([risk], events: [stroke], years: 3, residents: 600, step: .quarter)
    model.population.deprivation = ["1", "2"]
    model.population.deprivationShares = [[0.5, 0.5]]
    let ramp = Reach(
      ramp: [ReachPoint(years: 0, share: Quantity(0)), ReachPoint(years: 2, share: Quantity(0.7))],
      factor: Quantity(.byDeprivation([.constant(0.6), .constant(1.2)])))
    let first = Intervention(
      id: "finding", starts: CalendarMonth(year: 2020, month: 7),
      ends: CalendarMonth(year: 2022, month: 4), eligible: Eligibility(segments: [0: [0, 1]]),
      propensity: "screening", reach: ramp,
      effects: [Effect(target: .happening(2), change: .multiplyRate(Quantity(0.4)))],
      once: [SmallModel.trigger("protect", pathway: 0, 1, to: 2, 0.8)],
      costs: [.perEvent(UnitCost(payer: 0, pounds: Quantity(1)), happening: 2)])
    let second = Intervention(
      id: "treating", starts: SmallModel.start, propensity: "screening", reach: Reach(share: 0.5),
      effects: [
        Effect(target: .happening(0), change: .addRatePerYear(Quantity(-0.2))),
        Effect(target: .happening(2), change: .addRatePerYear(Quantity(0.1))),
      ])
    let third = Intervention(
      id: "advising", starts: SmallModel.start, reach: Reach(share: 0.3),
      effects: [Effect(target: .happening(0), change: .setRatePerYear(Quantity(0.1)))])
    #expect(try failures(model, [first, second, third]) == [])
  }

  @Test func probabilitiesAndTheirEffects() throws {
    let illness = SmallModel.pathway(
      "illness", segments: 4, dying: [3], start: .counts([1: 200, 2: 100]),
      moves: [
        SmallModel.move("dies", 2, to: 3, SmallModel.quarterly(0.06)),
        SmallModel.move(
          "falls-ill", 0, to: 1, SmallModel.quarterly(0.1),
          multipliers: [Multiplier(pathway: 1, ratios: [1: Quantity(2)])]),
        SmallModel.move("worsens", 1, to: 2, SmallModel.quarterly(0.2)),
        SmallModel.move("recovers", 1, to: 0, SmallModel.quarterly(0.3)),
      ])
    let habit = SmallModel.pathway(
      "habit", segments: 2,
      moves: [
        SmallModel.move("takes-up", pathway: 1, 0, to: 1, SmallModel.quarterly(0.1)),
        SmallModel.move("quits", pathway: 1, 1, to: 0, SmallModel.quarterly(0.2)),
      ])
    let admission = SmallModel.event(
      "admission", SmallModel.quarterly(0.15),
      multipliers: [Multiplier(pathway: 0, ratios: [1: Quantity(2), 2: Quantity(4)])],
      triggers: [SmallModel.trigger("cures", pathway: 0, 2, to: 1, 0.3)])
    let model = SmallModel.model(
      [illness, habit], events: [admission], years: 2, residents: 600, step: .quarter)
    let help = Intervention(
      id: "help", starts: CalendarMonth(year: 2020, month: 4), reach: Reach(share: 0.6),
      effects: [
        Effect(target: .happening(1), change: .multiplyRate(Quantity(0.5))),
        Effect(target: .happening(5), change: .setProbability(Quantity(0.4))),
        Effect(target: .happening(6), change: .addRatePerYear(Quantity(-0.3))),
        Effect(target: .trigger(happening: 6, trigger: 0), change: .multiplyRate(Quantity(2))),
      ])
    #expect(try failures(model, [help]) == [])
  }

  @Test func severalWaysToLeave() throws {
    let vital = SmallModel.pathway(
      "vital", segments: 2, dying: [1],
      moves: [SmallModel.move("dies", 0, to: 1, SmallModel.rate(0.1))])
    let home = SmallModel.pathway(
      "home", segments: 3, dying: [2],
      moves: [
        SmallModel.move("moves-house", pathway: 1, 0, to: 1, SmallModel.rate(0.4)),
        SmallModel.move("moves-away", pathway: 1, 1, to: 2, SmallModel.rate(0.3)),
      ])
    let event = SmallModel.event(
      "event", SmallModel.rate(0.8),
      triggers: [SmallModel.trigger("kills", pathway: 0, 0, to: 1, 0.1)])
    let model = SmallModel.model([vital, home], events: [event], years: 5, residents: 600)
    #expect(try failures(model) == [])
  }
}
