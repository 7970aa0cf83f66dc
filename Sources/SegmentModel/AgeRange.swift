/// A range of completed years of age, both ends included: `18-44`, `80+` or `25`.
public struct AgeRange: Hashable, Sendable, CustomStringConvertible {
  /// The oldest age that the engine tells apart; older residents count as this age.
  public static let oldest = 110

  /// The first age in the range.
  public var lower: Int
  /// The last age in the range; ``oldest`` for an open range such as `80+`.
  public var upper: Int

  /// Creates the range `lower...upper`.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = upper
  }

  /// Parses `18-44`, `80+` or `25`; nil for anything else, or an empty range.
  public init?(_ text: String) {
    func years(_ part: Substring) -> Int? {
      guard !part.isEmpty, part.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
      return Int(part)
    }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    if text.hasSuffix("+"), let age = years(text.dropLast()) {
      self.init(age, Self.oldest)
    } else if ends.count == 2, let first = years(ends[0]), let last = years(ends[1]) {
      self.init(first, last)
    } else if ends.count == 1, let age = years(ends[0]) {
      self.init(age, age)
    } else {
      return nil
    }
    guard lower <= upper, upper <= Self.oldest else { return nil }
  }

  /// Whether an age in completed years lies in the range.
  public func contains(_ age: Int) -> Bool { lower <= age && age <= upper }

  /// The range as written in JSON.
  public var description: String {
    upper == Self.oldest ? "\(lower)+" : lower == upper ? "\(lower)" : "\(lower)-\(upper)"
  }
}
