import SegmentAnalysis
import SegmentSimulation

/// What most limits the answer, each with its size, the weightiest first.
struct Caveats {
  let data: ReportData
  let world: ReportWorld
  let frame: Frame

  /// The four that come first of those that apply.
  func first(_ scenario: String) -> [String] { Array(all(scenario).prefix(4)) }

  /// All that apply, in a fixed order: the reading of disputed evidence, assumed inputs, figures of the
  /// place that are missed, other readings in the run, the inputs that the answer goes with, too few draws, value that is not cash, luck, moves
  /// put off, targets missed, and draws mended.
  func all(_ scenario: String) -> [String] { weightiest + own(scenario) + simulation }

  /// Those that all scenarios share.
  var shared: [String] { weightiest + simulation }

  /// The first of them, which weigh most.
  var weightiest: [String] {
    [
      Reading(data).limit, assumed, ValidationSection(data: data, world: world, frame: frame).limit,
    ].compactMap { $0 }
  }
  private var simulation: [String] { [late, missed, mended].compactMap { $0 } }

  /// Those of one scenario.
  func own(_ scenario: String) -> [String] {
    guard let headline = world.headline, let avoided = world.avoided(headline, scenario) else {
      return []
    }
    let name = world.names.within("outcome", headline)
    let amount = Amount(.count, avoided)
    let mean = SignedWords.fewer.text(avoided.mean, amount)
    return otherWorlds(headline, scenario, name)
      + influences(headline, scenario, name)
      + [
        draws(avoided, amount, name), cash(scenario), luck(headline, scenario, mean),
      ].compactMap { $0 }
  }

  private func otherWorlds(_ headline: String, _ scenario: String, _ name: String) -> [String] {
    data.worlds.filter { $0.label != world.label }.compactMap { other in
      guard let found = other.avoided(headline, scenario) else { return nil }
      let amount = Amount(.count, found)
      return "Another reading of the evidence (\(other.reading)) gives "
        + "\(SignedWords.fewer.text(found.mean, amount)) \(name)"
        + (found.range.map { " (\(frame.levelText) range \(SignedWords.fewer.text($0, amount)))" }
          ?? "")
        + " instead."
    }
  }

  private func influences(_ headline: String, _ scenario: String, _ name: String) -> [String] {
    Influences(world, outcome: headline, scenario: scenario).influences.prefix(2).map { influence in
      let found = Found(influence.effect)
      return
        "The answer depends much on one input, "
        + "\(Influences.name(influence, world, withExample: true)): across its \(frame.levelText) "
        + "range it differs by \(Amount(.count, found).size(influence.effect)) \(name) "
        + "(\(NumberText.fixed(influence.share * 100, decimals: 0))% of the variance between draws)."
    }
  }

  /// That a second move within a step is put off, and where that matters most.
  var late: String? {
    let manifest = data.manifest
    guard
      let moves = manifest.worlds.first(where: { $0.choices == world.choices })?.secondMoves,
      let most = moves.max(by: { $0.chance < $1.chance })
    else { return nil }
    let limit = NumberText.trimmed(SecondMove.limit * 100, decimals: 1)
    let name = world.names.of("segment", "\(most.pathway)/\(most.segment)")
    let percent = most.chance * 100
    let place =
      "“\(name)” of \(world.names.of("pathway", most.pathway)) "
      + "(\(Amount(.percent, Found(percent)).size(percent)))"
    return
      "A second move in a pathway within a \(manifest.step) is put off to the next \(manifest.step): at the "
      + "highest rates its chance is more than \(limit)% out of "
      + (moves.count == 1 ? "" : "\(Phrase.count(moves.count, "segment")), most out of ")
      + "\(place)."
  }

  private var missed: String? {
    guard let missing = world.draws.missingTargets, missing > 0 else { return nil }
    return "\(missing) of \(world.draws.made) draws could not meet every target of the place."
  }

  private var mended: String? {
    guard let mended = world.draws.mended, mended > 0 else { return nil }
    return "In \(mended) of \(world.draws.made) draws some inputs came to more than makes sense "
      + "together, such as shares of more than 1, and kept their central values, so that ranges are too narrow."
  }

  private func draws(_ avoided: Found, _ amount: Amount, _ name: String) -> String? {
    guard world.isDrawn else {
      return
        "What is not known of the inputs is not in the ranges: \(Phrase.count(world.replicates, "run")) "
        + "with their central values alone."
    }
    guard !world.intervals.areQuantiles(draws: world.drawCount) else { return nil }
    let error = avoided.error.map { error in
      let found = Found(error)
      return
        "; the simulation error of the difference is \(Amount(.count, found).size(error)) \(name)"
    }
    return
      "Only \(Phrase.count(world.drawCount, "draw")) of the inputs, so ranges are rough\(error ?? "")."
  }

  private var assumed: String? {
    let inputs = InputCounts(world)
    guard inputs.assumed > 0 else { return nil }
    let start =
      "\(NumberText.grouped(Double(inputs.assumed))) of the \(Phrase.count(inputs.all, "input")) that were "
      + "not solved are assumed, without a published source"
    guard world.isDrawn, inputs.ranged < inputs.all else { return start + "." }
    return start
      + "; only \(NumberText.grouped(Double(inputs.ranged))) have a range, and the others are "
      + "held fixed."
  }

  private func cash(_ scenario: String) -> String? {
    let accounts = MoneyAccounts(world)
    guard accounts.hasMoney, let value = accounts.value("all", scenario), value.verdict != .nothing,
      !value.isUntold
    else { return nil }
    let pounds = Amount(.pounds, value).size(value.mean)
    return value.mean > 0
      ? "The \(pounds) of activity avoided is valued at average cost; how much of it is cash that can "
        + "be released is not modelled."
      : "The \(pounds) of activity added is valued at average cost; how much more it would cost in cash "
        + "is not modelled."
  }

  private func luck(_ headline: String, _ scenario: String, _ mean: String) -> String? {
    guard let luck = world.luck(headline, scenario), luck > 0 else { return nil }
    let found = Found(luck)
    return
      "Luck alone moves the figure of the place by \(Amount(.count, found).size(luck)) either way "
      + "(one standard deviation), around a mean of \(mean)."
  }
}
