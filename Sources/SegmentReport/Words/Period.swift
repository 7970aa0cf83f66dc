import SegmentModel

/// The reported years in words, by the labels that tables have for them.
enum Period {
  /// Between the months of a label, where a year starts neither in April nor in January.
  private static let separator = " to "

  /// From the first year to the last, such as "2022/23 to 2026/27" or "July 2024 to June 2027".
  static func span(_ years: [String]) -> String {
    guard let first = years.first, let last = years.last else { return "" }
    guard first.contains(separator) else {
      return years.count == 1 ? first : "\(first) to \(last)"
    }
    let start = first.prefix { $0 != " " }
    return "\(Phrase.month(String(start))) to \(end(of: last))"
  }

  /// Where a year ends: its last month, or the label that says it.
  static func end(of year: String) -> String {
    year.contains(separator) ? Phrase.month(String(year.split(separator: " ").last ?? "")) : year
  }

  /// The period within a sentence, such as "over the 5 years 2022/23 to 2026/27".
  static func phrase(_ years: [String]) -> String {
    guard years.count == 1 else { return "over the \(years.count) years \(span(years))" }
    return years[0].contains(separator) ? "in the year \(span(years))" : "in \(years[0])"
  }
}
