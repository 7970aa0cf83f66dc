import SegmentModel
import Testing

@testable import SegmentAnalysis

@Suite("Parameters and luck told apart")
struct DrawMomentsTests {
  @Test("The analysis of variance is the textbook's")
  func textbook() throws {
    let moments = DrawMoments([[1, 3], [5, 7]])
    #expect((moments.draws, moments.replicates) == (2, 2))
    #expect(moments.mean == 4)
    #expect(moments.meanSquareBetween == 16)
    #expect(moments.meanSquareWithin == 2)
    #expect(moments.parameterVariance == 7)
    #expect(moments.totalVariance?.variance == 9)
    #expect(moments.standardError == 2)
    #expect(close(try #require(moments.shareOfLuck), 2.0 / 9))
    // M F / (F + M - 1)² times the relative error of F, for F = 8 between two and two numbers.
    #expect(close(try #require(moments.standardErrorOfShare), 16.0 / 81 * 3.0.squareRoot()))
  }

  @Test("Draws closer than luck would have them give a negative estimate, kept as such")
  func negative() throws {
    let moments = DrawMoments([[1, 5], [2, 4]])
    #expect(moments.parameterVariance == -2.5)
    #expect(close(try #require(moments.sdParameters), -2.5.squareRoot()))
    #expect(moments.shareOfLuck == 1)
  }

  @Test("Negated numbers give exactly the negated mean and the same spread")
  func symmetry() {
    let values = [[12, 15.5, 9], [14, 11, 13.25], [3.1, 8, 2.7]]
    let (there, back) = (DrawMoments(values), DrawMoments(values.map { $0.map { -$0 } }))
    #expect(there.mean == -back.mean)
    #expect(there.meanSquareBetween == back.meanSquareBetween)
    #expect(there.meanSquareWithin == back.meanSquareWithin)
  }

  @Test("What cannot be told is not told")
  func missing() throws {
    let single = DrawMoments([[4]])
    #expect(single.mean == 4)
    #expect(single.standardError == nil && single.totalVariance == nil)
    // One draw: luck alone.
    let luck = DrawMoments([[1, 2, 3, 4, 5]])
    #expect(luck.parameterVariance == nil && luck.shareOfLuck == nil)
    #expect(luck.standardError == 0.5.squareRoot())
    // One replicate a draw: the two together.
    let together = DrawMoments([[1], [2], [3], [4], [5]])
    #expect(together.sdLuck == nil && together.sdParameters == nil)
    #expect(together.standardError == luck.standardError)
    #expect(close(try #require(together.standardDeviation), 2.5.squareRoot()))
  }

  @Test(
    "Known components of variance are found",
    arguments: [(5.0, 2.0), (1, 1), (0.5, 3), (0, 2), (2, 0)])
  func components(sdParameters: Double, sdLuck: Double) throws {
    let (draws, replicates) = (600, 3)
    var source = SyntheticDraws(sdParameters: sdParameters, sdLuck: sdLuck)
    let moments = source.finding(draws: draws, replicates: replicates).moments
    let luck = sdLuck * sdLuck
    let between = luck + Double(replicates) * sdParameters * sdParameters
    // Each mean square is its expectation times chi-square over its degrees of freedom.
    for (found, expected, freedom) in [
      (moments.meanSquareWithin, luck, draws * (replicates - 1)),
      (moments.meanSquareBetween, between, draws - 1),
    ] {
      let band = Self.chiSquareBand(freedom)
      let ratio = expected > 0 ? try #require(found) / expected : 1
      #expect(band.contains(ratio), "\(ratio) is not in \(band)")
      if expected == 0 { #expect(try #require(found) < 1e-20) }
    }
    let error = (between / Double(draws * replicates)).squareRoot()
    // Once in 16,000 times, as the band.
    #expect(abs(moments.mean - source.mean) < 4 * error)
  }

  /// Where chi-square over its degrees of freedom falls but once in 16,000 times (Wilson and Hilferty).
  static func chiSquareBand(_ freedom: Int) -> ClosedRange<Double> {
    let part = 2 / (9 * Double(freedom))
    func end(_ z: Double) -> Double {
      let root = 1 - part + z * part.squareRoot()
      return root * root * root
    }
    return end(-4)...end(4)
  }
}
