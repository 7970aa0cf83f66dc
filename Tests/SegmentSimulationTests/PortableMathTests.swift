import Foundation
import SegmentModel
import Testing

@testable import SegmentSimulation

@Suite("Portable mathematics")
struct PortableMathTests {
  static let points = (0...4000).map { Double($0) / 200 } + [1e-12, 1e-6, 3e-4, 100, 600, 708]

  @Test("exp is within 2 units in the last place of the platform's")
  func exponential() {
    for x in Self.points {
      for y in [x, -x] {
        let expected = Foundation.exp(y)
        #expect(abs(PortableMath.exp(y) - expected) <= 2 * expected.ulp, "exp(\(y))")
      }
    }
    #expect(PortableMath.exp(0) == 1)
    #expect(PortableMath.exp(-800) == 0)
    #expect(PortableMath.exp(800) == .infinity)
    #expect(PortableMath.exp(.nan).isNaN)
  }

  @Test("1 - exp(-x) keeps its digits when x is small")
  func complement() {
    for x in Self.points {
      let expected = -Foundation.expm1(-x)
      #expect(abs(PortableMath.oneMinusExp(minus: x) - expected) <= 3 * expected.ulp, "x = \(x)")
    }
    #expect(PortableMath.oneMinusExp(minus: 0) == 0)
    #expect(PortableMath.oneMinusExp(minus: 1e-300) == 1e-300)
  }

  @Test("log is within 2 units in the last place of the platform's")
  func logarithm() {
    for x in Self.points where x > 0 {
      for y in [x, 1 / x, 1 + x] {
        let expected = Foundation.log(y)
        #expect(abs(PortableMath.log(y) - expected) <= 2 * max(expected.ulp, 1e-17), "log(\(y))")
      }
    }
    #expect(PortableMath.log(1) == 0)
    #expect(PortableMath.log(0) == -.infinity)
    #expect(PortableMath.log(-1).isNaN)
  }

  @Test("gives the same bits everywhere: frozen values")
  func frozen() {
    #expect(PortableMath.exp(-0.1234).bitPattern == 0x3FEC48FDAEC40324)
    #expect(PortableMath.log(0.1234).bitPattern == 0xC000BD147400B759)
    #expect(PortableMath.oneMinusExp(minus: 0.0123).bitPattern == 0x3F89093EA7502D06)
  }

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
        #expect(Chances.poisson(mean: mean, uniform: edge - margin) > n)
        #expect(Chances.poisson(mean: mean, uniform: edge + margin) <= n)
        atLeast = limit
        exactly *= mean / Double(n + 1)
      }
    }
    #expect(Chances.poisson(mean: 5, uniform: 1 << 56 - 1) == 0)
  }
}
