import SegmentModel
import SegmentSimulation
import Testing

@testable import SegmentAnalysis

/// Expected counts against a sum over residents, one by one.
@Suite("Expected counts")
struct ExpectedCountsTests {
  private static let byAge = ValueTree.atAge([(20, 0.3), (70, 2)])

  /// Ages, sexes and three pathways, of which the rates of what happens depend on all.
  private static func model() -> Model {
    func start(_ share: Double) -> Start { .shares([1: Quantity(share), 2: Quantity(share / 2)]) }
    let ratios = [
      Multiplier(pathway: 0, ratios: [1: Quantity(3), 2: Quantity(0.5)]),
      Multiplier(pathway: 1, ratios: [2: Quantity(byAge)]),
      Multiplier(pathway: 2, ratios: [1: Quantity(7)]),
    ]
    let fall = SmallModel.event(
      "fall", .ratePerYear(Quantity(.bySex([byAge, .constant(0.1)]))),
      eligible: Eligibility(ages: AgeRange(30, 80), segments: [1: [0, 2]]), multipliers: ratios,
      triggers: [SmallModel.trigger("worse", pathway: 2, 1, to: 2, 0.25)])
    let relapse = SmallModel.move(
      "relapse", pathway: 0, 1, to: 2, SmallModel.quarterly(0.05), multipliers: [ratios[2]])
    var model = SmallModel.model(
      [
        SmallModel.pathway("a", segments: 3, start: start(0.3), moves: [relapse]),
        SmallModel.pathway("b", segments: 3, start: start(0.4)),
        SmallModel.pathway("c", segments: 3, start: start(0.2)),
      ], events: [fall])
    model.population = PopulationPlan(
      residents: 2_000, sexes: ["female", "male"],
      people: [PeopleCell(ages: AgeRange(0, 99), people: 1)])
    return model
  }

  /// What one resident adds in a year.
  private func expected(
    _ event: Event, _ trigger: Trigger?, _ who: Attributes, _ segment: (Int) -> Int
  ) -> Double {
    guard event.eligible.admits(who, segment: segment) else { return 0 }
    if let move = event.move, !move.from.contains(segment(move.pathway)) { return 0 }
    if let trigger, !trigger.from.contains(segment(trigger.pathway)) { return 0 }
    var rate = event.chance.quantity.value(for: who)
    if case .probability(_, let period) = event.chance { rate /= period.years }
    for multiplier in event.multipliers {
      rate *= multiplier.ratios[segment(multiplier.pathway)]?.value(for: who) ?? 1
    }
    return rate * (trigger?.probability.value(for: who) ?? 1)
  }

  @Test(
    "Every resident adds their own chance",
    arguments: [
      EffectTarget.happening(0), .happening(1), .trigger(happening: 1, trigger: 0),
    ], [nil, Margin.sex(1), .ages(AgeRange(18, 44))])
  func sums(target: EffectTarget, margin: Margin?) throws {
    let model = Self.model()
    let residents = StartingResidents(model: model, seed: 5)
    var counts = ExpectedCounts(model, among: residents) { [QuantityPart(table: $0.values)] }
    let count = Count(.events([target, target]), from: model.start, years: 1, margin: margin)
    let terms = try #require(try counts.terms(of: count))
    let (event, trigger) =
      switch target {
      case .happening(let index): (model.happenings[index], nil as Trigger?)
      case .trigger(let index, let trigger):
        (model.happenings[index], model.happenings[index].triggers[trigger])
      }
    var sum = 0.0
    for resident in residents.stratum.indices {
      var who = residents.strata[Int(residents.stratum[resident])]
      who.age = Int(residents.age[resident])
      if margin == .sex(1), who.sex != 1 { continue }
      if case .ages(let ages) = margin, !ages.contains(who.age) { continue }
      sum += expected(event, trigger, who) { Int(residents.segments[$0][resident]) }
    }
    #expect(sum > 0)
    // What is asked for twice is counted twice.
    #expect(abs(terms.reduce(0) { $0 + $1.coefficient } / (2 * sum) - 1) < 1e-9)
  }
}
