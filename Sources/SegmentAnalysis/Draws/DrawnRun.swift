import SegmentModel

/// A model and scenarios with the numbers of one draw.
public struct DrawnRun: Sendable {
  /// The place.
  public var model: Model
  /// What the scenarios are compared with.
  public var baseline: Scenario
  /// The scenarios, in the order given.
  public var scenarios: [Scenario]
  /// The value of each parameter, in the order of ``DrawSampler/parameters``: what was drawn, or the
  /// central value where that was impossible.
  public var values: [Double]
  /// The ids of the targets that no sensible base rate meets in this draw: the numbers solved for
  /// them are as in the files.
  public var unmet: [String]
  /// What would come to more than makes sense in this draw, such as the shares of a start to more
  /// than 1: the numbers in it are as in the files.
  public var impossible: [String]
}
