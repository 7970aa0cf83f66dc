/// One way of telling residents apart in results.
public struct TallyGroup: Hashable, Sendable {
  /// What kind of group it is.
  public enum Kind: String, Sendable {
    case all, area, deprivation, ageBand, sex
  }

  /// What kind of group it is.
  public var kind: Kind
  /// The id of the area, deprivation group, age band or sex; "all" for everybody.
  public var id: String
}
