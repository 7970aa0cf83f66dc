/// A publication that numbers are taken from.
public struct Source: Hashable, Sendable {
  /// Names it in JSON.
  public var id: String
  /// Author, title, year, and where in it.
  public var citation: String

  /// Creates a source.
  public init(id: String, citation: String) {
    self.id = id
    self.citation = citation
  }
}
