/// What a file is about, as its first key says.
enum FileKind: String, CaseIterable {
  case place, population, pathway, events, targets, sources, intervention, scenario, claims

  /// The version of the format that this program reads.
  static let version = "1"

  /// The value of the key `segflow` in such a file.
  var tag: String { "\(rawValue)/\(Self.version)" }

  /// The kind in words, with its article.
  var noun: String {
    switch self {
    case .events: "a list of events"
    case .targets: "a list of targets"
    case .sources: "a list of sources"
    case .intervention: "an intervention"
    case .claims: "a list of claims"
    default: "a \(rawValue)"
    }
  }
}
