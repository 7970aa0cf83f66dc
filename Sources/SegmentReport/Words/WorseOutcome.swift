import SegmentAnalysis

/// An outcome of which a scenario brings more, told from none with 95% confidence.
struct WorseOutcome: Sendable {
  /// Its name as it stands within a sentence.
  let name: String
  private let avoided: Found

  /// Nil where it is not told that there is more of it.
  init?(_ name: String, _ avoided: Found?) {
    guard let avoided, avoided.mean < 0, !avoided.isUntold else { return nil }
    (self.name, self.avoided) = (name, avoided)
  }

  /// How many more, with the range at a level such as "80%".
  func text(_ levelText: String) -> String {
    let amount = Amount(.count, avoided)
    let range = avoided.range.map { range in
      range.upperBound <= 0
        ? "\(amount.size(range.upperBound)) to \(amount.size(range.lowerBound))"
        : SignedWords.fewer.text(range, amount)
    }
    return "\(amount.size(avoided.mean)) more \(name)"
      + (range.map { " (\(levelText) range \($0))" } ?? "")
  }
}
