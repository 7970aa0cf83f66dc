extension Mistake {
  static let countsNothing = Mistake("the count names no pathway")

  static let calibratesToResidents = Mistake(
    "'holding' and 'shareOfSpend' follow single residents, which nothing can be solved for",
    help: "make it a validation target")
}
