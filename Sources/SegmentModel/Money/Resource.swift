/// Something limited that care takes, such as hours of a nurse or days in a bed.
public struct Resource: Hashable, Sendable {
  /// Names it in JSON.
  public var id: String
  /// What a reader sees.
  public var name: String
  /// What amounts of it are counted in, for example "hours".
  public var unit: String

  /// Creates a resource.
  public init(id: String, name: String? = nil, unit: String) {
    self.id = id
    self.name = name ?? id
    self.unit = unit
  }
}
