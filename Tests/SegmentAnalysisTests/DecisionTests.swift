import Testing

@testable import SegmentAnalysis

/// Decisions between strategies of uncertain net benefit, against closed forms.
@Suite("Decisions under uncertainty")
struct DecisionTests {
  /// Option 1 has no net benefit, option 2 p1 - p2, with p1 ~ N(1, 1) and p2 ~ N(0, 2).
  static func known(draws: Int, seed: UInt32 = 1) -> (
    netBenefit: [[Double]], p1: [Double], p2: [Double]
  ) {
    let p1 = Normals.list(0, count: draws, seed: seed).map { 1 + $0 }
    let p2 = Normals.list(1, count: draws, seed: seed).map { 2 * $0 }
    return ([p1.map { _ in 0 }, zip(p1, p2).map(-)], p1, p2)
  }

  /// Two-sided normal limit with a false-positive rate of 1 in 10,000.
  static let limit = 3.89

  @Test("EVPI and the chance of being best have their closed forms")
  func closedForm() throws {
    let decision = Decision(netBenefit: Self.known(draws: 20_000).netBenefit)
    #expect(decision.best == 1)
    let information = decision.perfectInformation
    let error = try #require(information.standardError)
    #expect(abs(information.value - 0.479810706) < Self.limit * error)
    // What is lost varies no more than the difference between the two does.
    #expect(error < (5.0 / 20_000).squareRoot())
    let chance = (0.672639577 * (1 - 0.672639577) / 20_000).squareRoot()
    #expect(abs(decision.chanceBest[1] - 0.672639577) < Self.limit * chance)
    // By the delta method.
    #expect(
      abs(decision.chanceErrors[1] / chance - 1)
        < Self.limit * (0.672639577 - 0.5) / (20_000 * chance))
    #expect(close(decision.chanceBest.reduce(0, +), 1))
    #expect(decision.expectedLoss[1] == information.value)
    #expect(
      close(
        decision.expectedLoss[0] - decision.expectedLoss[1],
        decision.meanNetBenefit[1] - decision.meanNetBenefit[0]))
  }

  @Test("Curves over thresholds, by hand")
  func curves() {
    let draws = DecisionDraws(
      pounds: [[0, 0, 0, 0], [10, 10, 20, 10]], qalys: [[0, 0, 0, 0], [1, 2, 1, 0.5]])
    #expect(draws.draws == 4)
    #expect(draws.netBenefit(poundsPerQALY: 10)[1] == [0, 10, -10, -5])
    let decisions = draws.decisions(poundsPerQALY: [0, 10, 30])
    #expect(decisions.map(\.best) == [0, 0, 1])
    // At 10 the first draw is a tie.
    #expect(decisions.map(\.chanceBest) == [[1, 0], [0.625, 0.375], [0, 1]])
    #expect(decisions.map(\.expectedLoss) == [[0, 12.5], [2.5, 3.75], [21.25, 0]])
    #expect(decisions.map(\.perfectInformation.value) == [0, 2.5, 0])
    let plane = draws.plane(of: 1, against: 0)
    #expect(plane.betterDearer == 1)
  }

  @Test("Quadrants of the plane, axes shared out")
  func plane() {
    let plane = CostEffectivenessPlane(
      extraPounds: [1, -1, -1, 1, 0, 0, 1, 1], extraQALYs: [1, 1, -1, -1, 1, 0, 0, 1])
    #expect(plane.betterDearer * 8 == 2 + 0.5 + 0.25 + 0.5)
    #expect(plane.betterCheaper * 8 == 1 + 0.5 + 0.25)
    #expect(plane.worseCheaper * 8 == 1 + 0.25)
    #expect(plane.worseDearer * 8 == 1 + 0.25 + 0.5)
  }
}
