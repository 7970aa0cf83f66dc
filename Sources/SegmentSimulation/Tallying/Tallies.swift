import SegmentModel

/// What one replicate of one scenario counted; integers only.
///
/// Parts made by different threads, blocks or machines add up in any order to the same tallies.
public struct Tallies: Hashable, Sendable {
  /// What the numbers stand for.
  public let layout: TallyLayout

  /// How often each happening befell residents: [year][group][happening].
  public internal(set) var happened: [Int64]
  /// Residents in each segment at each step boundary: [boundary][group][segment].
  ///
  /// The living are counted in every pathway. Someone who has left is counted only in the
  /// absorbing segment that they left by, so in the pathway that holds it everybody who ever
  /// entered is accounted for.
  public internal(set) var occupancy: [Int64]
  /// Residents who have entered (births and joiners) during each step: [step][group].
  public internal(set) var entered: [Int64]
  /// Living residents at each step boundary: [boundary][group].
  public internal(set) var living: [Int64]
  /// Residents reached for the first time: [year][group][intervention].
  public internal(set) var started: [Int64]
  /// Residents reached at each step boundary: [boundary][group][intervention].
  public internal(set) var reached: [Int64]
  /// Happenings that befell reached residents: [year][group][pair of the layout].
  public internal(set) var happenedToReached: [Int64]
  /// Moves made by triggers: [year][group][trigger], triggers numbered through all happenings.
  public internal(set) var triggered: [Int64]
  /// Moves made once by interventions: [year][group][move of the layout's flat list].
  public internal(set) var movedOnce: [Int64]
  /// How often each happening befell anybody, by step, for exact discounting: [step][happening].
  public internal(set) var happenedInStep: [Int64]
  /// Residents reached for the first time, by step: [step][intervention].
  public internal(set) var startedInStep: [Int64]
  /// Happenings that befell reached residents, by step: [step][pair of the layout].
  public internal(set) var happenedToReachedInStep: [Int64]

  /// Tallies with every count at zero.
  public init(layout: TallyLayout, triggers: Int) {
    self.layout = layout
    func zeros(_ n: Int) -> [Int64] { [Int64](repeating: 0, count: n) }
    let (years, groups) = (layout.years, layout.groups.count)
    happened = zeros(years * groups * layout.happenings)
    occupancy = zeros(layout.boundaries * groups * layout.segments)
    entered = zeros(layout.steps * groups)
    living = zeros(layout.boundaries * groups)
    started = zeros(years * groups * layout.interventions)
    reached = zeros(layout.boundaries * groups * layout.interventions)
    happenedToReached = zeros(years * groups * layout.reachedHappenings.count)
    triggered = zeros(years * groups * triggers)
    movedOnce = zeros(years * groups * layout.onceMoves)
    happenedInStep = zeros(layout.steps * layout.happenings)
    startedInStep = zeros(layout.steps * layout.interventions)
    happenedToReachedInStep = zeros(layout.steps * layout.reachedHappenings.count)
  }

  /// How often a happening befell residents of a group in a year of the run.
  public func happened(year: Int, group: Int = 0, happening: Int) -> Int64 {
    happened[(year * layout.groups.count + group) * layout.happenings + happening]
  }

  /// Residents of a group in a segment (flat index) at a step boundary.
  public func occupancy(boundary: Int, group: Int = 0, segment: Int) -> Int64 {
    occupancy[(boundary * layout.groups.count + group) * layout.segments + segment]
  }

  /// Residents of a group who entered during a step.
  public func entered(step: Int, group: Int = 0) -> Int64 {
    entered[step * layout.groups.count + group]
  }

  /// Living residents of a group at a step boundary.
  public func living(boundary: Int, group: Int = 0) -> Int64 {
    living[boundary * layout.groups.count + group]
  }

  /// Residents of a group first reached by an intervention in a year of the run.
  public func started(year: Int, group: Int = 0, intervention: Int) -> Int64 {
    started[(year * layout.groups.count + group) * layout.interventions + intervention]
  }

  /// Residents of a group reached by an intervention at a step boundary.
  public func reached(boundary: Int, group: Int = 0, intervention: Int) -> Int64 {
    reached[(boundary * layout.groups.count + group) * layout.interventions + intervention]
  }

  /// How often a pair's happening befell residents whom its intervention reached.
  public func happenedToReached(year: Int, group: Int = 0, pair: Int) -> Int64 {
    happenedToReached[(year * layout.groups.count + group) * layout.reachedHappenings.count + pair]
  }

  /// How often a trigger moved somebody; triggers are numbered through all happenings in order.
  public func triggered(year: Int, group: Int = 0, trigger: Int) -> Int64 {
    let count = triggered.count / (layout.years * layout.groups.count)
    return triggered[(year * layout.groups.count + group) * count + trigger]
  }

  /// How often an intervention's move made once moved somebody; `move` is its position in the list.
  public func movedOnce(year: Int, group: Int = 0, intervention: Int, move: Int) -> Int64 {
    let column = layout.onceOffsets[intervention] + move
    return movedOnce[(year * layout.groups.count + group) * layout.onceMoves + column]
  }

  /// Adds the counts of another part of the same replicate and scenario.
  public mutating func add(_ other: Tallies) {
    precondition(layout == other.layout, "tallies of different layouts cannot be added")
    func sum(_ a: inout [Int64], _ b: [Int64]) {
      for i in a.indices { a[i] &+= b[i] }
    }
    sum(&happened, other.happened)
    sum(&occupancy, other.occupancy)
    sum(&entered, other.entered)
    sum(&living, other.living)
    sum(&started, other.started)
    sum(&reached, other.reached)
    sum(&happenedToReached, other.happenedToReached)
    sum(&triggered, other.triggered)
    sum(&movedOnce, other.movedOnce)
    sum(&happenedInStep, other.happenedInStep)
    sum(&startedInStep, other.startedInStep)
    sum(&happenedToReachedInStep, other.happenedToReachedInStep)
  }
}
