/// Writes paths into JSON, for example `moves[1].ratePerYear.byAge.45-64`.
enum JSONPath {
  /// The path of a member of the object at `parent`.
  static func member(_ key: String, of parent: String) -> String {
    guard isPlain(key) else { return "\(parent)[\"\(key)\"]" }
    return parent.isEmpty ? key : parent + "." + key
  }

  private static func isPlain(_ key: String) -> Bool {
    // Most keys are such, and characters take long to tell apart.
    if !key.isEmpty, key.utf8.allSatisfy(isLetterDigitOrHyphen) { return true }
    return !key.isEmpty && !key.contains { ".[]\" ".contains($0) || $0.isNewline }
  }

  private static func isLetterDigitOrHyphen(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// The path of an element of the list at `parent`.
  static func element(_ index: Int, of parent: String) -> String {
    parent + "[" + String(index) + "]"
  }
}
