import SegmentModel
import Testing

@testable import SegmentAnalysis

@Suite("Three intervals")
struct IntervalsTests {
  /// Draws, replicates and how much luck there is beside parameters of 1; the level.
  struct Case {
    var draws: Int
    var replicates: Int
    var sdLuck: Double
    var level = 0.8
  }

  @Test(
    "Each holds what it says as often as it says",
    arguments: [
      Case(draws: 8, replicates: 2, sdLuck: 0.5), Case(draws: 12, replicates: 3, sdLuck: 1),
      Case(draws: 60, replicates: 2, sdLuck: 1), Case(draws: 20, replicates: 2, sdLuck: 2),
      Case(draws: 60, replicates: 2, sdLuck: 0.3, level: 0.5),
    ])
  func coverage(_ example: Case) throws {
    let repeats = 1200
    var source = SyntheticDraws(sdParameters: 1, sdLuck: example.sdLuck)
    let intervals = Intervals(
      level: example.level, draws: example.draws, replicates: example.replicates)
    var (told, expected, onePlace, error) = (0, 0, 0, 0)
    for _ in 0..<repeats {
      let finding = source.finding(draws: example.draws, replicates: example.replicates)
      let further = source.expectation()
      let seen = source.replicate(source.expectation())
      if let interval = intervals.expected(finding) {
        told += 1
        if interval.contains(further) { expected += 1 }
      }
      if try #require(intervals.onePlace(finding)).contains(seen) { onePlace += 1 }
      if try #require(intervals.simulationError(finding)).contains(source.mean) { error += 1 }
    }
    // Four standard deviations of a binomial share: one false alarm in 16,000.
    func band(_ count: Int) -> Double {
      4 * (example.level * (1 - example.level) / Double(count)).squareRoot()
    }
    for held in [onePlace, error] {
      #expect(abs(Double(held) / Double(repeats) - example.level) < band(repeats))
    }
    // The variance of the expected effect is the difference of two estimates. Where it comes out below
    // zero nothing is told; where not, it is rather too large.
    let share = Double(expected) / Double(told)
    #expect(share > example.level - band(told))
    #expect(share < (1 + example.level) / 2 + band(told))
    if told == repeats { #expect(share < example.level + band(told) + 0.02) }
  }

  @Test("Luck alone gives Student's prediction interval")
  func luckAlone() throws {
    let finding = Finding(values: [1, 2, 3, 4, 5], replicates: 5)
    let intervals = Intervals(level: 0.8, draws: 1, replicates: 5)
    let range = try #require(intervals.onePlace(finding))
    let half = 1.5332062741 * 2.5.squareRoot() * 1.2.squareRoot()
    #expect(close(range.upperBound, 3 + half, within: 1e-8))
    #expect(close(range.lowerBound, 3 - half, within: 1e-8))
    #expect(intervals.expected(finding) == nil)
  }

  @Test("However few the draws, the expected effect lies within what one place sees")
  func nested() throws {
    var seen = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      for (draws, replicates) in [(4, 2), (8, 2), (30, 2), (60, 3)] {
        var source = SyntheticDraws(sdParameters: 3, sdLuck: 1, seed: seed)
        let finding = source.finding(draws: draws, replicates: replicates)
        let intervals = Intervals(level: 0.8, draws: draws, replicates: replicates)
        guard let expected = intervals.expected(finding) else { continue }
        let place = try #require(intervals.onePlace(finding))
        #expect(place.contains(expected.lowerBound) && place.contains(expected.upperBound))
        seen += 1
      }
    }
    #expect(seen > 400)
  }

  @Test("Luck is taken out of the expected effect, and only there")
  func shrinking() throws {
    var source = SyntheticDraws(sdParameters: 1, sdLuck: 2)
    let finding = source.finding(draws: 2000, replicates: 2)
    let intervals = Intervals(level: 0.8, draws: 2000, replicates: 2)
    func halfWidth(_ range: ClosedRange<Double>?) throws -> Double {
      let range = try #require(range)
      return (range.upperBound - range.lowerBound) / 2
    }
    let z = NormalCurve.quantile(0.9)
    // The variance by parameters has a relative standard error of 0.15.
    #expect(abs(try halfWidth(intervals.expected(finding)) / z - 1) < 0.3)
    #expect(abs(try halfWidth(intervals.onePlace(finding)) / (z * 5.0.squareRoot()) - 1) < 0.1)
    #expect(try halfWidth(intervals.simulationError(finding)) < 0.1)
  }

  @Test("Equal numbers have intervals of no width")
  func equal() throws {
    for replicates in [1, 2] {
      let finding = Finding(
        values: [Double](repeating: 0.1, count: 3 * replicates), replicates: replicates)
      let intervals = Intervals(level: 0.8, draws: 3, replicates: replicates)
      #expect(try #require(intervals.onePlace(finding)) == 0.1...0.1)
      #expect(intervals.expected(finding) == (replicates == 1 ? nil : 0.1...0.1))
    }
  }

  @Test("Draws that differ less than luck alone would have them tell no expected effect")
  func untold() throws {
    // Far less than luck, and so little less that the error of the mean would make up for it.
    for middle in [0.1, 0.94] {
      let values = [-middle, 0, middle].flatMap { [$0 - 1, $0 + 1] }
      let finding = Finding(values: values, replicates: 2)
      let intervals = Intervals(level: 0.8, draws: 3, replicates: 2)
      #expect(try #require(finding.moments.parameterVariance) < 0)
      #expect(intervals.expected(finding) == nil)
      #expect(intervals.onePlace(finding) != nil)
    }
  }

  @Test("Quantiles are those of numbers between k / (n + 1)")
  func quantiles() {
    let sorted = (1...9).map(Double.init)
    #expect(Intervals.quantile(0.1, of: sorted) == 1)
    #expect(close(Intervals.quantile(0.25, of: sorted), 2.5))
    #expect(Intervals.quantile(0.99, of: sorted) == 9)
    #expect(Intervals.quantile(0.01, of: [4]) == 4)
  }

  /// The worked example of the NHS New Hospital Programme's glossary: three groups with 10th to 90th
  /// percentiles of 7-17, 54-68 and 109-192.
  @Test("The interval of a total comes from its draws, not from adding ends")
  func total() throws {
    let groups: [ClosedRange<Double>] = [7...17, 54...68, 109...192]
    let draws = 4000
    let z = NormalCurve.quantile(0.9)
    let parts = groups.enumerated().map { index, group -> [Double] in
      var source = SyntheticDraws(
        mean: (group.lowerBound + group.upperBound) / 2,
        sdParameters: (group.upperBound - group.lowerBound) / 2 / z, sdLuck: 0,
        seed: UInt64(index + 1))
      return (0..<draws).map { _ in source.expectation() }
    }
    let total = (0..<draws).map { draw in parts.reduce(0) { $0 + $1[draw] } }
    let intervals = Intervals(level: 0.8, draws: draws, replicates: 1)
    let range = try #require(intervals.onePlace(Finding(values: total, replicates: 1)))
    // A quantile of 4,000 draws with a standard deviation of 33 has a standard error of 0.9.
    #expect(abs(range.lowerBound - 180.9) < 3.6)
    #expect(abs(range.upperBound - 265.7) < 3.6)
    let sum = groups.reduce(0) { $0 + $1.upperBound }
    #expect(sum - range.upperBound > 7)
  }
}
