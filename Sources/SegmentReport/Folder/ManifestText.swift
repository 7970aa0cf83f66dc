/// The text of a manifest in which who stands behind the run, what was added to it, and what was
/// written can be changed; everything else stays as it is, byte for byte.
struct ManifestText {
  private(set) var text: String

  /// Changes the list of tables that other verbs added.
  mutating func set(additions: [RunManifest.Addition]) throws(ReportError) {
    try replace("additions", with: .array(additions.map(\.json)))
  }

  /// Changes who stands behind the run.
  mutating func set(_ assurance: Assurance) throws(ReportError) {
    try replace("assurance", with: assurance.json)
  }

  /// Changes the list of what was written.
  mutating func set(outputs: [(name: String, contents: String)]) throws(ReportError) {
    try replace("outputs", with: Manifest.outputs(outputs))
  }

  /// The key of the digest of all the rest of the document.
  static let sealKey = "manifestDigest"

  /// Whether everything is as it was when it was sealed.
  var isSealed: Bool { sealed == text }

  /// States the digest of the document as it is now.
  mutating func seal() { text = sealed ?? text }

  /// The text with its digest; nil where there is no place for one.
  private var sealed: String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = "  \"\(Self.sealKey)\": "
    guard let line = lines.lastIndex(where: { $0.hasPrefix(start) }) else { return nil }
    lines[line] = start
    lines[line] += "\"\(SHA256.hexDigest(Array(lines.joined(separator: "\n").utf8)))\""
    return lines.joined(separator: "\n")
  }

  /// Puts a value in the place of the list or object of a key of the document, which is written with
  /// a line for each member, indented by two spaces.
  private mutating func replace(_ key: String, with value: JSONOutput) throws(ReportError) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.firstIndex(where: { $0.hasPrefix("  \"\(key)\": ") }),
      let last = lines[first...].firstIndex(where: { line in
        ["  },", "  ],", "  }", "  ]"].contains(line)
          || line == lines[first] && ["[]", "[],"].contains { line.hasSuffix($0) }
      })
    else { throw ReportError(Manifest.fileName, "'\(key)' is not where it is written") }
    let document = JSONOutput.object([(key, value)]).document.split(separator: "\n")
      .dropFirst().dropLast().map(String.init)
    let comma = lines[last].hasSuffix(",") ? "," : ""
    lines.replaceSubrange(first...last, with: document.dropLast() + [(document.last ?? "") + comma])
    text = lines.joined(separator: "\n")
  }
}
