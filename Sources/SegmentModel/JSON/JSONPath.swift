/// Writes paths into JSON, for example `moves[1].ratePerYear.byAge.45-64`.
enum JSONPath {
  /// The path of a member of the object at `parent`.
  static func member(_ key: String, of parent: String) -> String {
    let isPlain = !key.isEmpty && !key.contains { ".[]\" ".contains($0) || $0.isNewline }
    guard isPlain else { return "\(parent)[\"\(key)\"]" }
    return parent.isEmpty ? key : "\(parent).\(key)"
  }

  /// The path of an element of the list at `parent`.
  static func element(_ index: Int, of parent: String) -> String { "\(parent)[\(index)]" }
}
