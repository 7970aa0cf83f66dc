/// What a scenario does against the baseline at one setting of the uncertain numbers.
public struct SettingResult: Sendable {
  /// By measure, then replicate: baseline minus scenario.
  public let avoided: [[Double]]
  /// Ids of the targets that the setting cannot meet.
  public let unmet: [String]
  /// What the setting would bring to more than makes sense, so that its numbers are as in the files.
  public let impossible: [String]

  /// The mean over replicates of what is avoided of a measure.
  public func mean(_ measure: Int) -> Estimate { Self.estimate(avoided[measure]) }

  /// How much more of a measure is avoided than at another setting, paired by replicate.
  public func change(_ measure: Int, from other: SettingResult) -> Estimate {
    Self.estimate(
      zip(avoided[measure], other.avoided[measure]).map { own, others in
        let change = own - others
        return change.magnitude < Self.least ? 0 : change
      })
  }

  /// A change below this, of pounds or QALYs, is what is left of the last bits of sums over everybody.
  private static let least = 1e-6

  private static func estimate(_ values: [Double]) -> Estimate {
    let moments = Moments(values)
    return Estimate(value: moments.mean, standardError: moments.standardError)
  }
}
