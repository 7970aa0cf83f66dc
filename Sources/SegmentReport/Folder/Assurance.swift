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

  /// Whether who ran it is said to have checked it, too, which is no check.
  public var isOwn: Bool { runBy != nil && runBy?.lowercased() == assuredBy?.lowercased() }

  /// What is wrong with that.
  public static let ownText = "who ran it cannot assure it: '--assured-by' takes somebody else"

  /// The name that takes another one back.
  public static let nobody = "nobody"

  /// This where it names somebody, else another; whoever is called ``nobody`` is nobody.
  public func over(_ other: Assurance) -> Assurance {
    func name(_ own: String?, _ other: String?) -> String? {
      let name = own ?? other
      return name == Self.nobody ? nil : name
    }
    return Assurance(
      runBy: name(runBy, other.runBy), assuredBy: name(assuredBy, other.assuredBy))
  }

  var json: JSONOutput {
    .object([
      ("runBy", runBy.map { .text($0) } ?? .null),
      ("assuredBy", assuredBy.map { .text($0) } ?? .null),
    ])
  }
}
