import SegmentAnalysis
import SegmentModel
import Testing

/// The published Sick-Sicker microsimulation: means and spread per person.
///
/// Krijkamp and others 2018; the exact values were computed again independently.
@Suite struct ExactKrijkampTests {
  private func perPerson(_ solver: ExactSolver, _ weights: ExactTable) -> (mean: Double, sd: Double)
  {
    let people = Double(solver.model.population.residents)
    let (mean, variance) = solver.moments(of: weights)
    return (mean / people, (variance / people).squareRoot())
  }

  @Test func costsAndQALYsPerPerson() throws {
    let run = try Examples.load("krijkamp-2018/treatment.json")
    let known = [
      (75_976.149140, 57_903.069584, 15.83884781, 4.94890626),
      (141_623.028188, 108_371.268341, 16.40040559, 5.09781560),
    ]
    for (scenario, known) in zip([run.baseline] + run.scenarios, known) {
      let solver = try ExactSolver(model: run.model, scenario: scenario)
      let cost = perPerson(solver, solver.pounds(ratePerYear: 0.03))
      #expect(abs(cost.mean - known.0) < 1e-6)
      #expect(abs(cost.sd - known.1) < 1e-6)
      let qalys = perPerson(solver, try #require(solver.qalys(ratePerYear: 0.03)))
      #expect(abs(qalys.mean - known.2) < 5.1e-9)
      #expect(abs(qalys.sd - known.3) < 5.1e-9)
    }
  }

  /// Treatment changes nobody's path, so the difference is a functional of one scenario's counts.
  @Test func differencePerPersonWithTheSameLuck() throws {
    var run = try Examples.load("krijkamp-2018/treatment.json")
    for pathway in run.model.pathways.indices {
      for segment in run.model.pathways[pathway].segments.indices {
        run.model.pathways[pathway].segments[segment].costs = []
      }
    }
    let solver = try ExactSolver(model: run.model, scenario: run.scenarios[0])
    let cost = perPerson(solver, solver.pounds(ratePerYear: 0.03))
    #expect(abs(cost.mean - 65_646.879048) < 1e-6)
    #expect(abs(cost.sd - 51_857.092811) < 1e-6)
  }

  @Test func occupancyFollowsTheKnownTrace() throws {
    let run = try Examples.load("krijkamp-2018/no-treatment.json")
    let expected = try ExactSolver(model: run.model, scenario: run.baseline).expected()
    let known = [
      10: [0.6184095872, 0.1567754685, 0.1350551752, 0.0897597691],
      30: [0.3486835716, 0.0883963115, 0.2065287629, 0.3563913539],
    ]
    for (boundary, shares) in known {
      for (found, share) in zip(expected.occupancy[boundary], shares) {
        #expect(abs(found / 100_000 - share) < 5.1e-11)
      }
    }
  }
}
