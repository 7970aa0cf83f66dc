import SegmentAnalysis
import SegmentModel

/// How a claim and what the simulation gives for it are written, with no digit too many.
struct ClaimReading {
  /// The claim.
  let claim: Claim
  /// What one world gives for it; nil where nothing can be compared.
  let estimate: Estimate?
  /// How many replicates that is over.
  let replicates: Int

  /// What is written where nothing can be compared.
  static let notComparable = "not comparable"
  /// What is written where a ratio has nothing below it.
  static let noNumber = "no number"

  /// The number printed.
  var printed: String { Self.printed(claim.value) }

  /// A number as it was printed, with commas between thousands.
  static func printed(_ value: Double) -> String {
    NumberText.grouped(value, decimals: decimals(value))
  }

  /// The Monte Carlo standard error; 0 for what knows no luck, however the jackknife's own
  /// arithmetic rounded.
  var standardError: Double? {
    guard let estimate, let error = estimate.standardError else { return nil }
    return error <= 1e-9 * estimate.value.magnitude ? 0 : error
  }

  /// The 95% confidence interval by luck alone; nil for what knows no luck, and for what is divided by
  /// a difference whose sign luck hides, since it then has no ends.
  var interval: ClosedRange<Double>? {
    if isHidden, case .measure(let expression) = claim.basis, expression.dividesByDifference {
      return nil
    }
    return spread
  }

  private var spread: ClosedRange<Double>? {
    standardError == 0 ? nil : estimate?.interval95(replicates: replicates)
  }

  /// Whether luck hides even the sign.
  var isHidden: Bool { spread.map { $0.lowerBound <= 0 && $0.upperBound >= 0 } ?? false }

  /// The number simulated.
  var value: String {
    guard let estimate else { return Self.notComparable }
    guard estimate.value.isFinite else { return Self.noNumber }
    guard !isHidden else { return Phrase.cannotTell }
    return standardError == 0 ? exact(estimate.value) : rounding.text(estimate.value)
  }

  /// The interval in words; nil when there is none.
  var range: String? {
    guard let interval else { return nil }
    return "\(rounding.text(interval.lowerBound)) to \(rounding.text(interval.upperBound))"
  }

  /// How many times the number printed the number simulated is; nil where that says nothing.
  var times: Double? {
    guard let estimate, estimate.value.isFinite, claim.value != 0, !isHidden else { return nil }
    return estimate.value / claim.value
  }

  /// The same in words, in two digits or as few as luck leaves.
  var timesText: String? {
    guard let times else { return nil }
    let own = Rounding(standardError: standardError.map { abs($0 / claim.value) }, otherwise: -6)
    return own.atLeast(Self.exponent(times) - 1).text(times)
  }

  private var rounding: Rounding { Rounding(standardError: standardError) }

  /// What knows no luck, as finely as it was printed and in three digits at least.
  private func exact(_ value: Double) -> String {
    let finest = max(Self.decimals(claim.value), 2 - Self.exponent(value), 0)
    let rounded = Rounding(exponent: -finest).round(value)
    return NumberText.grouped(rounded, decimals: Self.decimals(rounded))
  }

  /// How many decimals a number was printed with.
  private static func decimals(_ value: Double) -> Int {
    let text = NumberText.trimmed(value, decimals: 6)
    return text.split(separator: ".").dropFirst().first?.count ?? 0
  }

  /// The power of ten of the first digit of a number; 0 for 0.
  private static func exponent(_ value: Double) -> Int {
    var (exponent, unit) = (0, value.magnitude)
    while unit >= 10, exponent < 15 { (exponent, unit) = (exponent + 1, unit / 10) }
    while unit > 0, unit < 1, exponent > -6 { (exponent, unit) = (exponent - 1, unit * 10) }
    return exponent
  }
}
