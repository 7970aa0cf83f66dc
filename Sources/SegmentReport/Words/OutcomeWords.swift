/// The sentence about how often an outcome is avoided.
struct OutcomeWords: Sendable {
  let frame: Frame
  let scenario: String
  /// The outcome's name as it stands within a sentence.
  let outcome: String
  /// Baseline minus scenario.
  let avoided: Found
  /// The outcome in the baseline.
  let expected: Found
  /// Whether it stops early, so that what it avoids is not spread over the period.
  var stopsEarly = false
  /// Other parts of the same whole, with their names within a sentence: baseline minus scenario.
  var besides: [(name: String, avoided: Found)] = []
  /// Other outcomes of which it brings more.
  var worse: [WorseOutcome] = []

  private var amount: Amount { Amount(.count, avoided) }
  private var words: SignedWords { .fewer }

  /// One sentence, complete in itself, with other parts of the whole that are avoided, and with what gets
  /// worse.
  var sentence: String {
    let others = besides.filter { $0.avoided.verdict == .above }.map { name, avoided in
      let amount = Amount(.count, avoided)
      let range = avoided.range.map { range in
        let ends = amount.sizes(range)
        return "\(ends.least) to \(ends.most)"
      }
      return "\(amount.size(avoided.mean)) \(name)"
        + (range.map { " (\(frame.levelText) range \($0))" } ?? "")
    }
    var sentence = String(alone.dropLast())
    if !others.isEmpty {
      sentence +=
        avoided.verdict == .above
        ? ", and \(Phrase.list(others))"
        : "; it is estimated to avoid \(Phrase.list(others)), prevented or postponed"
    }
    if !worse.isEmpty {
      sentence +=
        "; it is also estimated to bring " + Phrase.list(worse.map { $0.text(frame.levelText) })
    }
    return sentence + "."
  }

  private var alone: String {
    let compared = "Compared with \(Phrase.within(frame.baseline)), \(scenario)"
    let range = avoided.range.map { words.text($0, amount) }
    switch avoided.verdict {
    case .nothing:
      return
        "\(compared) changes no \(outcome) in \(frame.place) \(frame.period): every simulated run "
        + "has the same number."
    case .cannotTell:
      let error = Amount(.count, Found(avoided.error ?? 0))
      return
        "We cannot tell whether \(scenario) avoids \(outcome) in \(frame.place) \(frame.period), "
        + "compared with \(Phrase.within(frame.baseline)): the mean of this run is "
        + "\(words.text(avoided.mean, amount)) with a simulation error of "
        + "\(error.size(avoided.error ?? 0)), so not even its sign is known and more draws are needed."
    case .unsure:
      return
        "We cannot tell from this evidence whether \(scenario) avoids \(outcome) in \(frame.place) "
        + "\(frame.period), compared with \(Phrase.within(frame.baseline)): the best estimate is "
        + "\(words.text(avoided.mean, amount)), but the \(frame.levelText) range runs "
        + "from \(range ?? "")."
    case .above:
      return "\(compared) is estimated to avoid \(amount.size(avoided.mean)) \(outcome) in "
        + "\(frame.place) \(frame.period) (\(frame.chance(between))), prevented or postponed."
    case .below:
      return "\(compared) is estimated to bring \(amount.size(avoided.mean)) more \(outcome) in "
        + "\(frame.place) \(frame.period) (\(frame.chance(between.map { "\($0) more" })))."
    }
  }

  /// The range as sizes, where both ends have the sign of the mean.
  private var between: String? { avoided.range.map { words.between($0, amount) } }

  /// What share of the baseline that is and how often it comes to one, where the sign is known.
  var scale: String? {
    guard avoided.verdict == .above || avoided.verdict == .below, expected.mean > 0 else {
      return nil
    }
    let factor = 100 / expected.mean
    let share = Found(
      avoided.mean * factor, error: avoided.error.map { $0 * factor }, range: nil,
      confidence: avoided.confidence)
    let part = Amount(.percent, share).size(share.mean)
    return "What \(scenario) \(avoided.mean > 0 ? "avoids" : "adds") is "
      + (stopsEarly ? "" : "on average about \(rate), or ")
      + "\(part) of the \(Amount(.count, expected).size(expected.mean)) \(outcome) expected in "
      + "\(frame.place) \(frame.period) with \(Phrase.within(frame.baseline))."
  }

  /// So many a week, or one in so many days or weeks.
  private var rate: String {
    let days = Double(frame.years.count) * 365.25 / avoided.mean.magnitude
    let weekly = 7 / days
    if weekly >= 1.05 {
      return "\(NumberText.trimmed(weekly, decimals: weekly < 10 ? 1 : 0)) a week"
    }
    if days < 7.5 { return "one a week" }
    return days < 14
      ? "one every \(NumberText.fixed(days, decimals: 0)) days"
      : "one every \(NumberText.grouped(days / 7)) weeks"
  }
}
