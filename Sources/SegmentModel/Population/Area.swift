/// A part of the place, such as a primary care network.
public struct Area: Hashable, Sendable {
  /// Names it in JSON.
  public var id: String
  /// What a reader sees.
  public var name: String

  /// Creates an area.
  public init(id: String, name: String? = nil) {
    self.id = id
    self.name = name ?? id
  }
}
