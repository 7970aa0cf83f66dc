/// Published claims with what they are checked in, as read from files.
public struct LoadedClaims: Sendable {
  /// The place, the baseline and the scenarios that the claims name.
  public var run: LoadedRun
  /// The claims, in file order.
  public var claims: [Claim]
}
