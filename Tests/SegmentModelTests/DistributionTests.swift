import Foundation
import Testing

@testable import SegmentModel

@Suite("Distributions")
struct DistributionTests {
  @Test("Triangles and uniforms have their shape")
  func straight() {
    let triangle = Distribution(.triangular(low: 1, mode: 2, high: 5))
    // A quarter of the area lies below the mode.
    #expect(triangle.quantile(0.25) == 2)
    #expect(abs(triangle.quantile(0.0625) - 1.5) < 1e-15)
    #expect(abs(triangle.quantile(0.8125) - 3.5) < 1e-15)
    let slope = Distribution(.triangular(low: 0, mode: 0, high: 1))
    #expect(abs(slope.quantile(0.75) - 0.5) < 1e-15)
    #expect(Distribution(.uniform(low: 2, high: 6)).quantile(0.25) == 3)
  }

  @Test("What is cut off leaves the rest in proportion")
  func truncated() {
    let half = Distribution(.normal(mean: 0, standardDeviation: 1), within: 0...(.infinity))
    // The median of the upper half is the upper quartile.
    #expect(abs(half.quantile(0.5) - 0.67448975019608171) < 1e-14)
    #expect(half.quantile(1e-12) >= 0)
    let both = Distribution(.normal(mean: 0.5, standardDeviation: 1), within: 0...1)
    #expect(abs(both.quantile(0.5) - 0.5) < 1e-14)
    for p in [1e-12, 0.01, 0.99, 1 - 1e-12] { #expect((0...1).contains(both.quantile(p))) }
    let gamma = Distribution(.gamma(shape: 1, scale: 1), within: 0...PortableMath.log(2))
    #expect(abs(gamma.quantile(0.5) - PortableMath.log(4 / 3.0)) < 1e-14)
  }

  @Test("The gamma function", arguments: [0.001, 0.3, 1, 1.5, 2, 9.99, 10, 12.5, 171, 1e6])
  func logGamma(x: Double) {
    #expect(abs(GammaFunctions.logGamma(x) - lgamma(x)) <= 1e-13 * max(1, abs(lgamma(x))))
    let other = BetaFunctions.logBeta(x, 2)
    // B(x, 2) = 1 / (x (x + 1)).
    #expect(abs(other + log(x * (x + 1))) < 1e-13 * max(1, abs(other)))
  }

  // MARK: - Fits

  private func fitted(
    _ name: DistributionName, _ value: Double, _ range95: ClosedRange<Double>,
    within support: ClosedRange<Double> = 0...1000
  ) throws(DistributionFit.Failure) -> Distribution {
    try DistributionFit(value: value, range95: range95, support: support).distribution(name)
  }

  @Test("Betas and gammas have the value as mean, and the range over 3.92 as standard deviation")
  func moments() throws {
    #expect(try fitted(.gamma, 4, 1.08...8.92).shape == .gamma(shape: 4, scale: 1))
    guard case .beta(let a, let b) = try fitted(.beta, 0.25, 0.05...0.442).shape else {
      Issue.record("not a beta")
      return
    }
    #expect(abs(a / (a + b) - 0.25) < 1e-12)
    #expect(abs(a * b / ((a + b) * (a + b) * (a + b + 1)) - 0.01) < 1e-12)
  }

  @Test("Log-normals have the value as median, and the ratio of the range")
  func logNormal() throws {
    let found = try fitted(.logNormal, 2, 1...4).range95
    #expect(abs(found.lowerBound - 1) < 1e-3 && abs(found.upperBound - 4) < 2e-3)
  }

  @Test(
    "Triangles have 95% within the range",
    arguments: [(0.5, 0.2...0.8), (3, 1...4.5), (1, 1...2), (0.11, 0.05...0.19)])
  func triangle(mode: Double, range: ClosedRange<Double>) throws {
    let shape = try fitted(.triangular, mode, range, within: -1000...1000).shape
    let found = Distribution(shape).range95
    #expect(abs(found.lowerBound - range.lowerBound) < 1e-12)
    #expect(abs(found.upperBound - range.upperBound) < 1e-12)
  }

  @Test("A range so narrow that a gamma takes long is that of a normal")
  func narrow() throws {
    let found = try fitted(.gamma, 500, 499.999...500.001)
    #expect(abs(found.quantile(0.975) - 500.001) < 1e-6)
    #expect(abs(try fitted(.beta, 0.5, 0.49999...0.50001).quantile(0.025) - 0.49999) < 1e-8)
  }
}
