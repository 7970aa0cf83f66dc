import Foundation
import Testing

@testable import SegmentSimulation

@Suite("Poisson counts")
struct PoissonTests {
  @Test("Poisson by inverse CDF has the right chances")
  func poisson() {
    for mean in [0.001, 0.3, 1.7, 20] {
      var atLeast = 1.0
      var exactly = Foundation.exp(-mean)
      for n in 0..<60 {
        // The lowest uniforms give the highest counts: count > n below P(count > n).
        let limit = atLeast - exactly
        guard limit > 1e-9 else { break }
        let edge = UInt64(limit * 0x1p56)
        let margin = UInt64(0x1p56 * 1e-12)
        #expect(ChanceArithmetic.poisson(mean: mean, uniform: edge - margin) > n)
        #expect(ChanceArithmetic.poisson(mean: mean, uniform: edge + margin) <= n)
        atLeast = limit
        exactly *= mean / Double(n + 1)
      }
    }
    #expect(ChanceArithmetic.poisson(mean: 5, uniform: 1 << 56 - 1) == 0)
  }

  @Test("limits that are remembered give the same counts as the inverse CDF")
  func limits() {
    for mean in [1e-9, 0.001, 0.3, 1.7, 20] {
      var limits = [UInt64](repeating: 0, count: 4)
      ChanceArithmetic.setPoissonLimits(&limits, count: 4, mean: mean)
      for (n, limit) in limits.enumerated() {
        // At the limit itself it happens once less.
        #expect(ChanceArithmetic.poisson(mean: mean, uniform: limit) <= n)
        if limit > 0 { #expect(ChanceArithmetic.poisson(mean: mean, uniform: limit - 1) > n) }
      }
    }
  }
}
