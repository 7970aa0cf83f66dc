import SegmentAnalysis
import SegmentModel
import SegmentSimulation
import Testing

/// The benchmark problem: exact answers computed elsewhere by matrix powers.
@Suite struct ExactBenchmarkTests {
  @Test(arguments: ["benchmark/as-stated/intervention.json", "benchmark/intervention.json"])
  func admissionsMeetTheKnownAnswers(file: String) throws {
    let run = try Examples.load(file)
    let baseline = try ExactSolver(model: run.model, scenario: run.baseline)
    let intervention = try ExactSolver(model: run.model, scenario: run.scenarios[0])
    let before = baseline.moments(of: baseline.occurrences(ofOutcome: 0))
    let after = intervention.moments(of: intervention.occurrences(ofOutcome: 0))

    #expect(abs(before.mean - 153_495.32) < 0.005)
    #expect(abs(after.mean - 151_177.448284) < 1e-6)
    #expect(abs(before.mean - after.mean - 2_317.871717) < 1e-6)
    #expect(abs(before.variance.squareRoot() - 395.87) < 0.005)
    #expect(abs(after.variance.squareRoot() - 392.30) < 0.005)
  }

  /// As stated the problem is one pathway and one event, and the same happens in them in both places.
  @Test func theProblemAsStatedIsPartOfTheLargerPlace() throws {
    let stated = try Examples.load("benchmark/as-stated/intervention.json")
    let larger = try Examples.load("benchmark/intervention.json")
    #expect(stated.model.pathways.map(\.id) == ["condition"])
    #expect(stated.model.events.map(\.id) == ["admission"])
    #expect(larger.model.pathways.map(\.id) == ["condition", "second"])
    #expect(try exact(stated) == exact(larger))
    #expect(try counts(stated) == counts(larger))
  }

  /// The mean and the variance of the admissions, scenario by scenario, to a millionth.
  private func exact(_ run: LoadedRun) throws -> [[Double]] {
    try ([run.baseline] + run.scenarios).map { scenario in
      let solver = try ExactSolver(model: run.model, scenario: scenario)
      let moments = solver.moments(of: solver.occurrences(ofOutcome: 0))
      return [moments.mean, moments.variance].map { ($0 * 1e6).rounded() / 1e6 }
    }
  }

  /// How often 2,000 residents made each move of the condition and were admitted, year by year.
  private func counts(_ run: LoadedRun) throws -> [[[Int64]]] {
    var model = run.model
    model.population.residents = 2000
    model.pathways[0].start = .counts([1: 140, 2: 40, 3: 120, 4: 200])
    let moves = model.pathways.reduce(0) { $0 + $1.moves.count }
    let shared = Array(model.pathways[0].moves.indices) + [moves]
    return try Simulation(model: model, scenarios: [run.baseline] + run.scenarios)
      .run(seed: 1, replicates: [0], threads: 1)[0].map { tallies in
        shared.map { happening in
          (0..<tallies.layout.years).map { tallies.happened(year: $0, happening: happening) }
        }
      }
  }

  @Test func whatIsExpectedAddsUp() throws {
    let run = try Examples.load("benchmark/intervention.json")
    let solver = try ExactSolver(model: run.model, scenario: run.scenarios[0])
    let expected = solver.expected()
    let admissions = solver.occurrences(ofOutcome: 0)
    #expect(abs(expected.dot(admissions) - solver.moments(of: admissions).mean) < 1e-6)
    for boundary in 0...solver.steps {
      let condition = expected.occupancy[boundary][0..<6].reduce(0, +)
      #expect(abs(condition - 178_300) < 1e-6)
      #expect(abs(expected.living[boundary] + expected.occupancy[boundary][5] - 178_300) < 1e-6)
    }
    #expect(abs(expected.reached[0][0] - 178_300) < 1e-6)
    #expect(abs(expected.started[0][0] - 178_300) < 1e-6)
    #expect(expected.started[1][0] == 0)
  }
}
