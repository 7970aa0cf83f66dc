/// The sentence about who gains more, the most or the least deprived.
struct EquityWords: Sendable {
  /// Who gains more per person.
  enum Gain: Hashable, Sendable { case most, least, unclear }

  let frame: Frame
  let scenario: String
  let outcome: String
  /// How many groups there are.
  let groups: Int
  /// Avoided per 1,000 person-years of the most and of the least deprived, and what there is of the
  /// outcome in the baseline.
  let most: (avoided: Found, before: Double)
  let least: (avoided: Found, before: Double)
  /// The chance that the most deprived gain more, between 0 and 1; nil for a single run.
  let chance: Double?

  /// One end gains more where at least as many runs say so as lie on one side of the range.
  var gain: Gain {
    guard let chance else { return .unclear }
    // A share of runs and a level seldom meet to the last bit.
    let sure = (1 + frame.level) / 2 - 1e-9
    return chance >= sure ? .most : chance <= 1 - sure ? .least : .unclear
  }

  /// One sentence, complete in itself.
  var sentence: String {
    let group = groups == 5 ? "fifth" : groups == 10 ? "tenth" : "group"
    let more =
      switch gain {
      case .most: "the most deprived gain more"
      case .least: "the least deprived gain more"
      case .unclear: "we cannot tell which of them gain more"
      }
    let share = chance.map {
      " (the most deprived do in \(Phrase.chance($0, samples: frame.samples)) of runs)"
    }
    return "With \(scenario) compared with \(Phrase.within(frame.baseline)), the most deprived "
      + "\(group) of \(frame.place) would see \(text(most.avoided)) \(Phrase.within(outcome)) for each "
      + "1,000 people a year (of \(rate(most.before))) and the least deprived \(group) "
      + "\(text(least.avoided)) (of \(rate(least.before))), not standardised for age, \(frame.period); "
      + "\(more)\(share ?? "")."
  }

  private func rate(_ value: Double) -> String { NumberText.fixed(value, decimals: 1) }

  private func text(_ found: Found) -> String {
    guard found.verdict != .nothing else { return "no fewer" }
    let size = NumberText.fixed(found.mean.magnitude, decimals: 2)
    if found.isUntold { return "a change of \(size) that we cannot tell from none in" }
    return "\(size) \(found.mean < 0 ? "more" : "fewer")"
  }
}
