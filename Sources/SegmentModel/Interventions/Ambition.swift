/// One of the sizes in which an intervention may be done.
public struct Ambition: Hashable, Sendable {
  /// Names it in JSON, unique in its intervention.
  public var id: String
  /// What a reader sees.
  public var name: String

  /// Creates an ambition.
  public init(id: String, name: String? = nil) {
    self.id = id
    self.name = name ?? id
  }
}
