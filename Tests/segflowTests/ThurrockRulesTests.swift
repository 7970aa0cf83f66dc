import Foundation
import SegmentModel
import SegmentReport
import SegmentSimulation
import Testing

/// What must hold of Thurrock's files whatever their numbers are.
@Suite("Rules of Thurrock")
struct ThurrockRulesTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("scenarios/thurrock")

  private static func load(
    _ file: String, choose: [(choice: String, options: [String])] = []
  ) throws -> [LoadedRun] {
    try Loader.load([folder.appendingPathComponent(file).path], choose: choose)
  }

  /// Conditions whose segments lead from undiagnosed to controlled, in the order of care.
  private static let conditions = [
    "hypertension", "atrial-fibrillation", "coronary-heart-disease", "stroke", "heart-failure",
    "diabetes", "copd", "asthma", "depression", "ckd",
  ]

  @Test("Depression found by screening lasts as long, and would have been diagnosed as soon")
  func foundDepression() throws {
    let model = try #require(try Self.load("place.json").first).model
    let pathway = try #require(model.pathways.first { $0.id == "depression" })
    func segment(_ id: String) throws -> Int {
      try #require(pathway.segments.firstIndex { $0.id == id })
    }
    let diagnosed = Set(try ["unregistered", "uncontrolled"].map(segment))
    func ratePerYear(from id: String, to ends: Set<Int>) throws -> Double {
      let from = try segment(id)
      return pathway.moves.reduce(0) { sum, event in
        guard let move = event.move, move.from.contains(from), ends.contains(move.to) else {
          return sum
        }
        return sum + event.chance.quantity.scalar
      }
    }
    for ends in [[0], diagnosed] as [Set<Int>] {
      let (before, after) = (
        try ratePerYear(from: "undiagnosed", to: ends), try ratePerYear(from: "found", to: ends)
      )
      #expect(before > 0 && abs(after / before - 1) < 1e-12)
    }
    // A screen that were an exit would take people's turn to recover in the quarter in which it is made.
    #expect(try ratePerYear(from: "undiagnosed", to: [segment("found")]) == 0)
    let found = try segment("found")
    #expect(!pathway.moves.contains { $0.move?.to == found })
    #expect(model.events.contains { $0.triggers.contains { $0.to == found } })
    let deaths = try #require(model.happenings.first { $0.id == "vital/death" })
    let index = try #require(model.pathways.firstIndex { $0.id == "depression" })
    let ratios = try #require(deaths.multipliers.first { $0.pathway == index }).ratios
    #expect(try ratios[segment("found")]?.scalar == ratios[segment("undiagnosed")]?.scalar)
  }

  @Test(
    "Being found, registered or controlled raises nobody's own rate of admission, in any world",
    arguments: ["ratio", "full-gap"])
  func neverRaises(effect: String) throws {
    let worlds = try Self.load(
      "all-together.json",
      choose: [
        ("effect", [effect]), ("level", ["local", "trials"]),
        ("control", ["table-6-1", "clinical"]),
        ("blood-pressure", ["10-mmhg", "15-mmhg"]),
      ])
    #expect(worlds.count == 8)
    for world in worlds {
      let model = world.model
      let steps = Self.stepsOfCare(model, once: world.scenarios.flatMap(\.interventions))
      #expect(steps.count > 40)
      var random = Weyl()
      for _ in 0..<40 {
        let who = Attributes(
          age: Int.random(in: 0...100, using: &random), sex: Int.random(in: 0...1, using: &random),
          area: Int.random(in: 0...3, using: &random),
          deprivation: Int.random(in: 0...4, using: &random))
        let state = model.pathways.map { Int.random(in: 0..<$0.segments.count, using: &random) }
        for step in steps {
          var (before, after) = (state, state)
          before[step.pathway] = step.from
          after[step.pathway] = step.to
          let (own, then) = (
            Self.admissionsPerYear(model, who, before), Self.admissionsPerYear(model, who, after)
          )
          let pathway = model.pathways[step.pathway]
          #expect(
            then <= own * (1 + 1e-12),
            """
            \(world.choices.label): \(pathway.id) from \(pathway.segments[step.from].id) to \
            \(pathway.segments[step.to].id) raises \(own) to \(then) a year for \(who), \(before)
            """)
        }
      }
    }
  }

  /// Moves within the conditions towards more care: to a later segment, not out of the first.
  private static func stepsOfCare(
    _ model: Model, once interventions: [Intervention]
  ) -> Set<CareStep> {
    var steps: Set<CareStep> = []
    func add(_ pathway: Int, _ from: Set<Int>, _ to: Int) {
      guard conditions.contains(model.pathways[pathway].id) else { return }
      for segment in from where segment > 0 && to > segment {
        steps.insert(CareStep(pathway: pathway, from: segment, to: to))
      }
    }
    for happening in model.happenings {
      if let move = happening.move { add(move.pathway, move.from, move.to) }
      for trigger in happening.triggers { add(trigger.pathway, trigger.from, trigger.to) }
    }
    for move in interventions.flatMap(\.once) { add(move.pathway, move.from, move.to) }
    return steps
  }

  /// The same states in every run of the test.
  private struct Weyl: RandomNumberGenerator {
    private var state: UInt64 = 0

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      let mixed = (state ^ (state >> 31)) &* 0xBF58_476D_1CE4_E5B9
      return mixed ^ (mixed >> 27)
    }
  }

  private struct CareStep: Hashable {
    var pathway: Int
    var from: Int
    var to: Int
  }

  /// The rate of the headline outcome of somebody in a state.
  private static func admissionsPerYear(
    _ model: Model, _ who: Attributes, _ state: [Int]
  ) -> Double {
    model.happenings.filter { $0.outcome == 0 }.reduce(0) { sum, happening in
      guard happening.eligible.admits(who, segment: { state[$0] }) else { return sum }
      if let move = happening.move, !move.from.contains(state[move.pathway]) { return sum }
      let multiplier = happening.multipliers.reduce(1) { product, multiplier in
        product * (multiplier.ratios[state[multiplier.pathway]]?.value(for: who) ?? 1)
      }
      return sum + happening.chance.quantity.value(for: who) * multiplier
    }
  }

  @Test("docs/validation.md was written for the files as they are")
  func validationIsCurrent() throws {
    let loaded = try Self.load("place.json")[0]
    let report = Self.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/validation.md")
    let text = try String(contentsOf: report, encoding: .utf8)
    #expect(
      text.contains(ValidationReport.digest(of: loaded.files)),
      "segflow validate scenarios/thurrock/place.json --output docs/validation.md")
  }

  @Test("An intervention at reach 0 is the baseline")
  func reachZero() throws {
    let folder = Self.folder.appendingPathComponent("interventions").path
    let all = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter {
        $0.hasSuffix(".json") && !["place.json", "population.json", "sources.json"].contains($0)
      }
      .filter { $0 != "claims.json" }.sorted()
    let loaded = try Loader.load(all.map { Self.folder.appendingPathComponent($0).path })[0]
    var model = loaded.model
    model.population.residents = 3000
    (model.population.joinersPerYear, model.population.birthsPerYear) = ([], nil)
    model.years = 1
    var tried: Set<String> = []
    var scenarios = [loaded.baseline]
    for intervention in loaded.scenarios.flatMap(\.interventions)
    where !loaded.baseline.interventions.contains(where: { $0.id == intervention.id }) {
      guard tried.insert(intervention.id).inserted else { continue }
      var nobody = intervention
      nobody.reach = Reach(share: 0)
      scenarios.append(
        Scenario(
          id: intervention.id, interventions: loaded.baseline.interventions + [nobody]))
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(tried.count + loaded.baseline.interventions.count == files.count)
    let tallies = try Simulation(model: model, scenarios: scenarios)
      .run(seed: 3, replicates: [0], threads: 2)[0]
    #expect(tallies[0].happened.contains { $0 > 0 })
    for (scenario, tally) in zip(scenarios, tallies).dropFirst() {
      #expect(tally.happened == tallies[0].happened, "\(scenario.id)")
      #expect(tally.occupancy == tallies[0].occupancy, "\(scenario.id)")
      #expect(tally.triggered == tallies[0].triggered, "\(scenario.id)")
    }
  }
}
