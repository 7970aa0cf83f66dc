import SegmentModel

/// Years in which residents are followed one by one.
public struct FollowedYears: Hashable, Sendable {
  /// The first month; a whole number of years after the model's start.
  public var from: CalendarMonth
  /// How many years.
  public var years: Int

  /// Creates a span of years.
  public init(from: CalendarMonth, years: Int) {
    self.from = from
    self.years = years
  }

  /// The years that a model reports.
  init(reportedBy model: Model) { self.init(from: model.reportFrom, years: model.years) }
}
