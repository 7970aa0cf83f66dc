import Testing

@testable import SegmentAnalysis

@Suite("Shares of variance")
struct VarianceSharesTests {
  /// Two-sided normal limit with a false-positive rate of 1 in 10,000.
  private let limit = 3.89

  @Test("A linear model with luck gives the known variances")
  func linear() throws {
    let draws = 2_000
    let parameters = (0..<4).map { Normals.list($0, count: draws) }
    let (slopes, luck) = ([3.0, -2, 1, 0], 4.0)
    let noise = Normals.list(9, count: draws)
    let result = (0..<draws).map { draw in
      (0..<4).reduce(noise[draw] * luck) { $0 + slopes[$1] * parameters[$1][draw] }
    }
    let shares = VarianceShares(
      result: result, luckVariance: luck * luck, parameters: parameters)
    let found = try #require(shares.parameters)
    for (share, known) in zip(found, [9.0 / 14, 4.0 / 14, 1.0 / 14, 0]) {
      let error = try #require(share.standardError)
      // The variance between draws, which shares are taken of, is itself known to √(2/n).
      let scale = known * (2 / Double(draws)).squareRoot() * 30 / 14
      #expect(abs(share.value - known) < limit * (error + scale), "\(share) for \(known)")
      // No share is less sure than if everything had been seen but once a draw.
      #expect(error < 30.0 / 14 / Double(draws).squareRoot())
    }
    // Of the variance between draws, 16 of 30 are luck.
    #expect(abs(shares.luck - 16.0 / 30) < limit * (2 / Double(draws)).squareRoot())
  }

  @Test("A bend that no straight line sees is seen; a joint effect is nobody's own")
  func shapes() throws {
    let (x, y) = (Normals.list(0, count: 1_000), Normals.list(1, count: 1_000))
    let bent = try #require(
      VarianceShares(
        result: x.map { $0 * $0 }, luckVariance: 0, parameters: [x, y]
      ).parameters)
    for (share, known) in zip(bent, [1.0, 0]) { try expect(share, known) }
    let joint = try #require(
      VarianceShares(result: zip(x, y).map(*), luckVariance: 0, parameters: [x, y]).parameters)
    for share in joint { try expect(share, 0) }
  }

  private func expect(_ share: Estimate, _ known: Double) throws {
    let error = try #require(share.standardError)
    #expect(abs(share.value - known) < limit * error, "\(share) for \(known)")
  }

  @Test("Where all is luck, or nothing varies, there are no shares")
  func nothing() {
    let x = Normals.list(0, count: 50)
    #expect(VarianceShares(result: x, luckVariance: 5, parameters: [x]).parameters == nil)
    #expect(VarianceShares(result: x, luckVariance: 5, parameters: [x]).luck == 1)
    let same = x.map { _ in 2.0 }
    #expect(VarianceShares(result: same, luckVariance: 0, parameters: [x]).parameters == nil)
  }
}
