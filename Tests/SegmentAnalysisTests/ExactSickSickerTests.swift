import Foundation
import SegmentAnalysis
import SegmentModel
import Testing

/// The published Sick-Sicker cohort model, from its files.
///
/// Alarid-Escudero and others 2023; the numbers were computed again independently.
@Suite struct ExactSickSickerTests {
  private func solvers() throws -> [ExactSolver] {
    let run = try Examples.load("sick-sicker/a.json", "sick-sicker/b.json", "sick-sicker/ab.json")
    return try ([run.baseline] + run.scenarios).map {
      try ExactSolver(model: run.model, scenario: $0)
    }
  }

  private func perPerson(_ solver: ExactSolver, rate: Double = 0.03) throws
    -> (cost: Double, qalys: Double)
  {
    let people = Double(solver.model.population.residents)
    let qalys = try #require(solver.qalys(ratePerYear: rate))
    let cost = solver.pounds(ratePerYear: rate)
    return (solver.moments(of: cost).mean / people, solver.moments(of: qalys).mean / people)
  }

  @Test func costsAndQALYsWithTrapezoidWeights() throws {
    let known = [
      (152_262.2907, 21.038151), (285_676.9230, 21.828836), (259_991.5153, 22.511198),
      (379_955.4473, 23.466846),
    ]
    for (solver, (cost, qalys)) in zip(try solvers(), known) {
      let found = try perPerson(solver)
      #expect(abs(found.cost - cost) < 5.1e-5, "\(solver.scenario.id)")
      #expect(abs(found.qalys - qalys) < 5.1e-7, "\(solver.scenario.id)")
    }
  }

  @Test func costsAndQALYsWithoutCorrection() throws {
    var run = try Examples.load("sick-sicker/standard-of-care.json")
    run.model.cycleWeights = .everyBoundary
    let solver = try ExactSolver(model: run.model, scenario: run.baseline)
    let discounted = try perPerson(solver)
    #expect(abs(discounted.cost - 153_541.4129) < 5.1e-5)
    #expect(abs(discounted.qalys - 21.554487) < 5.1e-7)
    let plain = try perPerson(solver, rate: 0)
    #expect(abs(plain.cost - 418_155.6233) < 5.1e-5)
    #expect(abs(plain.qalys - 44.194149) < 5.1e-7)
  }

  /// The tutorial's own table, which weights boundaries 1/3, 2/3, 4/3, 2/3, ..., 1/3.
  @Test func costsAndQALYsAsPublished() throws {
    let known = [
      (151_579.8660, 20.711331), (284_804.5134, 21.498663), (259_100.4106, 22.184465),
      (378_875.1984, 23.136844),
    ]
    for (index, (solver, (cost, qalys))) in zip(try solvers(), known).enumerated() {
      let occupancy = solver.expected().occupancy
      var (pounds, health) = (0.0, 0.0)
      for boundary in 0...75 {
        let weight = [0, 75].contains(boundary) ? 1.0 / 3 : boundary % 2 == 1 ? 2.0 / 3 : 4.0 / 3
        let row = occupancy[boundary].map { $0 * weight / pow(1.03, Double(boundary)) / 100_000 }
        let added = [0.0, 12_000, 13_000, 25_000][index]
        let sick = index % 2 == 1 ? 0.95 : 0.75
        pounds += 2_000 * row[0] + (4_000 + added) * row[1] + (15_000 + added) * row[2]
        health += row[0] + sick * row[1] + 0.5 * row[2]
      }
      #expect(abs(pounds - cost) < 5.1e-5)
      #expect(abs(health - qalys) < 5.1e-7)
    }
  }

  @Test func occupancyFollowsThePublishedTrace() throws {
    let run = try Examples.load("sick-sicker/standard-of-care.json")
    let expected = try ExactSolver(model: run.model, scenario: run.baseline).expected()
    let known = [
      10: [0.6201921416, 0.1831486669, 0.1587060066, 0.0379531849],
      75: [0.1157234506, 0.0341785363, 0.3170615355, 0.5330364776],
    ]
    for (boundary, shares) in known {
      for (found, share) in zip(expected.occupancy[boundary], shares) {
        #expect(abs(found / 100_000 - share) < 5.1e-11)
      }
    }
  }
}
