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
    let (low, high) = (range.lowerBound, range.upperBound)
    if low >= 0 { return join("\(amount.size(low)) to \(amount.size(high))", above) }
    if high <= 0 { return join("\(amount.size(high)) to \(amount.size(low))", below) }
    return "\(text(low, amount)) to \(text(high, amount))"
  }

  private func join(_ size: String, _ word: String) -> String {
    isBefore ? "\(word) \(size)" : "\(size) \(word)"
  }
}
