/// What money buys, whoever pays: for example inpatient care.
public struct Service: Hashable, Sendable {
  /// Names it in JSON.
  public var id: String
  /// What a reader sees.
  public var name: String

  /// Creates a service.
  public init(id: String, name: String? = nil) {
    self.id = id
    self.name = name ?? id
  }
}
