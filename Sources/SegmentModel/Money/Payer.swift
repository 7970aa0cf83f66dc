/// Who pays for something.
public struct Payer: Hashable, Sendable {
  /// Names it in JSON.
  public var id: String
  /// What a reader sees.
  public var name: String

  /// Creates a payer.
  public init(id: String, name: String? = nil) {
    self.id = id
    self.name = name ?? id
  }
}
