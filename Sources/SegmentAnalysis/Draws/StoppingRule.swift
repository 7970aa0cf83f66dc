/// When a run has drawn enough: once the headline difference of every scenario is known well.
///
/// It looks at the results after whole batches of draws in their order alone, so that it stops at the
/// same draw on any number of threads.
public struct StoppingRule: Hashable, Sendable {
  /// The Monte Carlo standard error wanted, as a part of the headline difference.
  public let error: Double
  /// The most draws that are made.
  public let most: Int

  /// Draws after which the results are looked at again.
  public static let batch = 20

  /// A rule.
  public init(error: Double, most: Int) {
    self.error = error
    self.most = most
  }

  /// Whether no more draws are wanted.
  public func hasEnded(_ comparison: Comparison) -> Bool {
    let count = comparison.draws.count
    return count >= most || count.isMultiple(of: Self.batch) && isMet(comparison)
  }

  /// Whether the headline difference is known as well as wanted.
  public func isMet(_ comparison: Comparison) -> Bool {
    Self.reached(comparison).map { $0 <= error } ?? true
  }

  /// The largest standard error of a headline difference, as a part of the difference; infinite where
  /// no replicate differs, which what is rare may do after many more, nil without anything to compare.
  public static func reached(_ comparison: Comparison) -> Double? {
    let headline = Measure.outcome(0, cause: nil, year: nil, group: 0)
    return comparison.results.dropFirst().compactMap { result in
      guard let avoided = result.avoided(headline) else { return nil }
      guard let error = avoided.standardError else { return .infinity }
      guard avoided.mean != 0 else { return .infinity }
      return error / avoided.mean.magnitude
    }.max()
  }

  /// About how many draws would do; nil where that cannot be told.
  public func needed(_ comparison: Comparison) -> Int? {
    guard let reached = Self.reached(comparison), reached.isFinite else { return nil }
    let ratio = reached / error
    let draws = Double(comparison.draws.count) * ratio * ratio
    return draws < 1e9 ? Int(draws.rounded(.up)) : nil
  }
}
