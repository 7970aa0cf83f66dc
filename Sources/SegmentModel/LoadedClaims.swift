/// Published claims with what they are checked in, as read from files.
public struct LoadedClaims: Sendable {
  /// The place, the baseline and the scenarios that the claims name, once for each world.
  public var worlds: [LoadedRun]
  /// The ids of the choices whose options make the worlds, in the place's order.
  public var chosen: [String]
  /// The claims, in file order.
  public var claims: [Claim]
}
