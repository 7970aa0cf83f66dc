@testable import SegmentModel

/// An object of a file as the reader met it.
struct ReadObject {
  let file: String
  let path: String
  /// What the reader takes it for.
  let what: String
  /// The keys it may have.
  let keys: [String]
  /// What kind of file it stands in.
  private let kind: String

  init(file: String, path: String, what: String, keys: [String], tag: JSONValue?) {
    (self.file, self.path, self.what, self.keys) = (file, path, what, keys)
    guard case .string(let text) = tag?.content else {
      kind = file
      return
    }
    kind = String(text.prefix { $0 != "/" })
  }

  /// What is read by the same words wherever it stands.
  private static let anywhere = [
    "a number with evidence", "a table", "a product", "a number of people or a table",
    "the evidence of a file", "an expression", "a part of the residents", "a sum of pounds",
    "a correlation",
  ]

  /// A name for its place in the format, the same for all elements of a list.
  var place: String {
    if Self.anywhere.contains(what) { return what }
    var parts = path.split(separator: ".").map { part in
      part.split(separator: "[").count > 1 ? part.prefix { $0 != "[" } + "[]" : String(part)
    }
    // What stands in a change is read as it would be in the intervention itself.
    if kind == "intervention", parts.starts(with: ["ambitions[]", "change"]), parts.count > 2 {
      return ([kind] + parts.dropFirst(2)).joined(separator: ".")
    }
    guard kind == "scenario", parts.first == "change", parts.count > 1 else {
      return ([kind] + parts).joined(separator: ".")
    }
    parts.removeFirst(2)
    return (parts.isEmpty ? ["scenario", "change"] : ["intervention"] + parts)
      .joined(separator: ".")
  }

  /// A name for a key of it.
  func name(of key: String) -> String { "\(place).\(key)" }
}
