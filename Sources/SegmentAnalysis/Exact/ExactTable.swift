import SegmentModel

/// A number for everything that a run counts, by step or step boundary.
///
/// The same shape serves for expected counts and for the weights of a linear functional of the
/// counts. Steps and boundaries are counted from the start of the run; segments of all pathways
/// follow one another in one flat list, as do the triggers of all happenings, and the moves made
/// once of all interventions.
public struct ExactTable: Sendable {
  /// How often each happening befalls residents: [step][happening].
  public var happened: [[Double]]
  /// How often it befalls those reached by an intervention: [step][intervention][happening].
  public var happenedToReached: [[[Double]]]
  /// How often each trigger moves somebody: [step][trigger].
  public var triggered: [[Double]]
  /// How often each move that an intervention makes once moves somebody: [step][move].
  public var movedOnce: [[Double]]
  /// Residents first reached by each intervention: [step][intervention].
  public var started: [[Double]]
  /// Residents in each segment: [boundary][segment]; those who left count where they left by.
  public var occupancy: [[Double]]
  /// Residents reached by each intervention: [boundary][intervention].
  public var reached: [[Double]]
  /// Living residents: [boundary].
  public var living: [Double]
  /// The same by age band of the place: [boundary][band].
  ///
  /// Where no age makes a difference, all are counted
  /// in the first.
  public var livingByAge: [[Double]]

  /// A table of zeros.
  public init(model: Model, scenario: Scenario, steps: Int) {
    func zeros(_ rows: Int, _ columns: Int) -> [[Double]] {
      Array(repeating: Array(repeating: 0, count: columns), count: rows)
    }
    let happenings = model.happenings
    let interventions = scenario.interventions.count
    happened = zeros(steps, happenings.count)
    happenedToReached = Array(repeating: zeros(interventions, happenings.count), count: steps)
    triggered = zeros(steps, happenings.reduce(0) { $0 + $1.triggers.count })
    movedOnce = zeros(steps, scenario.interventions.reduce(0) { $0 + $1.once.count })
    started = zeros(steps, interventions)
    occupancy = zeros(steps + 1, model.pathways.reduce(0) { $0 + $1.segments.count })
    reached = zeros(steps + 1, interventions)
    living = Array(repeating: 0, count: steps + 1)
    livingByAge = zeros(steps + 1, model.population.ageBands.count)
  }

  /// The sum of the products with another table of the same shape: the value of a functional.
  public func dot(_ other: ExactTable) -> Double {
    func product(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
    func product(_ a: [[Double]], _ b: [[Double]]) -> Double {
      zip(a, b).reduce(0) { $0 + product($1.0, $1.1) }
    }
    return product(happened, other.happened)
      + zip(happenedToReached, other.happenedToReached).reduce(0) { $0 + product($1.0, $1.1) }
      + product(triggered, other.triggered) + product(movedOnce, other.movedOnce)
      + product(started, other.started)
      + product(occupancy, other.occupancy) + product(reached, other.reached)
      + product(living, other.living) + product(livingByAge, other.livingByAge)
  }
}
