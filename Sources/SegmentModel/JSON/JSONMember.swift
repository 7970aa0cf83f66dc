/// A key of a JSON object with its value.
struct JSONMember {
  /// The key, unescaped.
  var key: String
  /// Offset of the key's opening quote in the file.
  var keyOffset: Int
  /// The value.
  var value: JSONValue
}
