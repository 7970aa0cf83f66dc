/// The sentence about who gains more, the most or the least deprived.
struct EquityWords: Sendable {
  /// One end of the groups of deprivation, which are groups of the country and not of the place.
  struct End: Sendable {
    /// The group's name.
    let name: String
    /// Which part of the residents are in it, between 0 and 1.
    let share: Double
    /// What is avoided per 1,000 person-years, and what there is of the outcome in the baseline.
    let avoided: Found
    let before: Double
  }

  let frame: Frame
  let scenario: String
  /// The outcome's name as it stands within a sentence.
  let outcome: String
  let most: End
  let least: End
  /// By how much more the most deprived gain than the least, per 1,000 person-years.
  let gap: GroupRates.Gap

  /// One sentence, complete in itself.
  var sentence: String {
    "With \(scenario) compared with \(Phrase.within(frame.baseline)), \(outcome) for each "
      + "1,000 people a year would \(change(most)) among residents of the most deprived group "
      + "(\(label(most)) of the residents of \(frame.place)), and \(change(least)) among those of the least "
      + "deprived (\(label(least))), not standardised for age, \(frame.period); \(gain)."
  }

  /// Who gains more, by the same rules as any other number.
  private var gain: String {
    guard frame.samples > 1 else { return "one simulated run cannot tell which of them gain more" }
    return switch gap.gain.verdict {
    case .nothing: "both gain alike"
    case .above: "the most deprived gain more, by \(size)"
    case .below: "the least deprived gain more, by \(size)"
    case .cannotTell, .unsure: "we cannot tell which of them gain more\(range)"
    }
  }

  /// By how much one end gains more, where the sign is known.
  private var size: String {
    let ends = gap.gain.range.map { [$0.lowerBound.magnitude, $0.upperBound.magnitude].sorted() }
      .map { " (\(frame.levelText) range \(Phrase.decimal($0[0])) to \(Phrase.decimal($0[1])))" }
    return Phrase.decimal(gap.gain.mean.magnitude) + (ends ?? "")
  }

  private var range: String {
    guard let range = gap.gain.range else { return "" }
    let ends = [range.lowerBound, range.upperBound].map(GroupRates.Gap.signed)
    return ": the most deprived anything from \(ends[0]) to \(ends[1]) (\(frame.levelText) range)"
  }

  private func label(_ end: End) -> String {
    "group \(end.name), \(Amount(.percent, Found(end.share * 100)).size(end.share * 100))"
  }

  private func change(_ end: End) -> String {
    let before = NumberText.fixed(end.before, decimals: 1)
    guard end.avoided.verdict != .nothing else { return "stay at \(before)" }
    guard !end.avoided.isUntold else { return "stay, as far as this run can tell, at \(before)" }
    return "\(end.avoided.mean < 0 ? "rise" : "fall") by "
      + "\(Phrase.decimal(end.avoided.mean.magnitude)) from \(before)"
  }
}
