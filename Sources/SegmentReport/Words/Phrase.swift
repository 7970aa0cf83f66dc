import SegmentModel

/// Small rules of wording.
enum Phrase {
  /// The name of a baseline as it stands within a sentence: quoted, but for this tool's own.
  static func within(_ baseline: String) -> String {
    baseline == "Baseline" ? "baseline" : "“\(baseline)”"
  }

  /// Where something happens that happens with a baseline.
  static func under(_ baseline: String) -> String {
    baseline == "Baseline" ? "in the baseline" : "with \(within(baseline))"
  }

  /// Words as they stand at the start of a sentence or a row.
  static func capitalised(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  /// A list such as "a, b and c".
  static func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A name with what it means, as a sentence.
  static func defined(_ name: String, _ definition: String) -> String {
    "\(name): \(definition)" + (definition.hasSuffix(".") ? "" : ".")
  }

  /// What amounts of something are counted in beside its name, unless the name says it: "nurses' time,
  /// hours", but "hospital bed-days".
  static func measured(_ name: String, in unit: String) -> String {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    return unit.isEmpty || words.contains(unit.lowercased()) ? name : "\(name), \(unit)"
  }

  /// A number of things, such as "1 draw" or "1,000 draws".
  static func count(_ number: Int, _ thing: String) -> String {
    "\(NumberText.grouped(Double(number))) \(thing)\(number == 1 ? "" : "s")"
  }

  /// A number with two decimals, or with more where nothing would be left of it, and a minus sign where
  /// it is below zero.
  static func decimal(_ value: Double) -> String {
    let usual = Rounding(exponent: -2)
    let own = usual.keeping(value)
    let text = (own.round(value) == 0 ? usual : own).text(value.magnitude)
    return value < 0 && text.contains { "123456789".contains($0) } ? "−" + text : text
  }

  /// A month such as "2024-04" as "April 2024"; anything else as it is.
  static func month(_ text: String) -> String {
    guard let month = CalendarMonth(text) else { return text }
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(names[month.month - 1]) \(month.year)"
  }

  /// Stands for a mean whose very sign more draws or replicates are needed to tell.
  static let cannotTell = "cannot tell"

  /// Stands for the people within reach of a programme that had ended when the period began.
  static let ranBefore = "ran before the period"

  /// Why figures of a table may not sum to the totals beside them.
  static let sums = "Rows are rounded after summing, so parts may not add up."

  /// A part of one in percent, with no more decimals than it has: a level, a rate or a quantile, such as
  /// "80%" or "3.5%".
  static func percent(_ part: Double, decimals: Int = 2) -> String {
    NumberText.trimmed(part * 100, decimals: decimals) + "%"
  }

  /// A part of one in whole percent.
  static func wholePercent(_ part: Double) -> String {
    NumberText.fixed(part * 100, decimals: 0) + "%"
  }

  /// What chances are that are given by a bound.
  static let bounds =
    "A chance of \"less than\" or \"more than\" is the 95% bound where no run has it, or every run."

  /// A chance in whole percent; never "0%" or "100%", which draws cannot show.
  ///
  /// Where none of them has it, or all, the upper or lower 95% bound stands instead: 1 - 0.05^(1/n) for n
  /// draws, rounded up. Replicates of a draw are alike, so they count only where there is no other draw.
  static func chance(_ probability: Double, draws: Int) -> String {
    let percent = Int((probability * 100).rounded())
    guard percent <= 0 || percent >= 100 else { return "\(percent)%" }
    // The least whole percent at which so many draws would seldom all miss it.
    let bound = (1...99).first { bound in
      (0..<max(1, draws)).reduce(1) { chance, _ in chance * (1 - Double(bound) / 100) } <= 0.05
        + 1e-12
    }
    return percent <= 0 ? "less than \(bound ?? 99)%" : "more than \(100 - (bound ?? 99))%"
  }
}
