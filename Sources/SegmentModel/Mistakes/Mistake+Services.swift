extension Mistake {
  static func spendSharesLeaveNobody(_ sum: Double) -> Mistake {
    Mistake(
      "the shares sum to \(Mistake.sum(sum)) and leave nobody for the last segment",
      help: "the last segment takes the rest of the people")
  }

  static let lastSpendSegmentTakesRest = Mistake(
    "the last segment takes the rest of the people, whatever its share", help: "remove it")
}
