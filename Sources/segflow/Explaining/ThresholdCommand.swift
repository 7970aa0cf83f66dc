import SegmentAnalysis
import SegmentModel
import SegmentReport

/// Looks for the value of a number at which an answer flips, and prints it.
struct ThresholdCommand {
  let options: ThresholdOptions
  /// The command line, for the record.
  let commandLine: [String]
  let console: Console

  /// Searches and prints; throws what is wrong.
  func run() throws {
    let settings = options.settings
    let loaded = try settings.world.load()
    let index = try loaded.onlyScenario(for: .threshold)
    let measure = try measure(loaded.model)
    let number = try NumberChoice.number(
      options.number, in: NumberIndex(DrawSampler(loaded, seed: settings.seed)))
    let range = try options.range ?? NumberChoice.usualRange(number)
    let dial = try number.dial(loaded, seed: settings.seed)
    let runner = try settings.runner(dial.sampler, scenario: index, measures: [measure])
    let progress =
      settings.isQuiet ? nil : ProgressLine("Searching", console: console)
    defer { progress?.clear() }
    let central = try runner.central()
    var results: [(value: Double, mean: Estimate)] = []
    let search = try ThresholdSearch(in: range) { value in
      progress?.show(Double(results.count) / Double(ThresholdSearch.usualMost))
      let mean = try runner.run(try dial.setting(value), central: central).mean(0)
      results.append((value, mean))
      return mean.value
    }
    progress?.clear()
    console.out(
      ThresholdText(
        search, results: results, number: number, range: range, measure: measure,
        model: loaded.model,
        scenario: loaded.scenarios[index],
        record: settings.record(loaded, loaded.scenarios[index], commandLine),
        standardError: error(search, results)
      ).text(width: console.width))
  }

  /// The standard error of the crossing: that of the result nearest to it over its slope there.
  private func error(
    _ search: ThresholdSearch, _ results: [(value: Double, mean: Estimate)]
  ) -> Double? {
    guard case .crossing(let crossing, _) = search.answer, let slope = search.slope, slope != 0
    else {
      return nil
    }
    let nearest = results.min {
      ($0.value - crossing).magnitude < ($1.value - crossing).magnitude
    }
    return nearest?.mean.standardError.map { $0 / slope.magnitude }
  }

  private func measure(_ model: Model) throws(UsageError) -> AttributedMeasure {
    let hasQALYs = model.baseUtility != nil
    let ofHealth = ["qalys", "net-benefit"]
    if ofHealth.contains(options.of), !hasQALYs {
      throw UsageError(
        "'--of \(options.of)' needs a place with QALYs",
        help: "\(model.id) states no utility ('baseUtility')")
    }
    switch options.of {
    case "saving" where !model.payers.isEmpty: return .pounds(payer: nil)
    case "qalys": return .qalys
    case "net-benefit":
      return .netBenefit(poundsPerQALY: try price(model), rate: try rate(model))
    default: break
    }
    if let outcome = model.outcomes.firstIndex(where: { $0.id == options.of }) {
      return .outcome(outcome)
    }
    let names = ["saving"] + (hasQALYs ? ofHealth : []) + model.outcomes.map(\.id)
    throw UsageError(
      "'--of' must be one of \(names.joined(separator: ", ")), not '\(options.of)'",
      help: Spelling.nearest(to: options.of, in: names).map { "did you mean '\($0)'?" })
  }

  /// What a QALY is worth.
  private func price(_ model: Model) throws(UsageError) -> Double {
    let stated = model.willingnessToPay.first?.poundsPerQALY
    if let price = options.poundsPerQALY.map(Double.init) ?? stated { return price }
    throw UsageError(
      "'--of net-benefit' needs '--\(OptionSpec.poundsPerQALY.name)'",
      help: "\(model.id) does not say what a QALY is worth ('willingnessToPay')")
  }

  /// The discount rate that is asked for, which must be one of the place.
  private func rate(_ model: Model) throws(UsageError) -> DiscountRate {
    guard let label = options.discountRate else { return .none }
    let rates = [.none] + model.discountRatesPerYear.filter { $0 != .none }
    if let rate = rates.first(where: { DiscountWords.label($0) == label }) { return rate }
    throw UsageError(
      "'--\(OptionSpec.discountRate.name)' must be one of "
        + "\(rates.map(DiscountWords.label).joined(separator: ", ")), not '\(label)'")
  }
}
