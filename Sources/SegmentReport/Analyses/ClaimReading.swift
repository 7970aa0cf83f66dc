import SegmentAnalysis
import SegmentModel

/// How a claim and what the simulation gives for it are written, with no digit too many.
struct ClaimReading {
  /// What the claim says; nil where that is not a number.
  let claimed: Double?
  /// Whether anything simulated can be compared with it.
  let isComparable: Bool
  /// What one world gives for it; not a number where a ratio has nothing below it.
  let simulated: Double
  /// The Monte Carlo standard error; 0 for what knows no luck.
  let standardError: Double?
  /// The 95% confidence interval by luck alone; nil for what knows no luck, and for what is divided by
  /// a difference whose sign luck hides, since it then has no ends.
  let interval: ClosedRange<Double>?
  /// Whether luck hides even the sign.
  let isHidden: Bool

  /// What is written where nothing can be compared.
  static let notComparable = "not comparable"
  /// What is written where a ratio has nothing below it.
  static let noNumber = "no number"
  /// What the table says of a claim that nothing can be compared with.
  static let no = "no"

  /// What an estimate over some replicates says of a claim; nil where nothing can be compared.
  init(claim: Claim, estimate: Estimate?, replicates: Int) {
    claimed = claim.value
    isComparable = estimate != nil
    simulated = estimate?.value ?? .nan
    // The jackknife's own arithmetic rounds.
    standardError = estimate?.standardError.map {
      $0 <= 1e-9 * (estimate?.value.magnitude ?? 0) ? 0 : $0
    }
    let spread = standardError == 0 ? nil : estimate?.interval95(replicates: replicates)
    isHidden = Self.holdsZero(spread)
    var hasEnds = true
    if case .measure(let expression) = claim.basis { hasEnds = !expression.dividesByDifference }
    interval = isHidden && !hasEnds ? nil : spread
  }

  /// What a row of the table says of a world whose columns end so.
  init(_ row: ReportTable.Row, world end: String) {
    claimed = row.number("printed")
    isComparable = row["comparable"] != Self.no
    simulated = row.optionalNumber("simulated\(end)") ?? .nan
    standardError = row.optionalNumber("standard_error\(end)")
    let ends = ["low", "high"].compactMap { row.optionalNumber("\($0)_95\(end)") }
    interval = ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
    // What luck moves and has no interval is divided by what luck hides.
    isHidden = Self.holdsZero(interval) || (interval == nil && (standardError ?? 0) > 0)
  }

  private static func holdsZero(_ range: ClosedRange<Double>?) -> Bool {
    range.map { $0.lowerBound <= 0 && $0.upperBound >= 0 } ?? false
  }

  /// The number printed; empty where there is none.
  var printed: String { claimed.map(Self.printed) ?? "" }

  /// A number as it was printed, with commas between thousands.
  static func printed(_ value: Double) -> String {
    NumberText.grouped(value, decimals: decimals(value))
  }

  /// The number simulated.
  var value: String {
    guard isComparable else { return Self.notComparable }
    guard simulated.isFinite else { return Self.noNumber }
    guard !isHidden else { return Phrase.cannotTell }
    return standardError == 0 ? exact(simulated) : rounding.text(simulated)
  }

  /// The interval in words; nil when there is none.
  var range: String? {
    guard let interval else { return nil }
    return "\(rounding.text(interval.lowerBound)) to \(rounding.text(interval.upperBound))"
  }

  /// The number simulated with its interval.
  var text: String { value + (range.map { " (\($0))" } ?? "") }

  /// How many times the number printed the number simulated is; nil where that says nothing.
  var times: Double? {
    guard let claimed, claimed != 0, isComparable, simulated.isFinite, !isHidden else { return nil }
    return simulated / claimed
  }

  /// The same in words, in two digits or as few as luck leaves.
  var timesText: String? {
    guard let times, let claimed else { return nil }
    let own = Rounding(standardError: standardError.map { abs($0 / claimed) }, otherwise: -6)
    return own.atLeast(Self.exponent(times) - 1).text(times)
  }

  private var rounding: Rounding { Rounding(standardError: standardError) }

  /// What knows no luck, as finely as it was printed and in three digits at least.
  private func exact(_ value: Double) -> String {
    let finest = max(claimed.map(Self.decimals) ?? 0, 2 - Self.exponent(value), 0)
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
