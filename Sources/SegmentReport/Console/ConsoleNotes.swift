import SegmentAnalysis
import SegmentModel

/// What a reader must know to quote the strategist's table.
struct ConsoleNotes {
  let rows: ComparisonRows
  let world: RunWorld
  /// How many of the place's choices the table's heading names.
  let namedChoices: Int

  private var comparison: Comparison { rows.comparison }

  /// The notes, one a line.
  var lines: [String] {
    let ends = [precision, stop, unmet, mended].compactMap { $0 }
    guard rows.compares else { return definitions + ends + defaults }
    return worse + definitions + [onePlace, expected].compactMap { $0 } + ends
      + [chances, untold].compactMap { $0 }
      + defaults + [
        "Avoided means prevented or postponed, against \(comparison.scenarios[0].name); a minus "
          + "sign in those rows means more of them.",
        "Value is the average cost of the activity avoided, less that of activity added; it is not cash that "
          + "can be released.",
      ]
  }

  /// Of which other outcomes, and deaths, a scenario brings more: beside the headline, first.
  private var worse: [String] {
    let model = comparison.model
    let measures =
      model.outcomes.indices.dropFirst().map {
        (rows.within(model.outcomes[$0].name), Measure.outcome($0, cause: nil, year: nil, group: 0))
      } + [("deaths", .deaths(year: nil))]
    return comparison.results.dropFirst().compactMap { result in
      let found = measures.compactMap { name, measure in
        WorseOutcome(name, result.avoided(measure).map(rows.found))
      }
      guard !found.isEmpty else { return nil }
      return "\(result.scenario.name) also brings "
        + "\(Phrase.list(found.map { $0.text(rows.levelText) }))."
    }
  }

  /// What is counted as one of an outcome, where its name does not say all.
  private var definitions: [String] {
    comparison.model.outcomes.compactMap { outcome in
      outcome.definition.map { Phrase.defined(outcome.name, $0) }
    }
  }

  private var defaults: [String] {
    let count = world.record.choices.choices.count - namedChoices
    guard count > 0 else { return [] }
    let others = namedChoices > 0 ? "other " : ""
    let subject = count == 1 ? "One \(others)choice is" : "\(count) \(others)choices are"
    return [
      "\(subject) at the default ('\(Manifest.toolName) check' lists them), and no interval covers "
        + "another option; --choose runs one."
    ]
  }

  // MARK: - Intervals

  private var onePlace: String {
    let (draws, replicates) = (comparison.draws.count, comparison.replicates.count)
    guard rows.hasIntervals else {
      return comparison.isDrawn
        ? "One replicate of one draw gives no interval; run more of both."
        : "One replicate gives no interval; run more to see how far luck reaches."
    }
    let name = "\(rows.levelText) one place: where the figure of one place falls"
    guard comparison.isDrawn else {
      return "\(name) by luck alone (Student's t over \(replicates) replicates). Uncertainty of "
        + "the inputs is not included."
    }
    guard draws > 1 else {
      return "\(name) by luck alone, if the inputs are as in this one draw; run more draws to see "
        + "what is not known of the inputs."
    }
    let inputs = InputCounts(world.record.inputs)
    return "\(name), by luck and by \(inputs.rangesText) (\(method))."
  }

  private var method: String {
    let draws = comparison.draws.count
    return rows.intervals.areQuantiles(draws: draws)
      ? "quantiles of \(draws) draws x \(comparison.replicates.count)"
      : "Student's t, since \(draws) draws are too few for quantiles"
  }

  private var expected: String? {
    guard comparison.draws.count > 1 else { return nil }
    guard rows.splits else {
      return "With one replicate a draw, luck and what is not known of the inputs cannot be told "
        + "apart, so there is no expected effect."
    }
    return "\(rows.levelText) expected effect: the same without luck. Luck's share is that of the "
      + "variance of one place; the rest is of the ranges of inputs. "
      + "\(rows.levelText) simulation error: where the mean would be after endless draws."
  }

  // MARK: - Simulation

  private var precision: String {
    guard let outcome = comparison.model.outcomes.first, let error = largestError else {
      return Phrase.sums
    }
    let text = Rounding(standardError: error).atLeast(-2).upperText(error)
    return "No more digits are shown than the simulation's own standard error (MCSE) supports; for "
      + "the \(rows.compares ? "difference in " : "")\(rows.within(outcome.name)) above that error "
      + "is \(text) or less. \(Phrase.sums)"
  }

  /// The largest standard error of the headline among the scenarios.
  private var largestError: Double? {
    let measure = Measure.outcome(0, cause: nil, year: nil, group: 0)
    let results = comparison.results
    let findings =
      rows.compares
      ? results.dropFirst().map { $0.avoided(measure) } : results.map { $0.value(measure) }
    return findings.compactMap { $0?.standardError }.max()
  }

  /// Why no more was drawn, if that depended on what came out.
  private var stop: String? {
    guard let rule = world.draws?.rule, let reached = StoppingRule.reached(comparison) else {
      return nil
    }
    let (draws, wanted) = (comparison.draws.count, percent(rule.error))
    guard !rule.isMet(comparison) else {
      return "\(draws) draws were needed for an MCSE of at most \(wanted) of the headline "
        + "difference; it is \(percent(reached))."
    }
    guard reached.isFinite, reached < 0.5 else {
      return "After \(draws) draws, the most allowed, a headline difference is hardly told "
        + "from nothing, so that an MCSE of \(wanted) of it is out of reach."
    }
    return
      "After \(draws) draws, the most allowed, the MCSE is \(percent(reached)) of the headline "
      + "difference instead of \(wanted); about "
      + "\(rule.needed(comparison).map { NumberText.grouped(Double($0)) } ?? "too many") draws "
      + "would be needed."
  }

  private func percent(_ part: Double) -> String {
    Phrase.percent(part, decimals: part < 0.001 ? 3 : 2)
  }

  /// How many draws could not meet a target.
  private var unmet: String? {
    guard let draws = world.draws, draws.drawsMissing > 0 else { return nil }
    return "\(draws.drawsMissing) of \(draws.draws.count) draws could not meet every target of the "
      + "place; summary.json says which."
  }

  /// In how many draws the central values stood in.
  private var mended: String? {
    guard let draws = world.draws, draws.drawsMended > 0 else { return nil }
    return
      "In \(draws.drawsMended) of \(draws.draws.count) draws some inputs came to more than makes "
      + "sense together, such as shares of more than 1, and kept their central values, so that "
      + "intervals are too narrow; summary.json says which."
  }

  private var chances: String? {
    let draws = comparison.draws.count
    let error = ChanceEstimate(
      probability: 0.5, draws: draws, replicates: comparison.replicates.count
    ).standardError
    guard let error else { return nil }
    let sample =
      draws > 1
      ? "\(draws) draws x \(comparison.replicates.count)"
      : "\(comparison.replicates.count) replicates"
    return "Chances are shares of \(sample), undiscounted, each with a standard error of "
      + "\(Rounding(exponent: 0).upperText(error * 100)) percentage points or less. \(Phrase.bounds)"
  }

  private var untold: String? {
    guard rows.hasIntervals else { return nil }
    let drawn = comparison.draws.count > 1
    return "* one place could see the opposite (the interval includes zero); "
      + "\"\(Phrase.cannotTell)\": not even the mean is told from zero with 95% confidence, "
      + "so more \(drawn ? "draws" : "replicates") are needed. A plain 0 means that no replicate "
      + "differed at all."
  }
}
