/// The share of eligible residents that an intervention touches, as time goes on.
public struct Reach: Hashable, Sendable {
  /// Share by years since the intervention started, joined by straight lines; constant before the
  /// first and after the last.
  public var ramp: [ReachPoint]
  /// What multiplies the share by who the resident is; the product is cut at 1.
  public var factor: Quantity?

  /// Creates a reach.
  public init(ramp: [ReachPoint], factor: Quantity? = nil) {
    self.ramp = ramp
    self.factor = factor
  }

  /// Creates a reach that is the same from the first day.
  public init(share: Double) { self.init(ramp: [ReachPoint(years: 0, share: Quantity(share))]) }

  /// The share before ``factor``, some years after the start.
  public func share(yearsSinceStart years: Double) -> Double {
    guard let next = ramp.firstIndex(where: { $0.years >= years }) else {
      return ramp[ramp.count - 1].share.scalar
    }
    guard next > 0 else { return ramp[0].share.scalar }
    let (a, b) = (ramp[next - 1], ramp[next])
    return a.share.scalar
      + (b.share.scalar - a.share.scalar) * ((years - a.years) / (b.years - a.years))
  }
}
