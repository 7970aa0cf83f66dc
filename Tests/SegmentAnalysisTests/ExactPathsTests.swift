import Foundation
import SegmentAnalysis
import SegmentModel
import Testing

/// A tiny model solved twice: by the solver, and by walking down every path one person can take.
@Suite struct ExactPathsTests {
  private let years = 3
  private let reach = [0.2, 0.5, 0.8, 0.8]

  /// Illness (well, ill, dead) in rates and care (none, some) in probabilities.
  private var model: Model {
    let illness = SmallModel.pathway(
      "illness", segments: 3, dying: [2],
      moves: [
        SmallModel.move("dies", 0, to: 2, SmallModel.rate(0.1)),
        SmallModel.move(
          "falls-ill", 0, to: 1, SmallModel.rate(0.3),
          multipliers: [Multiplier(pathway: 1, ratios: [1: Quantity(2)])]),
        SmallModel.move("recovers", 1, to: 0, SmallModel.rate(0.5)),
      ])
    let care = SmallModel.pathway(
      "care", segments: 2,
      moves: [
        SmallModel.move(
          "starts", pathway: 1, 0, to: 1, SmallModel.yearly(0.2),
          triggers: [SmallModel.trigger("helps", pathway: 0, 1, to: 0, 0.5)])
      ])
    let fit = SmallModel.event(
      "fit", SmallModel.rate(0.2), eligible: Eligibility(segments: [0: [1]]),
      triggers: [
        SmallModel.trigger("stops", pathway: 1, 1, to: 0, 0.4),
        SmallModel.trigger("kills", pathway: 0, 1, to: 2, 0.3),
      ])
    return SmallModel.model([illness, care], events: [fit], years: years, residents: 1)
  }

  private var intervention: Intervention {
    Intervention(
      id: "i", starts: SmallModel.start, eligible: Eligibility(segments: [0: [0, 1]]),
      reach: Reach(ramp: [
        ReachPoint(years: 0.5, share: Quantity(0.2)), ReachPoint(years: 2.5, share: Quantity(0.8)),
      ]),
      effects: [
        Effect(target: .happening(1), change: .multiplyRate(Quantity(0.5))),
        Effect(
          target: .trigger(happening: 4, trigger: 1), change: .setProbability(Quantity(0.1))),
      ],
      once: [SmallModel.trigger("given", pathway: 1, 0, to: 1, 0.5)])
  }

  /// One life: [fits, illnesses, times started, years in care, reached at the end, score].
  private func life(_ paths: inout PathEnumerator) -> [Double] {
    let part = paths.choose([0.2, 0.3, 0.3, 0.2])
    let propensity = [0.1, 0.35, 0.65, 0.9][part]
    var (illness, care, everReached) = (0, 0, false)
    var (fits, illnesses, starts, inCare, score) = (0, 0, 0, 0, 0.0)
    for year in 0..<years {
      if illness == 2 { break }
      if care == 1 { inCare += 1 }
      let isReached = propensity < reach[year]
      let isFirst = isReached && !everReached
      if isFirst { everReached = true }
      let fitsNow = illness == 1 ? poisson(0.2, &paths) : 0
      let (ill, cared) = (illness, care)
      illness = moveIllness(ill, care: cared, isReached, &paths)
      if ill == 0 && illness == 1 { illnesses += 1 }
      if cared == 0 && paths.happens(0.2) {
        care = 1
        starts += 1
        if illness == 1 && paths.happens(0.5) { illness = 0 }
      }
      if fitsNow > 0 {
        if care == 1 && paths.happens(0.4) { care = 0 }
        if illness == 1 && paths.happens(isReached ? 0.1 : 0.3) { illness = 2 }
      }
      if isFirst && care == 0 && paths.happens(0.5) { care = 1 }
      fits += fitsNow
      score += Double(fitsNow) * (isReached ? 7 : 2) * Double(year + 1)
    }
    let reachedAtEnd = illness != 2 && propensity < reach[years]
    score += illness == 2 ? 3 : 0
    return [
      Double(fits), Double(illnesses), Double(starts), Double(inCare), reachedAtEnd ? 1 : 0, score,
    ]
  }

  private func moveIllness(
    _ segment: Int, care: Int, _ isReached: Bool, _ paths: inout PathEnumerator
  ) -> Int {
    if segment == 1 { return paths.happens(1 - exp(-0.5)) ? 0 : 1 }
    let falls = 0.3 * (care == 1 ? 2 : 1) * (isReached ? 0.5 : 1)
    let leaves = 1 - exp(-(0.1 + falls))
    let dies = leaves * 0.1 / (0.1 + falls)
    return [0, 1, 2][paths.choose([1 - leaves, leaves - dies, dies])]
  }

  /// A Poisson count, cut off where a ten-billionth is left.
  private func poisson(_ mean: Double, _ paths: inout PathEnumerator) -> Int {
    var chances = [exp(-mean)]
    for n in 1...7 { chances.append(chances[n - 1] * mean / Double(n)) }
    return paths.choose(chances)
  }

  @Test func momentsMeetThoseOverAllPaths() throws {
    let solver = try ExactSolver(
      model: model, scenario: Scenario(id: "s", interventions: [intervention]))
    let (means, variances) = PathEnumerator.moments(life)
    var inCare = ExactTable(model: model, scenario: solver.scenario, steps: years)
    var reached = inCare
    var score = inCare
    for year in 0..<years {
      inCare.occupancy[year][4] = 1
      score.happened[year][4] = 2 * Double(year + 1)
      score.happenedToReached[year][0][4] = 5 * Double(year + 1)
    }
    reached.reached[years][0] = 1
    score.occupancy[years][2] = 3
    let functionals = [
      solver.occurrences { $0.id == "fit" }, solver.occurrences { $0.id == "falls-ill" },
      solver.occurrences { $0.id == "starts" }, inCare, reached, score,
    ]
    for (index, functional) in functionals.enumerated() {
      let (mean, variance) = solver.moments(of: functional)
      #expect(abs(mean - means[index]) < 1e-7, "mean of number \(index)")
      #expect(abs(variance - variances[index]) < 1e-5, "variance of number \(index)")
      #expect(abs(solver.expected().dot(functional) - mean) < 1e-12)
    }
  }
}
