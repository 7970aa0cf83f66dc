/// The length of one simulation step.
public enum StepLength: String, Sendable, CaseIterable {
  case month, quarter, year

  /// Whole calendar months in a step.
  public var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }

  /// The step as a fraction of a year.
  public var years: Double { Double(months) / 12 }
}
