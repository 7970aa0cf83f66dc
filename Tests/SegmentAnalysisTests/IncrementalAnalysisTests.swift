import Testing

@testable import SegmentAnalysis

@Suite("Incremental analysis")
struct IncrementalAnalysisTests {
  @Test("The published Sick-Sicker table")
  func sickSicker() {
    // Alarid-Escudero and others 2023, computed again independently.
    let analysis = IncrementalAnalysis([
      Strategy(id: "SoC", pounds: 151_579.8660, qalys: 20.711331),
      Strategy(id: "A", pounds: 284_804.5134, qalys: 21.498663),
      Strategy(id: "B", pounds: 259_100.4106, qalys: 22.184465),
      Strategy(id: "AB", pounds: 378_875.1984, qalys: 23.136844),
    ])
    let rows = analysis.rows
    #expect(rows.map(\.strategy.id) == ["SoC", "B", "A", "AB"])
    #expect(
      rows.map(analysis.words) == [
        "cheapest", "on the frontier, after SoC", "dominated by B", "on the frontier, after B",
      ])
    // QALYs are given to six decimals, which moves a ratio by up to 73,000 x 1e-6 / 1.47.
    guard case .frontier(let b, 0) = rows[1].standing,
      case .frontier(let ab, 1) = rows[3].standing
    else {
      Issue.record("B and AB are on the frontier")
      return
    }
    #expect(abs(b - 72_987.6361) < 0.06)
    #expect(abs(ab - 125_763.7858) < 0.14)
    let step = FrontierStep(
      pounds: [378_875.1984 - 259_100.4106], qalys: [23.136844 - 22.184465])
    #expect(close(step.poundsPerQALY.value, ab))
  }

  private func standings(_ points: [(Double, Double)]) -> [IncrementalAnalysis.Standing] {
    let strategies = points.enumerated().map {
      Strategy(id: "\($0)", pounds: $1.0, qalys: $1.1)
    }
    return IncrementalAnalysis(strategies).rows.map(\.standing)
  }

  @Test("A mix of two others extendedly dominates")
  func extended() {
    // 1 costs 10 a QALY, 2 costs 2 more for a QALY: the mix of 0 and 2 beats 1.
    #expect(
      standings([(0, 0), (10, 1), (12, 2)])
        == [
          .cheapest, .extendedlyDominated(by: 0, and: 2), .frontier(poundsPerQALY: 6, over: 0),
        ])
    // One set aside may bring down the one before it.
    #expect(
      standings([(0, 0), (4, 1), (9, 2), (10, 3)])
        == [
          .cheapest, .extendedlyDominated(by: 0, and: 3), .extendedlyDominated(by: 0, and: 3),
          .frontier(poundsPerQALY: 10.0 / 3, over: 0),
        ])
    // On the line between two others nothing is lost.
    #expect(
      standings([(0, 0), (5, 1), (10, 2)])
        == [
          .cheapest, .frontier(poundsPerQALY: 5, over: 0), .frontier(poundsPerQALY: 5, over: 1),
        ])
  }

  @Test("Ties in cost, in QALYs and in both")
  func ties() {
    #expect(standings([(1, 1), (1, 2)]) == [.cheapest, .dominated(by: 0)])
    #expect(standings([(1, 1), (2, 1)]) == [.cheapest, .dominated(by: 0)])
    #expect(standings([(1, 1), (1, 1)]) == [.cheapest, .same(as: 0)])
    #expect(standings([(-5, -1)]) == [.cheapest])
    #expect(
      standings([(-5, -1), (0, 0)]) == [.cheapest, .frontier(poundsPerQALY: 5, over: 0)])
  }

  @Test("At every threshold the frontier has the strategy of the highest net benefit")
  func frontier() {
    for trial in 0..<50 {
      let numbers = Normals.list(trial, count: 16)
      let strategies = (0..<8).map {
        Strategy(id: "\($0)", pounds: 1000 * numbers[2 * $0], qalys: numbers[2 * $0 + 1])
      }
      let rows = IncrementalAnalysis(strategies).rows
      for threshold in stride(from: 0.0, through: 5000, by: 125) {
        let best = strategies.map { $0.qalys * threshold - $0.pounds }.max()!
        // Along the frontier, go on while the next QALY costs no more than the threshold.
        var chosen = rows[0].strategy
        for row in rows {
          if case .frontier(let ratio, _) = row.standing, ratio <= threshold {
            chosen = row.strategy
          }
        }
        #expect(abs(chosen.qalys * threshold - chosen.pounds - best) < 1e-9)
      }
    }
  }
}
