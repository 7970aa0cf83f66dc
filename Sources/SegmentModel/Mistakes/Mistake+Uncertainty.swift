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

  static let rangeInside95 = Mistake("the range does not contain the range at 95%")

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
      return Mistake(
        "a \(name) with the value \(value) and so wide a range runs from "
          + "\(rounded(own.lowerBound)) to \(rounded(own.upperBound)) at 95%",
        help: "correct the range, or choose a distribution that it suits")
    }
  }

  /// A number with three significant digits.
  private static func rounded(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    var scale = 1.0
    while abs(value) * scale < 100 { scale *= 10 }
    while abs(value) * scale >= 1000 { scale /= 10 }
    return plain((value * scale).rounded() / scale)
  }
}
