import SegmentModel

/// The upper tail of a Poisson distribution, one count after the other.
struct PoissonTail {
  private let mean: Double
  /// The count that ``atLeast`` is about: 1, 2, ...
  private(set) var times = 1
  /// The probability of at least so many; rounding may take it a little below 0 far out.
  private(set) var atLeast: Double
  /// The probability of one less.
  private var exactly: Double

  init(mean: Double) {
    self.mean = mean
    atLeast = PortableMath.oneMinusExp(minus: mean)
    // What is left over is exact enough where it is large.
    exactly = mean < 1 ? 1 - atLeast : PortableMath.exp(-mean)
  }

  /// The uniform below which there are at least so many, none being the highest uniforms.
  var limit: UInt64 { atLeast > 0 ? Luck.threshold(atLeast) : 0 }

  /// Goes on to the next count.
  mutating func advance() {
    exactly *= mean / Double(times)
    atLeast -= exactly
    times += 1
  }
}
