import SegmentModel
import Testing

@testable import SegmentSimulation

@Suite("Whom the numbers of an exit span do not tell apart")
struct SpanClassesTests {
  @Test(
    "have the same of every number in the model, in all years that a bound covers",
    arguments: 0..<12)
  func alike(seed: Int) throws {
    var maker = RandomModel(seed: UInt64(seed), hasProducts: seed % 2 == 1)
    let (model, scenario) = maker.make()
    let baseline = maker.baseline(for: model, sharedWith: scenario)
    let scenarios = [baseline, scenario]
    let compiled = try CompiledModel(model: model, scenarios: scenarios, step: model.step)
    let (strata, spans) = (compiled.strata, compiled.spans.count)
    for span in 0..<spans {
      var firstOf: [Int: [Double]] = [:]
      let numbers = Numbers(compiled.spans[span], compiled, model, scenarios)
      for stratum in strata.indices {
        for age in 0...AgeRange.oldest {
          let own = numbers.all(strata[stratum], age: age)
          let spanClass = compiled.spanClass(span, stratum: stratum, age: age)
          let first = firstOf[spanClass] ?? own
          #expect(first == own, "span \(span), stratum \(stratum), age \(age)")
          firstOf[spanClass] = first
        }
      }
    }
    for stratum in strata.indices where spans > 0 {
      let like = Int(compiled.alikeStrata[stratum])
      for span in 0..<spans {
        for age in [0, 17, 64, 90] {
          #expect(
            compiled.spanClass(span, stratum: stratum, age: age)
              == compiled.spanClass(span, stratum: like, age: age))
        }
      }
    }
  }

  @Test("are all of one class where no number differs, and of two where something opens at an age")
  func few() throws {
    func compile(_ ages: AgeRange?) throws -> CompiledModel {
      var eligible = Eligibility()
      eligible.ages = ages
      let plan = PopulationPlan(
        residents: 100, areas: [Area(id: "a"), Area(id: "b")])
      let event = Event(
        id: "e", name: "", chance: .ratePerYear(Quantity(0.1)), eligible: eligible)
      let model = Model(
        id: "m", start: CalendarMonth(year: 2020, month: 1), years: 2, step: .quarter,
        population: plan, pathways: [], events: [event])
      return try CompiledModel(model: model, scenarios: [], step: .quarter)
    }
    #expect(try compile(nil).bounds.count == 1)
    // Those who are too young for years to come, those for whom a bound must look ahead, those of age.
    #expect(try compile(AgeRange(65, AgeRange.oldest)).bounds.count == 3)
    let older = try compile(AgeRange(65, AgeRange.oldest))
    #expect(older.spanClass(0, stratum: 0, age: 64) != older.spanClass(0, stratum: 0, age: 65))
    #expect(older.spanClass(0, stratum: 0, age: 64) == older.spanClass(0, stratum: 1, age: 63))
  }

  /// What the chances of a span are made of, read from the model as it was written.
  private struct Numbers {
    private var quantities: [Quantity] = []
    private var eligible: [Eligibility] = []

    init(
      _ span: SpanRecord, _ compiled: CompiledModel, _ model: Model, _ scenarios: [Scenario]
    ) {
      for exit in span.exits.range {
        let happening = Int(compiled.exits[exit])
        let event = model.happenings[happening]
        quantities.append(event.chance.quantity)
        for multiplier in event.multipliers {
          quantities += multiplier.ratios.sorted { $0.key < $1.key }.map(\.value)
        }
        for effect in scenarios.flatMap(\.interventions).flatMap(\.effects)
        where effect.target == .happening(happening) {
          quantities.append(effect.change.quantity)
        }
        eligible.append(event.eligible)
      }
    }

    /// The numbers of a stratum at an age, their highest in the years that a bound covers, and what is
    /// open now and within these years.
    func all(_ stratum: Attributes, age: Int) -> [Double] {
      func now(_ age: Int) -> [Double] {
        var who = stratum
        who.age = age
        return quantities.map { $0.value(for: who) }
      }
      let ahead = age...min(age + CompiledModel.yearsAhead, AgeRange.oldest)
      let highest = ahead.map(now).reduce(now(age)) { zip($0, $1).map(max) }
      let open = eligible.map { eligible in
        func admits(_ age: Int) -> Bool {
          var who = stratum
          who.age = age
          var anywhere = eligible
          anywhere.segments = [:]
          return anywhere.admits(who) { _ in 0 }
        }
        return (admits(age) ? 2 : 0) + (ahead.contains(where: admits) ? 1.0 : 0)
      }
      return now(age) + highest + open
    }
  }
}
