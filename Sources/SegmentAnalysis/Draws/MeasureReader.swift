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
    return zip(measurements, tallies).map { measurement, tallies in
      var readings = Readings(namingMeasures: false)
      measurement.read(tallies, into: &readings)
      return readings.values
    }
  }

  /// Every measure, as read off tallies of the first scenario.
  func measures(_ tallies: Tallies) -> [Measure] {
    var readings = Readings(namingMeasures: true)
    measurements[0].read(tallies, into: &readings)
    return readings.measures
  }
}
