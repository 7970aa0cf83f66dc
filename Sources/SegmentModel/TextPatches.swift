/// New text for parts of input files; everything else in them stays as it is, byte for byte.
public struct TextPatches: Sendable {
  private var texts: [TextSpan: String] = [:]

  /// No changes.
  public init() {}

  /// The text that takes the place of a span; spans must not overlap.
  public subscript(span: TextSpan) -> String? {
    get { texts[span] }
    set { texts[span] = newValue }
  }

  /// The changed files by path, out of all files.
  public func applied(to files: [InputFile]) -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    for file in files {
      let patches = texts.filter { $0.key.file == file.path }
        .sorted { $0.key.bytes.lowerBound > $1.key.bytes.lowerBound }
      guard !patches.isEmpty else { continue }
      var bytes = file.bytes
      for (span, text) in patches { bytes.replaceSubrange(span.bytes, with: Array(text.utf8)) }
      if bytes != file.bytes { result[file.path] = bytes }
    }
    return result
  }
}
