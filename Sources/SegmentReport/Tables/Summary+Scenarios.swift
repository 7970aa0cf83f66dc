import SegmentAnalysis
import SegmentModel

/// What a summary says of the interventions of scenarios, and of who has left the place.
extension Summary {
  func ambitions(_ result: ScenarioResult) -> [(String, JSONOutput)] {
    result.scenario.interventions.compactMap { intervention in
      intervention.ambition.map { (intervention.id, .text($0.id)) }
    }
  }

  func reached(_ result: ScenarioResult) -> [(String, JSONOutput)] {
    comparison.catalogue.interventions.enumerated().compactMap { index, intervention in
      guard result.scenario.interventions.contains(where: { $0.id == intervention.id }) else {
        return nil
      }
      let started = result.value(.started(intervention: index, year: nil, group: 0))
      return (intervention.id, .optional(started?.mean))
    }
  }

  /// The interventions of a scenario that had ended when the period began.
  func ranBefore(_ result: ScenarioResult) -> [JSONOutput] {
    result.scenario.interventions.filter(comparison.timeline.isAfter).map { .text($0.id) }
  }

  /// The highest share and the places a year of each intervention, at the central values, and the months
  /// from and up to which it runs.
  func offers(_ result: ScenarioResult) -> [(String, JSONOutput)] {
    result.scenario.interventions.map { intervention in
      (
        intervention.id,
        .object([
          ("share", .number(intervention.reach.ramp.map(\.share.scalar).max() ?? 0)),
          ("placesPerYear", .optional(intervention.capacityPerYear?.scalar)),
          ("starts", .text(intervention.starts.description)),
          ("ends", intervention.ends.map { .text($0.description) } ?? .null),
        ])
      )
    }
  }

  /// The segments of those who have left the place, as `names.csv` calls them.
  static func leavingSegments(of model: Model) -> [JSONOutput] {
    model.pathways.flatMap { pathway in
      pathway.segments.filter { $0.leaves != nil }.map { .text("\(pathway.id)/\($0.id)") }
    }
  }
}
