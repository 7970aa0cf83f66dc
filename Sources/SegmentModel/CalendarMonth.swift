/// A calendar month, written `YYYY-MM` in JSON; it stands for the month's first instant.
public struct CalendarMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Months since January of year 0.
  public var ordinal: Int

  /// Creates the month with an ordinal as in ``ordinal``.
  public init(ordinal: Int) { self.ordinal = ordinal }

  /// Creates a month of a year; `month` is 1 to 12.
  public init(year: Int, month: Int) { ordinal = year * 12 + month - 1 }

  /// Parses `YYYY-MM`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isPlain = text.utf8.allSatisfy { ("0"..."9").contains(Unicode.Scalar($0)) || $0 == 0x2D }
    guard isPlain, parts.count == 2, parts[0].count == 4, parts[1].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), (1000...9999).contains(year),
      (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }

  /// The calendar year.
  public var year: Int { ordinal / 12 }
  /// The month of the year, 1 to 12.
  public var month: Int { ordinal % 12 + 1 }

  /// The month as written in JSON.
  public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

  /// Whether one month is before another.
  public static func < (a: CalendarMonth, b: CalendarMonth) -> Bool { a.ordinal < b.ordinal }
}
