/// What kinds of money are called wherever they head a figure, in one way in all texts.
enum MoneyNames {
  static let programme = "Programme cost"
  /// What care in segments, or care that follows an event, costs more than in the baseline.
  static let care = "Extra cost of care"
  static let value = "Value of activity"
  /// A figure with a sign: value less what programmes and care cost.
  static let net = "Net saving (cost if negative)"

  /// Programme and care together.
  static let delivery = "\(programme) and \(within(care))"
  /// What a net is made of.
  static let netOf = "\(value) avoided less \(within(delivery))"

  /// A name as it stands within a sentence.
  static func within(_ name: String) -> String { name.prefix(1).lowercased() + name.dropFirst() }
}
