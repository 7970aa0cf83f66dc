extension Mistake {
  static func needsDistribution(_ key: String) -> Mistake {
    Mistake(
      "'\(key)' has no meaning without a distribution",
      help: "state one of \(quoted(DistributionName.allCases.map(\.rawValue)))")
  }

  static func needsReason(_ distribution: String) -> Mistake {
    Mistake(
      "the distribution '\(distribution)' needs a reason",
      help: "write it as the \"note\" of the number")
  }

  static let relativeOfNumber = Mistake(
    "a relative range needs a table, but the value is one number",
    help: "write its \"range95\"")

  static func rangeInside95(
    _ range: ClosedRange<Double>, _ range95: ClosedRange<Double>
  ) -> Mistake {
    Mistake("the range \(ends(range)) does not contain the range at 95%, \(ends(range95))")
  }

  private static func ends(_ range: ClosedRange<Double>) -> String {
    "from \(plain(range.lowerBound)) to \(plain(range.upperBound))"
  }

  static func noSplit(_ sum: Double, _ rule: QuantityRule) -> Mistake {
    Mistake(
      "the shares of a split must not be below 0, and must come to more than 0 but not more than "
        + "\(plain(rule.range.upperBound)); these come to \(self.sum(sum))")
  }

  static func namesSplit(_ group: String, _ share: String) -> Mistake {
    Mistake(
      "'\(group)' is a split (\(share)), but this number is no share of one",
      help: "what moves together and what is split go by different names")
  }

  static func severalSampleSizes(_ group: String, _ size: Double, _ share: String) -> Mistake {
    Mistake(
      "the split '\(group)' has the sample size \(plain(size)) already (\(share))",
      help: "all shares of a split state the same")
  }

  static func splitSum(_ group: String, _ sum: Double, others: [String]) -> Mistake {
    Mistake(
      "the shares of the split '\(group)' come to \(self.sum(sum)); they must come to more than 0, "
        + "but not more than 1",
      help: others.isEmpty ? nil : "the others: \(others.joined(separator: ", "))")
  }

  /// Why a number cannot have a distribution.
  static func noDistribution(
    _ name: String, _ fit: DistributionFit, _ failure: DistributionFit.Failure
  ) -> Mistake {
    let value = plain(fit.value)
    switch failure {
    case .noWidth:
      return Mistake(
        "the range has no width", help: "a number that is not drawn is 'fixed', with a note why")
    case .notAbove0:
      return Mistake("a \(name) needs a value and a range above 0")
    case .outside0To1:
      return Mistake("a beta lies between 0 and 1, but this has the value \(value)")
    case .tooWide:
      return Mistake("no beta with the mean \(value) is so wide")
    case .notMiddle:
      return Mistake("a uniform has its value in the middle of its range; this has \(value)")
    case .runsOver(let own):
      let (low, high) = (rounded(own.lowerBound), rounded(own.upperBound))
      guard low != high else {
        return Mistake(
          "the range is too narrow for a \(name) with the value \(value)",
          help: "a number that is not drawn is 'fixed', with a note why")
      }
      return Mistake(
        "a \(name) with the value \(value) and so wide a range runs from "
          + "\(low) to \(high) at 95%",
        help: "correct the range, or choose a distribution that it suits")
    }
  }

  /// A number with three significant digits.
  private static func rounded(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    var (digits, exponent) = (value, 0)
    while abs(digits) < 100 { (digits, exponent) = (digits * 10, exponent - 1) }
    while abs(digits) >= 1000 { (digits, exponent) = (digits / 10, exponent + 1) }
    // Read from text, so that no dust of scaling is left.
    return plain(Double("\(Int(digits.rounded()))e\(exponent)") ?? value)
  }
}
