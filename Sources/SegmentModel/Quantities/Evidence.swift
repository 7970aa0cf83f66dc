/// Where a number came from.
public struct Evidence: Hashable, Sendable {
  /// The id of an entry of the place's sources.
  public var source: String
  /// How much the number can be trusted.
  public var quality: Quality
  /// What a reader should know about it.
  public var note: String?

  /// Creates the evidence for a number.
  public init(source: String, quality: Quality, note: String? = nil) {
    self.source = source
    self.quality = quality
    self.note = note
  }
}
