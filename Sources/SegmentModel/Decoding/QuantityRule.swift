/// What a number about the world must be to make sense where it stands.
struct QuantityRule {
  /// What the number is, with its article.
  var noun: String
  /// The values that make sense.
  var range: ClosedRange<Double>
  /// What tables may stand for the number.
  var tables = Tables.none
  /// How many pathways come before the one whose start this is a share of; nil anywhere else.
  var earlierPathways: Int?
  /// Why such a number is not known for certain, unless it says otherwise.
  var tag = ParameterTag.evidence

  /// Tables that may stand for a number.
  enum Tables { case none, byAge, all }

  /// Whether a table may stand for the number.
  var allowsTable: Bool { tables != .none }

  static let rate = QuantityRule(noun: "a rate", range: 0...1000, tables: .all)
  static let addedRate = QuantityRule(
    noun: "an added rate", range: -1000...1000, tables: .all)
  static let ratio = QuantityRule(noun: "a multiplier", range: 0...1e6, tables: .all)
  static let probability = QuantityRule(noun: "a probability", range: 0...1, tables: .all)
  static let factor = QuantityRule(
    noun: "a factor", range: 0...1e6, tables: .all, tag: .delivery)
  static let share = QuantityRule(noun: "a share", range: 0...1, tag: .delivery)
  static let cost = QuantityRule(noun: "a cost", range: 0...1e12)
  static let amount = QuantityRule(noun: "an amount", range: 0...1e9)
  static let people = QuantityRule(noun: "a number of people", range: 0...1e7, tag: .outside)
  static let capacity = QuantityRule(noun: "a capacity", range: 0...1e9, tag: .delivery)
  static let utility = QuantityRule(noun: "a utility", range: 0...1, tables: .byAge)
  static let utilityLoss = QuantityRule(noun: "a utility loss", range: 0...1)
  static let utilityGain = QuantityRule(noun: "a utility gain", range: -1...1)
  static let loss = QuantityRule(noun: "a loss of QALYs", range: 0...1000)

  /// The rule for the factors of a product that is to meet this one.
  var factor: QuantityRule {
    QuantityRule(
      noun: "a factor of a product", range: 0...1e12, tables: tables,
      earlierPathways: earlierPathways, tag: tag)
  }

  /// The rule for what those who deliver an intervention decide.
  var ofDelivery: QuantityRule {
    var rule = self
    rule.tag = .delivery
    return rule
  }

  /// The rule for shares of a start.
  static func startShare(earlierPathways: Int) -> QuantityRule {
    QuantityRule(
      noun: "a share", range: 0...1, tables: .all, earlierPathways: earlierPathways)
  }
}
