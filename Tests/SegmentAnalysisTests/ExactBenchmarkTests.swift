import SegmentAnalysis
import SegmentModel
import Testing

/// The benchmark problem: exact answers computed elsewhere by matrix powers.
@Suite struct ExactBenchmarkTests {
  @Test func admissionsMeetTheKnownAnswers() throws {
    let run = try Examples.load("benchmark/intervention.json")
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
