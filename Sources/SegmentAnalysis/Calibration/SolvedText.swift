import Foundation

/// How solved numbers are written.
enum SolvedText {
  /// A number with four significant digits.
  static func number(_ value: Double) -> String {
    value == 0 ? "0" : String(format: "%.4g", value)
  }
}
