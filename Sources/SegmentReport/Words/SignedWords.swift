/// The two words for a difference of either sign, such as "fewer" and "more".
struct SignedWords: Hashable, Sendable {
  /// The word for a number above zero.
  let above: String
  /// The word for a number below zero.
  let below: String
  /// Whether the word stands before the number.
  var isBefore = false

  /// What is avoided, counted.
  static let fewer = SignedWords(above: "fewer", below: "more")
  /// What is needed, counted.
  static let more = SignedWords(above: "more", below: "fewer")
  /// Health.
  static let gained = SignedWords(above: "gained", below: "lost")
  /// Money after all costs.
  static let net = SignedWords(above: "net gain", below: "net cost", isBefore: true)
  /// Money that is spent.
  static let spent = SignedWords(above: "extra", below: "less")
  /// Money that activity is worth.
  static let value = SignedWords(above: "avoided", below: "added")

  /// A number as its size and word.
  func text(_ value: Double, _ amount: Amount) -> String {
    join(amount.size(value), value < 0 ? below : above)
  }

  /// A range as its sizes and words; one word where both ends have the same sign.
  func text(_ range: ClosedRange<Double>, _ amount: Amount) -> String {
    let ends = amount.ends(range)
    if range.lowerBound >= 0 { return join("\(ends.lower) to \(ends.upper)", above) }
    if range.upperBound <= 0 { return join("\(ends.upper) to \(ends.lower)", below) }
    return "\(join(ends.lower, below)) to \(join(ends.upper, above))"
  }

  /// The ends of a range as "between 3 and 5"; with their words where they have different signs.
  func between(_ range: ClosedRange<Double>, _ amount: Amount) -> String {
    guard range.lowerBound < 0, range.upperBound > 0 else {
      let sizes = amount.sizes(range)
      return "between \(sizes.least) and \(sizes.most)"
    }
    let ends = amount.ends(range)
    return "between \(join(ends.lower, below)) and \(join(ends.upper, above))"
  }

  private func join(_ size: String, _ word: String) -> String {
    // Nothing has no sign.
    guard size.contains(where: { "123456789".contains($0) }) else { return size }
    return isBefore ? "\(word) \(size)" : "\(size) \(word)"
  }
}
