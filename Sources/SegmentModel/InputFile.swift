/// A file that was read.
public struct InputFile: Hashable, Sendable {
  /// The path it was read from.
  public var path: String
  /// Its bytes.
  public var bytes: [UInt8]
}
