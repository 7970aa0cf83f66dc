/// That the shares of a start are the balance of the pathway's moves, worked out by calibration.
public struct Settlement: Hashable, Sendable {
  /// The share of a segment as it stands in its file.
  public struct Share: Hashable, Sendable {
    /// Index of the segment.
    public var segment: Int
    /// The number or table that gives it.
    public var table: TextSpan
    /// The table by area that multiplies it, if there is one.
    public var areas: TextSpan?
    /// The whole ages at which its tables have knots, in no order.
    public var knots: [Int]

    /// Creates a share.
    public init(segment: Int, table: TextSpan, areas: TextSpan? = nil, knots: [Int]) {
      self.segment = segment
      self.table = table
      self.areas = areas
      self.knots = knots
    }
  }

  /// Index of the pathway, without moves, by whose segments the shares differ; nil for none.
  public var by: Int?
  /// The shares that are worked out, by rising segment.
  public var shares: [Share]

  /// Creates a settlement.
  public init(by: Int?, shares: [Share]) {
    self.by = by
    self.shares = shares
  }
}
