/// Some bytes of an input file.
public struct TextSpan: Hashable, Sendable {
  /// The file, as ``InputFile/path`` names it.
  public var file: String
  /// Offsets of its bytes.
  public var bytes: Range<Int>

  /// Creates a span.
  public init(file: String, bytes: Range<Int>) {
    self.file = file
    self.bytes = bytes
  }
}
