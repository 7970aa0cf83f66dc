/// Ids of numbers, such as `thurrock/pathways/copd.json:moves[1].ratePerYear`.
public enum NumberID {
  /// The file of an id: what stands before the first colon.
  public static func file(of id: String) -> String {
    String(id.utf8.prefix { $0 != UInt8(ascii: ":") }) ?? id
  }
}
