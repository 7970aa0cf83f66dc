import SegmentModel
import SegmentSimulation

@testable import SegmentAnalysis

/// Draws of a number whose variance by parameters and by luck is known.
struct SyntheticDraws {
  let mean: Double
  let sdParameters: Double
  let sdLuck: Double
  private var state: UInt64

  init(mean: Double = 100, sdParameters: Double, sdLuck: Double, seed: UInt64 = 1) {
    self.mean = mean
    self.sdParameters = sdParameters
    self.sdLuck = sdLuck
    state = seed
  }

  /// A standard normal number; SplitMix64 makes the uniform.
  mutating func normal() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
    return NormalCurve.quantile((Double(bits >> 11) + 0.5) * 0x1p-53)
  }

  /// What is expected of one more draw.
  mutating func expectation() -> Double { mean + sdParameters * normal() }

  /// What one replicate gives, of a draw with an expectation.
  mutating func replicate(_ expectation: Double) -> Double { expectation + sdLuck * normal() }

  mutating func finding(draws: Int, replicates: Int) -> Finding {
    var values: [Double] = []
    for _ in 0..<draws {
      let expectation = expectation()
      for _ in 0..<replicates { values.append(replicate(expectation)) }
    }
    return Finding(values: values, replicates: replicates)
  }
}
