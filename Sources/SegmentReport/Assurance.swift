/// Who stands behind a run.
public struct Assurance: Hashable, Sendable {
  /// Who ran it; nil where nobody is named.
  public var runBy: String?
  /// Who checked it; nil where nobody did.
  public var assuredBy: String?

  /// Names those who stand behind a run.
  public init(runBy: String? = nil, assuredBy: String? = nil) {
    self.runBy = runBy
    self.assuredBy = assuredBy
  }

  var json: JSONValue {
    .object([
      ("runBy", runBy.map { .text($0) } ?? .null),
      ("assuredBy", assuredBy.map { .text($0) } ?? .null),
    ])
  }
}
