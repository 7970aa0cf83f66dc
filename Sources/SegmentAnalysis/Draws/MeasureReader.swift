import SegmentModel
import SegmentSimulation

/// Reads the measures of a run off tallies, at the prices of one draw.
public struct MeasureReader: Sendable {
  private let measurements: [Measurement]

  /// A reader for a draw's model and scenarios, whose measures index a catalogue.
  init(model: Model, scenarios: [Scenario], step: StepLength, catalogue: Catalogue) throws {
    measurements = try scenarios.map {
      Measurement(
        model: model, scenario: $0, catalogue: catalogue,
        valuation: try Valuation(model: model, scenario: $0, step: step))
    }
  }

  /// The values of every measure, by scenario, in the order of ``Comparison/measures``.
  public func values(_ tallies: [Tallies]) -> [[Double]] {
    precondition(
      tallies.count == measurements.count, "a replicate needs tallies of every scenario")
    return zip(measurements, tallies).map { $0.measures(of: $1).map(\.1) }
  }

  /// Every measure, as read off tallies of the first scenario.
  func measures(_ tallies: Tallies) -> [Measure] { measurements[0].measures(of: tallies).map(\.0) }
}
