/// What is expected of a scenario, and how far one run may lie from it by luck.
public struct ExactAnswer: Sendable {
  /// What is asked of the reported period.
  public enum Question: Hashable, Sendable {
    /// How often an outcome of the model befalls residents.
    case outcome(Int)
    /// How many die.
    case deaths
    /// Years lived.
    case lifeYears
    /// Pounds that a payer spends, or all do, discounted at a rate a year.
    case pounds(payer: Int?, ratePerYear: Double)
    /// QALYs lived, discounted at a rate a year.
    case qalys(ratePerYear: Double)
    /// People in a segment at the end, by its place in the list of the segments of all pathways.
    case people(segment: Int)
  }

  /// What is asked.
  public let question: Question
  /// What is expected.
  public let mean: Double
  /// The standard deviation of one run, given in which segments residents start.
  public let standardDeviation: Double
}
