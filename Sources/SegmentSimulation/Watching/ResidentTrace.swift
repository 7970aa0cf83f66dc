import SegmentModel

/// What one resident lives through in each scenario of a replicate, and the luck they draw.
public struct ResidentTrace: Hashable, Sendable {
  /// The resident's number, from 0, in the order of the population, joiners last.
  public let resident: Int
  /// Area, deprivation, sex, and age in completed years when they enter.
  public let attributes: Attributes
  /// The first step in which the resident lives there; 0 for those there at the start.
  public let entryStep: Int
  /// One for each scenario, in the order of the simulation.
  public internal(set) var courses: [Course]

  /// What a resident lives through in a scenario.
  public struct Course: Hashable, Sendable {
    /// Every step that the resident starts in the place.
    public internal(set) var steps: [Step] = []
    /// The segment held in each pathway at the end of the run, or once the resident had left.
    public internal(set) var end: [Int] = []
  }

  /// What befalls a resident in a step.
  public struct Step: Hashable, Sendable {
    /// The step, from 0.
    public let step: Int
    /// Age in completed years at its start.
    public let age: Int
    /// The segment held in each pathway at its start.
    public let segments: [Int]
    /// Indices of the scenario's interventions that reach the resident in it.
    public let reachedBy: [Int]
    /// Those that do so for the first time.
    public let firstReachedBy: [Int]
    /// What was drawn in each channel in which something happens in some scenario.
    public internal(set) var draws: [Draw] = []
    /// The triggered moves that could be made, in order.
    public internal(set) var pulls: [Pull] = []
  }

  /// What a channel gave in a step.
  public struct Draw: Hashable, Sendable {
    /// The happening, an index into ``Model/happenings``; nil for none.
    public let happening: Int?
    /// How often it happened.
    public let times: Int
    /// Happenings that compete in the channel.
    public let candidates: [Int]
    /// The luck drawn, from 0 to 1.
    public let uniform: Double
    /// The luck that gives just this: at least the lower and below the upper bound.
    public let range: Range<Double>
  }

  /// A triggered move that luck decided on.
  public struct Pull: Hashable, Sendable {
    /// What set it off.
    public enum Source: Hashable, Sendable {
      /// A trigger of a happening, by its position in the happening's list.
      case trigger(happening: Int, position: Int)
      /// A move that an intervention of the scenario makes once, by its position in the list.
      case once(intervention: Int, position: Int)
    }
    /// What set it off.
    public let source: Source
    /// Index of the pathway.
    public let pathway: Int
    /// The segment that the resident was in.
    public let from: Int
    /// The segment that the move leads to.
    public let to: Int
    /// The luck drawn, from 0 to 1.
    public let uniform: Double
    /// The probability; the move is made when the luck is below it.
    public let probability: Double
    /// Whether it is made.
    public let isMade: Bool
  }

  /// The first step in which something else happens to the resident in one scenario than in another,
  /// or moves them elsewhere; nil if none does.
  public func parting(_ a: Int, _ b: Int) -> Int? {
    let (a, b) = (courses[a], courses[b])
    for (index, (one, other)) in zip(a.steps, b.steps).enumerated()
    where one.happened != other.happened || a.segments(after: index) != b.segments(after: index) {
      return one.step
    }
    return nil
  }
}

extension ResidentTrace.Course {
  /// The segment held in each pathway when the step at an index of ``steps`` is over.
  public func segments(after index: Int) -> [Int] {
    index + 1 < steps.count ? steps[index + 1].segments : end
  }
}

extension ResidentTrace.Step {
  /// Each happening, and how often.
  fileprivate var happened: [[Int]] {
    draws.compactMap { draw in draw.happening.map { [$0, draw.times] } }
  }
}
