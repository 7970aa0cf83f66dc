/// The sentence about how often an outcome is avoided.
struct OutcomeWords: Sendable {
  let frame: Frame
  let scenario: String
  /// The outcome's name.
  let outcome: String
  /// Baseline minus scenario.
  let avoided: Found
  /// The outcome's mean in the baseline.
  let expected: Double

  private var name: String { Phrase.within(outcome) }
  private var amount: Amount { Amount(.count, avoided) }
  private var words: SignedWords { .fewer }

  /// One sentence, complete in itself.
  var sentence: String {
    let compared = "Compared with \(Phrase.within(frame.baseline)), \(scenario)"
    let range = avoided.range.map { words.text($0, amount) }
    switch avoided.verdict {
    case .nothing:
      return
        "\(compared) changes no \(name) in \(frame.place) \(frame.period): every simulated run "
        + "has the same number."
    case .cannotTell:
      let error = Amount(.count, Found(avoided.error ?? 0))
      return "We cannot tell whether \(scenario) avoids \(name) in \(frame.place) \(frame.period), "
        + "compared with \(Phrase.within(frame.baseline)): the mean of this run is "
        + "\(words.text(avoided.mean, amount)) with a simulation error of "
        + "\(error.size(avoided.error ?? 0)), so not even its sign is known. More draws are needed."
    case .unsure:
      return
        "We cannot tell from this evidence whether \(scenario) avoids \(name) in \(frame.place) "
        + "\(frame.period), compared with \(Phrase.within(frame.baseline)): the best estimate is "
        + "\(words.text(avoided.mean, amount)), but the \(frame.levelText) range for one place runs "
        + "from \(range ?? "")."
    case .above:
      return "\(compared) is estimated to avoid \(amount.size(avoided.mean)) \(name) in "
        + "\(frame.place) \(frame.period) (\(frame.chance(between))), prevented or postponed."
    case .below:
      return "\(compared) is estimated to bring \(amount.size(avoided.mean)) more \(name) in "
        + "\(frame.place) \(frame.period) (\(frame.chance(between.map { "\($0) more" })))."
    }
  }

  /// The range as sizes, where both ends have the sign of the mean.
  private var between: String? {
    avoided.range.map { range in
      let ends = amount.sizes(range)
      return "between \(ends.least) and \(ends.most)"
    }
  }

  /// What share of the baseline that is and how much a week, where the sign is known.
  var scale: String? {
    guard avoided.verdict == .above || avoided.verdict == .below, expected > 0 else { return nil }
    let factor = 100 / expected
    let share = Found(
      avoided.mean * factor, error: avoided.error.map { $0 * factor }, range: nil,
      confidence: avoided.confidence)
    let more = avoided.mean > 0 ? "" : " more"
    let weekly = avoided.mean.magnitude / (Double(frame.years.count) * 52.18)
    let rate =
      weekly >= 1.05
      ? "\(NumberText.trimmed(weekly, decimals: weekly < 10 ? 1 : 0))\(more) a week"
      : weekly >= 2.0 / 3
        ? "one\(more) a week"
        : "one\(more) every \(NumberText.fixed(1 / weekly, decimals: 0)) weeks"
    let part = Amount(.percent, share).size(share.mean)
    return "That is about \(rate), or \(part) \(avoided.mean > 0 ? "of" : "more than") the "
      + "\(NumberText.grouped(Rounding(exponent: expected < 1_000 ? 0 : expected < 10_000 ? 1 : 2).round(expected))) "
      + "\(name) expected in the period with \(Phrase.within(frame.baseline))."
  }
}
