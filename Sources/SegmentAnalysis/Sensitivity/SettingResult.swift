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
    Self.estimate(zip(avoided[measure], other.avoided[measure]).map(-))
  }

  private static func estimate(_ values: [Double]) -> Estimate {
    let moments = Moments(values)
    return Estimate(value: moments.mean, standardError: moments.standardError)
  }
}
