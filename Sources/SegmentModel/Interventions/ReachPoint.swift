/// The share of eligible residents that an intervention touches at some time.
public struct ReachPoint: Hashable, Sendable {
  /// Years since the intervention started.
  public var years: Double
  /// The share, before ``Reach/factor``.
  public var share: Quantity

  /// Creates a point.
  public init(years: Double, share: Quantity) {
    self.years = years
    self.share = share
  }
}
