import Testing

@testable import SegmentModel

@Suite("What can be at all")
struct ReachabilityTests {
  /// Well, ill, cured and lost; a visit may cure.
  private func model(
    onset: Double = 0.1, cure: Double = 0.5, eligible: Eligibility = Eligibility(),
    visitors: Eligibility = Eligibility(), start: Start = .shares([:])
  ) -> Model {
    Model(
      id: "m", start: CalendarMonth(year: 2020, month: 1), years: 1,
      population: PopulationPlan(residents: 10),
      pathways: [
        Pathway(
          id: "p", segments: ["well", "ill", "cured", "lost"].map { Segment(id: $0) }, start: start,
          moves: [
            Event(
              id: "p/onset", name: "onset", move: OwnMove(pathway: 0, from: [0], to: 1),
              chance: .ratePerYear(Quantity(onset)), eligible: eligible)
          ])
      ],
      events: [
        Event(
          id: "visit", name: "visit", chance: .probability(Quantity(1), per: .year),
          eligible: visitors,
          triggers: [
            Trigger(id: "cures", pathway: 0, from: [1], to: 2, probability: Quantity(cure))
          ])
      ])
  }

  private func scenario(_ effects: [Effect], _ once: [Trigger] = [], for ill: Set<Int>) -> Scenario
  {
    Scenario(
      id: "s",
      interventions: [
        Intervention(
          id: "i", starts: CalendarMonth(year: 2020, month: 1),
          eligible: Eligibility(segments: [0: ill]), effects: effects, once: once)
      ])
  }

  @Test("Moves and triggers lead on, from where somebody is")
  func follows() {
    let found = Reachability(model(), [])
    #expect(found.segments == [[0, 1, 2]])
    #expect(found.happenings == [0, 1] && found.interventions.isEmpty)
    #expect(Reachability(model(start: .counts([3: 5, 2: 0])), []).segments == [[0, 1, 2, 3]])
    let shares = Start.shares([3: Quantity(0.1), 2: Quantity(0)])
    #expect(Reachability(model(cure: 0, start: shares), []).segments == [[0, 1, 3]])
  }

  @Test("What has no chance, or is open to nobody, leads nowhere")
  func stops() {
    #expect(Reachability(model(onset: 0), []).segments == [[0]])
    #expect(Reachability(model(onset: 0), []).happenings == [1])
    #expect(Reachability(model(eligible: Eligibility(segments: [0: [1]])), []).segments == [[0]])
    let lost = Reachability(model(visitors: Eligibility(segments: [0: [3]])), [])
    #expect(lost.segments == [[0, 1]] && lost.happenings == [0])
  }

  @Test("Nothing happens to those who left, to ages that nobody comes to, or in groups of nobody")
  func nobody() {
    var model = model()
    model.population = PopulationPlan(
      residents: 10, sexes: ["f", "m"], areas: [Area(id: "a"), Area(id: "b")],
      people: [
        PeopleCell(area: 0, sex: 0, ages: AgeRange(40, 40), people: 1),
        PeopleCell(area: 0, sex: 1, ages: AgeRange(60, 60), people: 1),
      ])
    model.pathways[0].segments[2].leaves = .died
    func isPossible(_ eligible: Eligibility) -> Bool {
      var model = model
      model.events[0].eligible = eligible
      var scenario = scenario([], for: [0])
      scenario.interventions[0].eligible = eligible
      let found = Reachability(model, [scenario])
      #expect(found.happenings.contains(1) == found.interventions.contains("i"))
      return found.happenings.contains(1)
    }
    #expect(isPossible(Eligibility()))
    #expect(isPossible(Eligibility(segments: [0: [1, 2]])))
    #expect(!isPossible(Eligibility(segments: [0: [2]])))
    // In one year they come to be 41 and 61.
    #expect(isPossible(Eligibility(ages: AgeRange(61, 110))))
    #expect(!isPossible(Eligibility(ages: AgeRange(62, 110))))
    #expect(!isPossible(Eligibility(ages: AgeRange(0, 39))))
    #expect(!isPossible(Eligibility(ages: AgeRange(42, 59))))
    #expect(!isPossible(Eligibility(areas: [1])))
    #expect(isPossible(Eligibility(ages: AgeRange(60, 60), sexes: [1])))
    #expect(!isPossible(Eligibility(ages: AgeRange(60, 60), sexes: [0])))
    #expect(!isPossible(Eligibility(deprivation: [])))
  }

  @Test("Interventions make possible what is not, if they reach somebody")
  func interventions() {
    let onset = EffectTarget.happening(0)
    let cure = EffectTarget.trigger(happening: 1, trigger: 0)
    func segments(_ effect: Effect, onset rate: Double = 0.1, cure: Double = 0.5, for ill: Set<Int>)
      -> Set<Int>
    {
      Reachability(model(onset: rate, cure: cure), [scenario([effect], for: ill)]).segments[0]
    }
    let added = Effect(target: onset, change: .addRatePerYear(Quantity(0.1)))
    #expect(segments(added, onset: 0, for: [0]) == [0, 1, 2])
    #expect(segments(added, onset: 0, for: [3]) == [0])
    let multiplied = Effect(target: onset, change: .multiplyRate(Quantity(9)))
    #expect(segments(multiplied, onset: 0, for: [0]) == [0])
    let set = Effect(target: cure, change: .setProbability(Quantity(0.2)))
    #expect(segments(set, cure: 0, for: [1]) == [0, 1, 2])
    let never = Effect(target: cure, change: .setProbability(Quantity(0)))
    #expect(segments(never, cure: 0, for: [1]) == [0, 1])
    let once = Trigger(id: "o", pathway: 0, from: [2], to: 3, probability: Quantity(1))
    let moved = Reachability(model(), [scenario([], [once], for: [1])])
    #expect(moved.segments == [[0, 1, 2, 3]] && moved.interventions == ["i"])
    #expect(Reachability(model(cure: 0), [scenario([], [once], for: [1])]).segments == [[0, 1]])
    #expect(Reachability(model(), [scenario([], for: [3])]).interventions.isEmpty)
    let none: [(inout Intervention) -> Void] = [
      { $0.reach = Reach(share: 0) },
      {
        $0.reach = Reach(ramp: [
          ReachPoint(years: 0, share: Quantity(0)), ReachPoint(years: 2, share: Quantity(0)),
        ])
      },
      { $0.reach.factor = Quantity(0) }, { $0.capacityPerYear = Quantity(0) },
    ]
    for change in none {
      var scenario = scenario([added], for: [0])
      change(&scenario.interventions[0])
      let found = Reachability(model(onset: 0), [scenario])
      #expect(found.interventions.isEmpty && found.segments == [[0]])
    }
    var growing = scenario([added], for: [0])
    growing.interventions[0].reach = Reach(ramp: [
      ReachPoint(years: 0, share: Quantity(0)), ReachPoint(years: 2, share: Quantity(0.1)),
    ])
    #expect(Reachability(model(onset: 0), [growing]).interventions == ["i"])
  }
}
