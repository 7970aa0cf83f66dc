import SegmentAnalysis
import SegmentModel

/// Writes down what a run says of the first twelve months that it reports.
struct ForecastMaker {
  private let worlds: [RunWorld]

  /// A maker for the worlds of a run.
  init(_ worlds: [RunWorld]) { self.worlds = worlds }

  /// The probabilities that quantiles are given for.
  private static let probabilities = [
    0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 0.99,
  ]

  /// The forecast; nil where nothing was drawn, so that what is not known is not in the results.
  var forecast: Forecast? {
    let comparison = worlds[0].comparison
    guard comparison.draws.count > 1 else { return nil }
    let from = comparison.timeline.from
    let (draws, replicates) = (comparison.draws.count, comparison.replicates.count)
    func intervals(_ level: Double) -> Intervals {
      Intervals(level: level, draws: draws, replicates: replicates)
    }
    let own = intervals(worlds[0].record.level)
    // Each pair of probabilities around the middle is the two ends of an interval.
    let others = Self.probabilities[..<(Self.probabilities.count / 2)].map { intervals(1 - 2 * $0) }
    return Forecast(
      place: comparison.model.id, runDigest: RunRecord.digest(worlds.map(\.record)),
      toolVersion: worlds[0].record.toolVersion, from: from.description,
      until: CalendarMonth(ordinal: from.ordinal + 12).description, level: worlds[0].record.level,
      draws: draws, replicatesOfEachDraw: replicates,
      probabilities: Self.probabilities,
      scenarios: worlds.flatMap { world in
        world.comparison.results.map { result in
          Forecast.Scenario(
            choices: world.record.choices.label, scenario: result.scenario.id,
            items: items(world.comparison, result, own, others))
        }
      })
  }

  /// What is said of every item, with the interval of the forecast's level and those whose ends are
  /// quantiles, the widest first.
  private func items(
    _ comparison: Comparison, _ result: ScenarioResult, _ own: Intervals, _ others: [Intervals]
  ) -> [Forecast.Item] {
    values(comparison, result).compactMap { item, values in
      let finding = Finding(values: values, replicates: comparison.replicates.count)
      guard let range = own.onePlace(finding), let quantiles = Self.quantiles(finding, others),
        let variance = finding.moments.totalVariance?.variance
      else { return nil }
      return Forecast.Item(
        item: item, mean: finding.mean, sd: variance.squareRoot(), low: range.lowerBound,
        high: range.upperBound, quantiles: quantiles)
    }
  }

  /// The ends of intervals around the same middle, the widest first, and that middle; nil where one
  /// of them has no ends.
  ///
  /// The middle is the median where the narrowest runs between quantiles of the values, and the mean
  /// where it is Student's t, which lies around that. Ends of the two kinds may cross, so they are put
  /// in order (the rearrangement of Chernozhukov, Fernández-Val and Galichon 2010).
  static func quantiles(_ finding: Finding, _ intervals: [Intervals]) -> [Double]? {
    let ranges = intervals.compactMap { $0.onePlace(finding) }
    guard ranges.count == intervals.count, let narrowest = intervals.last else { return nil }
    let middle =
      narrowest.areQuantiles(draws: finding.moments.draws)
      ? finding.median ?? finding.mean : finding.mean
    return (ranges.map(\.lowerBound) + [middle] + ranges.map(\.upperBound)).sorted()
  }

  /// The value of every item in each replicate of each draw.
  private func values(
    _ comparison: Comparison, _ result: ScenarioResult
  ) -> [(item: String, values: [Double])] {
    let (model, catalogue) = (comparison.model, comparison.catalogue)
    var measures: [(item: String, measure: Measure)] = []
    for (index, outcome) in model.outcomes.enumerated() {
      measures.append(("outcome:\(outcome.id)", .outcome(index, cause: nil, year: 0, group: 0)))
      for (cause, name) in catalogue.causes[index].enumerated() {
        measures.append(
          ("outcome:\(outcome.id)/\(name)", .outcome(index, cause: cause, year: 0, group: 0)))
      }
    }
    measures.append(("deaths", .deaths(year: 0)))
    for (index, intervention) in catalogue.interventions.enumerated()
    where result.scenario.interventions.contains(where: { $0.id == intervention.id }) {
      measures.append(
        ("started:\(intervention.id)", .started(intervention: index, year: 0, group: 0)))
      for (move, trigger) in intervention.once.enumerated()
      where result.scenario.moves(trigger, onceBy: intervention.id) {
        measures.append(
          (
            "moves:\(intervention.id)/\(trigger.id)",
            .movedOnce(intervention: index, move: move, year: 0, group: 0)
          ))
      }
    }
    var trigger = 0
    for (index, event) in model.happenings.enumerated() {
      if event.move != nil {
        measures.append(("moves:\(event.id)", .moved(happening: index, year: 0, group: 0)))
      }
      for moved in event.triggers {
        measures.append(("moves:\(event.id)/\(moved.id)", .triggered(trigger, year: 0, group: 0)))
        trigger += 1
      }
    }
    measures.append(("people:living", .residents(boundary: 1, group: 0)))
    return measures.compactMap { item, measure in
      result.value(measure)?.values.map { (item, $0) }
    } + people(model, result)
  }

  /// People in each segment at the end of the twelve months; and as shares of all who are in the
  /// pathway's segments but the first, such as of those with the condition.
  private func people(
    _ model: Model, _ result: ScenarioResult
  ) -> [(item: String, values: [Double])] {
    var flat = 0
    return model.pathways.flatMap { pathway -> [(item: String, values: [Double])] in
      let segments = pathway.segments.enumerated().compactMap { index, segment in
        let measure = Measure.occupancy(segment: flat + index, boundary: 1, group: 0)
        return segment.leaves == nil
          ? result.value(measure)?.values.map { (index: index, id: segment.id, values: $0) } : nil
      }
      flat += pathway.segments.count
      let others = segments.filter { $0.index > 0 }
      let wholes = segments.first?.values.indices.map { place in
        others.reduce(0) { $0 + $1.values[place] }
      }
      return segments.map { ("people:\(pathway.id)/\($0.id)", $0.values) }
        + (others.count < 2 ? [] : others).map { segment in
          (
            "share:\(pathway.id)/\(segment.id)",
            zip(segment.values, wholes ?? []).map { $1 > 0 ? $0 / $1 : 0 }
          )
        }
    }
  }
}
