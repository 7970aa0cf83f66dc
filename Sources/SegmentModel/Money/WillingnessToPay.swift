/// What a QALY is taken to be worth, and who says so.
public struct WillingnessToPay: Hashable, Sendable {
  /// Pounds for each QALY gained.
  public var poundsPerQALY: Double
  /// The id of the source that states it.
  public var source: String

  /// The highest price that makes sense.
  public static let most = 10_000_000.0

  /// A price that a source states.
  public init(poundsPerQALY: Double, source: String) {
    (self.poundsPerQALY, self.source) = (poundsPerQALY, source)
  }
}
