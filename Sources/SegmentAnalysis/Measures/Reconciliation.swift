import SegmentModel

/// Published claims beside what each world of a place gives for them.
public struct Reconciliation: Sendable {
  /// One reading of the evidence, and what the claims come to under it.
  public struct World: Sendable {
    /// Names it in headers of tables; empty when there is only one.
    public var id: String
    /// What a reader calls it; empty when there is only one.
    public var name: String
    /// What each claim comes to, in the order of the claims; nil where nothing can be compared.
    public var estimates: [Estimate?]

    /// Creates a world.
    public init(id: String, name: String, estimates: [Estimate?]) {
      self.id = id
      self.name = name
      self.estimates = estimates
    }
  }

  /// The name of the place.
  public var place: String
  /// The claims, in file order.
  public var claims: [Claim]
  /// The worlds, in the order asked for; at least one.
  public var worlds: [World]
  /// How many replicates the estimates are over.
  public var replicates: Int
  /// The price year of simulated pounds; empty where there are none.
  public var priceYear: String
  /// Where the claims were published.
  public var sources: [Source]

  /// Creates a reconciliation.
  public init(
    place: String, claims: [Claim], worlds: [World], replicates: Int, priceYear: String,
    sources: [Source]
  ) {
    self.place = place
    self.claims = claims
    self.worlds = worlds
    self.replicates = replicates
    self.priceYear = priceYear
    self.sources = sources
  }
}
