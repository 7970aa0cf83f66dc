/// A course of action with its mean cost and QALYs, whatever unit of people they are for.
public struct Strategy: Hashable, Sendable {
  /// Names it.
  public var id: String
  /// Mean cost, in pounds.
  public var pounds: Double
  /// Mean quality-adjusted life-years.
  public var qalys: Double

  /// Creates a strategy.
  public init(id: String, pounds: Double, qalys: Double) {
    self.id = id
    self.pounds = pounds
    self.qalys = qalys
  }
}
