import SegmentAnalysis
import SegmentModel
import Testing

/// Models that cannot be solved exactly are refused in words.
@Suite struct ExactRefusalTests {
  private let still = SmallModel.model([SmallModel.pathway("p", segments: 2)])

  private func refusal(_ model: Model, _ interventions: [Intervention] = [], limit: Double? = nil)
    -> String
  {
    do {
      _ = try ExactSolver(
        model: model, scenario: Scenario(id: "s", interventions: interventions),
        limit: limit ?? ExactSolver.defaultLimit)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func capacity() {
    let limited = Intervention(
      id: "clinic", starts: SmallModel.start, capacityPerYear: Quantity(10))
    #expect(refusal(still, [limited]).contains("clinic has a capacity"))
  }

  @Test func birthsAndJoiners() {
    var model = still
    model.population.birthsPerYear = Quantity(10)
    #expect(refusal(model).contains("births and joiners"))
    model = still
    model.population.joinersPerYear = [Joiners(AgeRange(18, 64), peoplePerYear: Quantity(5))]
    #expect(refusal(model).contains("births and joiners"))
  }

  @Test("Events that can trigger moves double what a step can bring, and too many are refused")
  func tooManyOutcomes() {
    func model(_ events: Int) -> Model {
      SmallModel.model(
        [SmallModel.pathway("p", segments: 2)],
        events: (0..<events).map {
          SmallModel.event(
            "e\($0)", .ratePerYear(Quantity(0.1)),
            triggers: [SmallModel.trigger("t", 0, to: 1, 0.5)])
        })
    }
    #expect(refusal(model(6)) == "")
    #expect(refusal(model(25)).contains("too much to solve exactly"))
  }

  @Test func tooManyStates() {
    let wide = (0..<12).map { SmallModel.pathway("p\($0)", segments: 5) }
    #expect(refusal(SmallModel.model(wide)).contains("too many to solve exactly"))
    #expect(refusal(still, limit: 1).contains("the limit is 1"))
    #expect(refusal(still).isEmpty)
  }

  @Test func probabilitiesOfAnotherPeriod() {
    let move = SmallModel.move("m", 0, to: 1, SmallModel.quarterly(0.1))
    let model = SmallModel.model([SmallModel.pathway("p", segments: 2, moves: [move])])
    #expect(refusal(model).contains("the probability of m is per quarter"))
  }

  @Test func probabilitiesThatAddUpToMoreThanOne() {
    let moves = ["a", "b"].enumerated().map {
      SmallModel.move($1, 0, to: $0 + 1, SmallModel.yearly(0.6))
    }
    let model = SmallModel.model([SmallModel.pathway("p", segments: 3, moves: moves)])
    #expect(refusal(model).contains("a, b add up to 1.2"))
  }

  @Test func effectsOnTheWrongScale() {
    let move = SmallModel.move("m", 0, to: 1, SmallModel.rate(0.1))
    let model = SmallModel.model([SmallModel.pathway("p", segments: 2, moves: [move])])
    let effect = Effect(target: .happening(0), change: .setProbability(Quantity(0.5)))
    let intervention = Intervention(id: "i", starts: SmallModel.start, effects: [effect])
    #expect(refusal(model, [intervention]).contains("an effect of i sets a rate"))
  }
}
