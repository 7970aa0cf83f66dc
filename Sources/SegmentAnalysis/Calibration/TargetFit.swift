import SegmentModel

/// How a simulated value compares with a target.
public struct TargetFit: Sendable {
  /// The target.
  public let target: Target
  /// What was simulated, with its Monte Carlo error.
  public let simulated: Estimate

  /// Compares a simulated value with a target.
  public init(target: Target, simulated: Estimate) {
    self.target = target
    self.simulated = simulated
  }

  /// How many standard errors of the target's own the simulated value lies above it.
  public var z: Double { (simulated.value - target.value) / target.standardError }

  /// Whether the simulated value lies within the target's 95% interval.
  public var isWithin95: Bool { target.range95.contains(simulated.value) }

  /// The simulated value over the target, less 1.
  public var relativeMiss: Double { simulated.value / target.value - 1 }

  /// How far the simulated value may be from the target, relative to it, and still meet it: a part
  /// of the target's own standard error, but never less than luck leaves unsure.
  public func tolerance(part: Double) -> Double {
    max(part * target.standardError, simulated.standardError ?? 0) / target.value
  }

  /// Whether the target is met within ``tolerance(part:)``.
  public func isMet(part: Double) -> Bool { abs(relativeMiss) <= tolerance(part: part) }
}
