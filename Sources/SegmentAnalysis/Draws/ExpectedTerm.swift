/// A part of an expected number: a coefficient times parameters times unknown factors.
struct ExpectedTerm: Sendable {
  /// What does not differ between draws.
  var coefficient: Double
  /// What it is multiplied by.
  var variables: Variables

  /// What a term is multiplied by.
  struct Variables: Hashable, Sendable {
    /// Parameters, as rising indices.
    var parameters: [Int] = []
    /// Unknown factors, as rising indices.
    var unknowns: [Int] = []

    /// The variables of a product.
    static func * (a: Self, b: Self) -> Self {
      if b.parameters.isEmpty && b.unknowns.isEmpty { return a }
      return Self(
        parameters: (a.parameters + b.parameters).sorted(),
        unknowns: (a.unknowns + b.unknowns).sorted())
    }
  }
}
