extension String {
  /// Whether it holds what a terminal would obey instead of showing it.
  var hasControls: Bool { unicodeScalars.contains(where: Self.isControl) }

  /// The same, with what a terminal would obey written as in JSON.
  var withoutControls: String {
    guard hasControls else { return self }
    return unicodeScalars.map { scalar in
      switch scalar {
      case "\n": return "\\n"
      case "\r": return "\\r"
      case "\t": return "\\t"
      case let scalar where Self.isControl(scalar):
        let hex = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: return String(scalar)
      }
    }.joined()
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}
