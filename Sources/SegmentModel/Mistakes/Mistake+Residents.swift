extension Mistake {
  static let countsNothing = Mistake("the count names no pathway")

  static let calibratesToResidents = Mistake(
    "'holding' and 'shareOfSpend' follow single residents, which nothing can be solved for",
    help: "make it a validation target")

  static func tooManyKinds(_ kinds: Double) -> Mistake {
    func millions(_ kinds: Double) -> String {
      "\(Int(min(kinds / 1e6, 1e12).rounded(.up))) million"
    }
    return Mistake(
      "the numbers tell \(millions(kinds)) kinds of residents apart; they can tell "
        + "\(millions(SumCheck.mostKinds)) at most",
      help: "let them depend on fewer pathways, or on bands instead of single years of age")
  }

  static func peopleUncovered(_ missing: [String]) -> Mistake {
    Mistake("there is no value for \(quoted(missing))", help: writeNobody(missing[0]))
  }

  static func peopleAgeGap(_ gaps: [AgeRange]) -> Mistake {
    Mistake(ageGap(gaps).message, help: writeNobody(gaps[0].description))
  }

  private static func writeNobody(_ key: String) -> String {
    "where nobody lives, say so: \"\(key)\": 0"
  }
}
