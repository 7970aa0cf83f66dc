extension Mistake {
  static func wrongKind(found: String, expected: String) -> Mistake {
    Mistake("found \(found), expected \(expected)")
  }

  /// What stands where a number should; one that is written as a string is shown.
  static func notNumber(_ value: JSONValue, expected: String) -> Mistake {
    guard case .string(let text) = value.content else {
      return wrongKind(found: value.kind, expected: expected)
    }
    return Mistake(
      "found the string '\(text.prefix(40))', expected \(expected)",
      help: number(meantBy: text).map { "write \($0), without quotes" })
  }

  /// The number that a text was meant for, as JSON has it; nil if there is none.
  private static func number(meantBy text: String) -> String? {
    let digits = text.hasPrefix("£") ? String(text.dropFirst()) : text
    // Commas that stand before three digits each part thousands.
    let thousands = /-?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?/
    let isParted = digits.wholeMatch(of: thousands) != nil
    let number = digits.replacing(",", with: isParted ? "" : ".")
    if number.hasSuffix("%"), let percent = Double(number.dropLast()), percent.isFinite {
      return plain(percent / 100)
    }
    return Double(number)?.isFinite == true && number.allSatisfy(\.isASCII) ? number : nil
  }

  static func unknownKey(
    _ key: String, of what: String, _ nearest: String?, _ keys: [String]
  ) -> Mistake {
    let list = "the keys of \(what) are \(quoted(keys + ["note"]))"
    return Mistake(
      "unknown key '\(key)'", help: nearest.map { "did you mean '\($0)'?" } ?? list)
  }

  static func missingKey(_ key: String, of what: String) -> Mistake {
    Mistake("\(what) needs the key '\(key)'")
  }

  static func severalOf(_ keys: [String]) -> Mistake {
    Mistake("the keys \(quoted(keys)) cannot stand together", help: "keep one of them")
  }

  static func noneOf(_ keys: [String]) -> Mistake {
    Mistake("one of the keys \(quoted(keys)) is needed")
  }

  static func keyBeside(_ key: String, _ other: String) -> Mistake {
    Mistake("'\(key)' has no meaning beside '\(other)'", help: "remove it")
  }

  static func needsTwo(_ count: Int) -> Mistake {
    Mistake("found \(count) expressions, expected two")
  }

  static let emptyList = Mistake("the list is empty")

  static func entryTwice(first: String) -> Mistake {
    Mistake(
      "the same stands in the list already (\(first))",
      help: "remove one of the two, or give each a \"note\" if both are meant")
  }

  static func tooMany(_ count: Int, _ things: String, most: Int) -> Mistake {
    Mistake("found \(count) \(things); there can be at most \(most)")
  }

  static let emptyTable = Mistake("the table is empty")

  static func outOfRange(_ value: Double, _ range: ClosedRange<Double>) -> Mistake {
    Mistake(
      "\(plain(value)) makes no sense here; it must be \(expected(value, range))",
      help: percentHelp(value, range))
  }

  /// How a percentage is written where a part of 1 is expected.
  ///
  /// What is just above 1 was not meant for one.
  private static func percentHelp(_ value: Double, _ range: ClosedRange<Double>) -> String? {
    guard range == 0...1, value >= 1.5, value <= 100 else { return nil }
    return "\(plain(value))% is written \(plain((value * 1e10).rounded() / 1e12))"
  }

  /// What a value outside a range should have been.
  ///
  /// Bounds other than 0 and 1 only keep nonsense out of numbers about the world; a reader needs
  /// the one that was broken.
  private static func expected(_ value: Double, _ range: ClosedRange<Double>) -> String {
    let (low, high) = (range.lowerBound, range.upperBound)
    if low == .leastNormalMagnitude, value < low { return "above 0" }
    guard high > 1, low > -.infinity, low <= 0, high < .infinity else { return words(range) }
    return value < low ? "\(plain(low)) or more" : "\(plain(high)) or less"
  }

  static func notWhole(_ value: Double) -> Mistake {
    Mistake("found \(plain(value)), expected a whole number")
  }

  static let blank = Mistake("the text is empty")

  static let controlCharacter = Mistake("the text holds a control character")

  static func notMonth(_ text: String) -> Mistake {
    Mistake("'\(text)' is not a month", help: "months are written \"2022-04\"")
  }

  static func notAges(_ text: String) -> Mistake {
    Mistake(
      "'\(text)' is not a range of ages",
      help: "ages are written \"18-44\", \"80+\" or \"25\", up to \(AgeRange.oldest)")
  }

  static func notAge(_ text: String) -> Mistake {
    Mistake("'\(text)' is not an age between 0 and \(AgeRange.oldest)")
  }

  static func unknownWord(_ word: String, _ words: [String]) -> Mistake {
    Mistake("unknown word '\(word)'", help: help(for: word, in: words, "words"))
  }

  // MARK: - Numbers about the world

  static func senseless(_ value: Double, _ rule: QuantityRule) -> Mistake {
    Mistake(
      "\(plain(value)) is not \(rule.noun); it must be \(expected(value, rule.range))",
      help: percentHelp(value, rule.range))
  }

  static func productTooLarge(_ value: Double, _ who: String, _ rule: QuantityRule) -> Mistake {
    Mistake(
      "the product comes to \(sum(value)) for \(who); \(rule.noun) must be "
        + expected(value, rule.range))
  }

  static func needsOneNumber(_ rule: QuantityRule) -> Mistake {
    Mistake("\(rule.noun) must be one number here, not a table")
  }

  static func needsAges(_ rule: QuantityRule) -> Mistake {
    Mistake("\(rule.noun) may differ by age here, and by nothing else", help: "use \"byAge\"")
  }

  static func noEvidence(_ missing: [String]) -> Mistake {
    Mistake(
      "the number has no \(missing.joined(separator: " and no "))",
      help: "write { \"value\": ..., \"source\": ..., \"quality\": ... }, "
        + "or state \"evidence\" at the top of the file")
  }

  static func rangeNeedsTwo(_ count: Int) -> Mistake {
    Mistake("a range has two numbers, its low and its high end, but this has \(count)")
  }

  static func rangeReversed(_ low: Double, _ high: Double) -> Mistake {
    Mistake("the range is reversed: \(plain(low)) is above \(plain(high))")
  }

  static func rangeWithout(_ value: Double, _ range: ClosedRange<Double>) -> Mistake {
    Mistake(
      "the range from \(plain(range.lowerBound)) to \(plain(range.upperBound)) "
        + "does not contain the value \(plain(value))")
  }

  static let rangeOfTable = Mistake(
    "a range needs one number, but the value is a table",
    help: "\"relative95\" is the range of a factor on the whole table, such as [0.8, 1.25]")

  // MARK: - Tables

  static let evidenceInTable = Mistake(
    "a number with evidence stands inside a table",
    help: "a table has one evidence: { \"value\": { table }, \"source\": ..., \"quality\": ... }")

  static func uncovered(_ list: NameList, _ missing: [String], allowsOther: Bool) -> Mistake {
    let other = "\"other\" stands for every \(list.noun) that is not named"
    return Mistake("there is no value for \(quoted(missing))", help: allowsOther ? other : nil)
  }

  static func ageGap(_ gaps: [AgeRange]) -> Mistake {
    let ages = gaps.map(\.description).joined(separator: ", ")
    return Mistake("ages \(ages) are not covered")
  }

  static func ageOverlap(_ ages: String, _ other: String) -> Mistake {
    Mistake("ages \(ages) overlap with ages \(other)")
  }

  static let bySegmentElsewhere = Mistake(
    "a table by segment can only give the shares of a start",
    help: "use \"multipliers\" to make a rate depend on a segment")

  static func needsOneChoice(_ count: Int) -> Mistake {
    Mistake(
      "found \(count) choices, expected one", help: "choices nest: write one inside the other")
  }

  static func needsOnePathway(_ count: Int) -> Mistake {
    Mistake("found \(count) pathways, expected one")
  }

  static func laterPathway(_ pathway: String) -> Mistake {
    Mistake(
      "the pathway '\(pathway)' does not come before this one",
      help: "a start can only depend on pathways that the place lists earlier")
  }
}
