import SegmentModel

/// Small rules of wording.
enum Phrase {
  /// A name as it stands within a sentence: its first letter small, unless the first word is an
  /// abbreviation or a single letter.
  static func within(_ name: String) -> String {
    let first = name.prefix { $0.isLetter || $0 == "&" }
    guard first.count > 1, first.dropFirst().allSatisfy({ $0.isLowercase }) else { return name }
    return name.prefix(1).lowercased() + name.dropFirst()
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

  /// A number of things, such as "1 draw" or "1,000 draws".
  static func count(_ number: Int, _ thing: String) -> String {
    "\(NumberText.grouped(Double(number))) \(thing)\(number == 1 ? "" : "s")"
  }

  /// A number with so many decimals, and a minus sign where anything is left of it below zero.
  static func decimal(_ value: Double, decimals: Int = 2) -> String {
    let text = NumberText.fixed(value.magnitude, decimals: decimals)
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

  /// The level of intervals, such as "80%".
  static func level(_ level: Double) -> String {
    NumberText.trimmed(level * 100, decimals: 2) + "%"
  }

  /// A chance in percent, without digits that its standard error does not support; never "0%" or
  /// "100%", which samples cannot show.
  static func chance(_ probability: Double, samples: Int) -> String {
    let (decimals, step) = samples >= 2_000 ? (1, 0.001) : (0, 0.01)
    func text(_ part: Double) -> String { NumberText.fixed(part * 100, decimals: decimals) }
    // What samples that all agree leave open.
    let least = (1 / Double(max(1, samples) + 1) / step).rounded(.up) * step
    if probability <= 0 { return "less than \(text(least))%" }
    if probability >= 1 { return "more than \(text(1 - least))%" }
    return switch text(probability) {
    case text(0): "less than \(text(step))%"
    case text(1): "more than \(text(1 - step))%"
    case let other: other + "%"
    }
  }
}
