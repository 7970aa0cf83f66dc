/// The sentence about the gap between the most and the least deprived.
struct EquityWords: Sendable {
  /// What the gap does.
  enum Change: Hashable, Sendable { case narrows, widens, unclear }

  let frame: Frame
  let scenario: String
  let outcome: String
  /// How many groups there are.
  let groups: Int
  /// Avoided per 1,000 person-years of the most and of the least deprived.
  let most: Found
  let least: Found
  /// Outcomes per 1,000 person-years, most less least deprived, in the baseline and the scenario.
  let gapBefore: Double
  let gapAfter: Double
  /// The chance that the gap narrows, between 0 and 1; nil for a single run.
  let chance: Double?

  /// The gap narrows or widens where at least as many runs say so as lie on one side of the range.
  var change: Change {
    guard let chance else { return .unclear }
    // A share of runs and a level seldom meet to the last bit.
    let sure = (1 + frame.level) / 2 - 1e-9
    return chance >= sure ? .narrows : chance <= 1 - sure ? .widens : .unclear
  }

  /// One sentence, complete in itself.
  var sentence: String {
    let group = groups == 5 ? "fifth" : groups == 10 ? "tenth" : "group"
    let width = gapAfter.magnitude - gapBefore.magnitude
    let size = NumberText.fixed(width.magnitude, decimals: width.magnitude < 0.1 ? 2 : 1)
    let change =
      switch change {
      case .narrows: "the gap between them narrows by \(size) per 1,000 a year"
      case .widens: "the gap between them widens by \(size) per 1,000 a year"
      case .unclear: "the gap between them does not clearly change"
      }
    let share = chance.map {
      " (it narrows in \(Phrase.chance($0, samples: frame.samples)) of runs)"
    }
    return "With \(scenario) compared with \(Phrase.within(frame.baseline)), the most deprived "
      + "\(group) of \(frame.place) would see \(text(most)) \(Phrase.within(outcome)) for each 1,000 "
      + "people a year and the least deprived \(group) \(text(least)) \(frame.period); "
      + "\(change)\(share ?? "")."
  }

  private func text(_ found: Found) -> String {
    guard found.verdict != .nothing else { return "no fewer" }
    let size = NumberText.fixed(found.mean.magnitude, decimals: 2)
    if found.isUntold { return "a change of \(size) that we cannot tell from none in" }
    return "\(size) \(found.mean < 0 ? "more" : "fewer")"
  }
}
