import Foundation
import SegmentModel
import Testing

@testable import SegmentAnalysis

@Suite("Three intervals")
struct IntervalsTests {
  /// Standard errors that luck alone passes but once in 16,000 times.
  private static let limit = 4.0

  @Test(
    "They are quantiles as soon as five draws lie beyond each end",
    arguments: [(50, 0.8), (100, 0.9), (200, 0.95), (20, 0.5), (500, 0.98), (1_000, 0.99)])
  func fiveBeyond(draws: Int, level: Double) {
    let intervals = Intervals(level: level, draws: draws, replicates: 2)
    #expect(intervals.areQuantiles(draws: draws) && !intervals.areQuantiles(draws: draws - 1))
  }

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
    func band(_ count: Int) -> Double {
      Self.limit * (example.level * (1 - example.level) / Double(count)).squareRoot()
    }
    for held in [onePlace, error] {
      #expect(abs(Double(held) / Double(repeats) - example.level) < band(repeats))
    }
    // The variance of the expected effect is the difference of two estimates. Where it comes out below
    // zero nothing is told; where not, it is rather too large, which may halve how often it misses.
    let share = Double(expected) / Double(told)
    #expect(share > example.level - band(told))
    #expect(share < (1 + example.level) / 2 + band(told))
    if told == repeats { #expect(share < example.level + band(told)) }
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

  @Test("Of what is so rare that most places see none, the expected effect is not cut to none")
  func rare() throws {
    let (draws, replicates, chances) = (100, 2, [0.005, 0.06])
    let intervals = Intervals(level: 0.8, draws: draws, replicates: replicates)
    var told = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      var source = SyntheticDraws(sdParameters: 0, sdLuck: 0, seed: seed)
      var values: [Double] = []
      for draw in 0..<draws {
        let limit = NormalCurve.quantile(chances[draw % 2])
        for _ in 0..<replicates { values.append(source.normal() < limit ? 1 : 0) }
      }
      let finding = Finding(values: values, replicates: replicates)
      guard finding.moments.mean > 0, intervals.onePlace(finding) == 0...0,
        let expected = intervals.expected(finding)
      else { continue }
      told += 1
      #expect(expected.contains(finding.moments.mean))
    }
    #expect(told > 5)
  }

  @Test("Luck is taken out of the expected effect, and only there")
  func shrinking() throws {
    let draws = 2000
    var source = SyntheticDraws(sdParameters: 1, sdLuck: 2)
    let finding = source.finding(draws: draws, replicates: 2)
    let intervals = Intervals(level: 0.8, draws: draws, replicates: 2)
    func halfWidth(_ range: ClosedRange<Double>?) throws -> Double {
      let range = try #require(range)
      return (range.upperBound - range.lowerBound) / 2
    }
    let z = NormalCurve.quantile(0.9)
    // Half of what lies between two quantiles, relative to itself; the two numbers of a draw are taken
    // for one.
    let ofQuantiles = (0.1 * 0.8 / 2 / Double(draws)).squareRoot() / (Self.density(z) * z)
    // Mean squares of 4 within draws and 4 + 2 between them; half their difference is the variance.
    let ofVariance = (2.0 * (4 * 4 + 6 * 6) / Double(draws)).squareRoot() / 2
    let ofExpected = (ofQuantiles * ofQuantiles + ofVariance * ofVariance / 4).squareRoot()
    let expected = try halfWidth(intervals.expected(finding)) / z
    #expect(abs(expected - 1) < Self.limit * ofExpected)
    let place = try halfWidth(intervals.onePlace(finding)) / (z * 5.0.squareRoot())
    #expect(abs(place - 1) < Self.limit * ofQuantiles)
    let error = try halfWidth(intervals.simulationError(finding)) / z
    let square = error * error * Double(2 * draws) / 6
    #expect(DrawMomentsTests.chiSquareBand(draws - 1).contains(square))
  }

  /// The density of a standard normal number.
  private static func density(_ z: Double) -> Double { exp(-z * z / 2) / (2 * .pi).squareRoot() }

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
    let widths = groups.map { $0.upperBound - $0.lowerBound }
    let half = widths.reduce(0) { $0 + $1 * $1 }.squareRoot() / 2
    let middle = groups.reduce(0) { $0 + ($1.lowerBound + $1.upperBound) / 2 }
    // A quantile has the error of the share below it over the density there.
    let error = half / z * (0.1 * 0.9 / Double(draws)).squareRoot() / Self.density(z)
    #expect(abs(range.lowerBound - (middle - half)) < Self.limit * error)
    #expect(abs(range.upperBound - (middle + half)) < Self.limit * error)
    let sum = groups.reduce(0) { $0 + $1.upperBound }
    #expect(range.upperBound + Self.limit * error < sum)
  }
}
