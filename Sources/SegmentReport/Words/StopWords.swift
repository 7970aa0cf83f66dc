/// The sentences about what lasts when a scenario stops early.
struct StopWords: Sendable {
  let frame: Frame
  /// The scenario that goes on.
  let scenario: String
  /// The first month in which nothing runs any more.
  let month: String
  /// The outcome's name as it stands within a sentence.
  let outcome: String
  /// Avoided in the period where it goes on, and where it stops.
  let ongoing: Found
  let stopped: Found
  /// Avoided in the last year where it stops.
  let last: Found

  private var year: String { frame.years.last ?? "" }

  /// What is left in the last year, in one sentence.
  var title: String {
    switch last.verdict {
    case .nothing: "If \(scenario) stops in \(month), nothing of it is left in \(year)."
    case .cannotTell, .unsure:
      "If \(scenario) stops in \(month), we cannot tell whether anything of it is left in \(year): "
        + "\(text(last)) \(outcome) in that year."
    case .above:
      "If \(scenario) stops in \(month), it still avoids \(size(last)) \(outcome) in \(year)."
    case .below:
      "If \(scenario) stops in \(month), it brings \(size(last)) more \(outcome) in \(year)."
    }
  }

  /// What the whole period comes to, complete in itself.
  var sentence: String {
    "Compared with \(Phrase.within(frame.baseline)), \(scenario) stopped in \(month) comes to "
      + "\(text(stopped)) \(outcome) in \(frame.place) \(frame.period), instead of \(text(ongoing)) if it "
      + "goes on: prevented or postponed, \(frame.levelText) ranges\(kept)."
  }

  /// What part is kept, where both are sure.
  private var kept: String {
    guard ongoing.verdict == .above, stopped.verdict == .above else { return "" }
    return "; stopping keeps "
      + "\(Amount(.percent, Found(stopped.mean / ongoing.mean * 100)).size(stopped.mean / ongoing.mean * 100)) "
      + "of the mean"
  }

  private func text(_ found: Found) -> String {
    HeadlineTable.cell(found, .count, .fewer)
  }
  private func size(_ found: Found) -> String {
    let amount = Amount(.count, found)
    let range = found.range.map { range in
      let ends = amount.sizes(range)
      return " (\(frame.levelText) range \(ends.least) to \(ends.most))"
    }
    return amount.size(found.mean) + (range ?? "")
  }
}
