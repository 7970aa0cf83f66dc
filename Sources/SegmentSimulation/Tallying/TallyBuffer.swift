import SegmentModel

/// Counts as the kernel writes them: changes of occupancy rather than occupancy.
///
/// The shared course's buffer counts what befalls everybody. A scenario's counts how it differs: what
/// befalls those whose path has parted from the shared course, less what that course counted for
/// them, and what belongs to the scenario's own interventions. One thread writes to a buffer.
///
/// Who is in the first segment of a pathway is not counted: it is everybody living who is in no other.
final class TallyBuffer {
  let layout: TallyLayout
  /// For each pathway, the absorbing segments as bits.
  private let leaving: Frozen<UInt64>
  private let areas: Int
  private let happened: Counter
  private let triggered: Counter
  private let movedOnce: Counter
  private let started: Counter
  private let happenedToReached: Counter
  private let entered: Counter
  private let occupancyChange: Counter
  private let livingChange: Counter
  private let reachedChange: Counter
  private let happenedInStep: Counter
  private let startedInStep: Counter
  private let happenedToReachedInStep: Counter

  init(layout: TallyLayout, compiled: CompiledModel) {
    self.layout = layout
    leaving = compiled.leaving
    let groups = layout.groups.count
    areas = layout.groups.count { $0.kind == .area }
    let pairs = layout.reachedHappenings.count
    func counter(_ periods: Int, by columns: Int) -> Counter {
      Counter(periods: periods, groups: groups, columns: columns)
    }
    happened = counter(layout.years, by: layout.happenings)
    triggered = counter(layout.years, by: compiled.triggers.count)
    movedOnce = counter(layout.years, by: layout.onceMoves)
    started = counter(layout.years, by: layout.interventions)
    happenedToReached = counter(layout.years, by: pairs)
    entered = counter(layout.steps, by: 1)
    occupancyChange = counter(layout.boundaries, by: layout.segments)
    livingChange = counter(layout.boundaries, by: 1)
    reachedChange = counter(layout.boundaries, by: layout.interventions)
    happenedInStep = Counter(periods: layout.steps, groups: 1, columns: layout.happenings)
    startedInStep = Counter(periods: layout.steps, groups: 1, columns: layout.interventions)
    happenedToReachedInStep = Counter(periods: layout.steps, groups: 1, columns: pairs)
  }

  deinit {
    for counter in [
      happened, triggered, movedOnce, started, happenedToReached, entered, occupancyChange,
      livingChange, reachedChange, happenedInStep, startedInStep, happenedToReachedInStep,
    ] {
      counter.deallocate()
    }
  }

  @inline(__always)
  private subscript(kind: TallyKind) -> Counter {
    switch kind {
    case .happened: happened
    case .triggered: triggered
    case .movedOnce: movedOnce
    case .started: started
    case .happenedToReached: happenedToReached
    case .entered: entered
    case .occupancyChange: occupancyChange
    case .livingChange: livingChange
    case .reachedChange: reachedChange
    }
  }

  /// Counts something in each of a resident's groups; everybody is the sum of the areas.
  ///
  /// A period is a year, a step or a boundary, whatever the kind's rows stand for.
  @inline(__always)
  func add(
    _ kind: TallyKind, _ amount: Int, in who: Groups, period: Int, column: Int
  ) {
    self[kind].add(amount, in: who, period: period, column: column)
  }

  /// Counts something in one group.
  @inline(__always)
  func add(_ kind: TallyKind, _ amount: Int, inGroup group: Int, period: Int, column: Int) {
    self[kind].add(amount, group: group, period: period, column: column)
  }

  @inline(__always)
  func add(_ kind: StepTallyKind, _ amount: Int, step: Int, column: Int) {
    switch kind {
    case .happened: happenedInStep.add(amount, group: 0, period: step, column: column)
    case .started: startedInStep.add(amount, group: 0, period: step, column: column)
    case .happenedToReached:
      happenedToReachedInStep.add(amount, group: 0, period: step, column: column)
    }
  }

  /// Adds what was counted to the tallies of a scenario; `columns` says where the shared course's
  /// columns stand in them.
  func add(to tallies: inout Tallies, sharedColumns columns: CompiledScenario.SharedColumns? = nil)
  {
    sum(happened, to: &tallies.happened)
    sum(triggered, to: &tallies.triggered)
    sum(entered, to: &tallies.entered)
    occupancyChange.fillFirst(
      of: layout.segmentOffsets, leaving: leaving, fromLiving: livingChange)
    sum(occupancyChange, to: &tallies.occupancy, running: true)
    sum(livingChange, to: &tallies.living, running: true)
    happenedInStep.add(to: &tallies.happenedInStep)
    guard layout.interventions > 0 else { return }
    sum(movedOnce, to: &tallies.movedOnce, columns?.onceMoves)
    sum(started, to: &tallies.started, columns?.interventions)
    sum(happenedToReached, to: &tallies.happenedToReached, columns?.pairs)
    sum(reachedChange, to: &tallies.reached, columns?.interventions, running: true)
    startedInStep.add(to: &tallies.startedInStep, columns?.interventions)
    happenedToReachedInStep.add(to: &tallies.happenedToReachedInStep, columns?.pairs)
  }

  private func sum(
    _ counter: Counter, to total: inout [Int64], _ columns: [Int]? = nil, running: Bool = false
  ) {
    counter.setFirstGroup(toSumOf: 1..<1 + areas)
    counter.add(to: &total, columns, running: running)
  }
}

/// A table of counts that one thread writes: [period][column][group].
///
/// Whoever makes it deallocates it.
private struct Counter {
  private let base: UnsafeMutablePointer<Int64>
  private let periods: Int
  private let groups: Int
  private let columns: Int

  init(periods: Int, groups: Int, columns: Int) {
    self.periods = periods
    self.groups = groups
    self.columns = columns
    base = .allocate(capacity: max(periods * columns * groups, 1))
    base.initialize(repeating: 0, count: max(periods * columns * groups, 1))
  }

  func deallocate() { base.deallocate() }

  /// The counts of a column in a period, by group.
  @inline(__always)
  private func counts(_ period: Int, _ column: Int) -> UnsafeMutablePointer<Int64> {
    assert(period >= 0 && period < periods && column >= 0 && column < columns, "out of its table")
    return base + (period &* columns &+ column) &* groups
  }

  @inline(__always)
  func add(_ amount: Int, group: Int, period: Int, column: Int) {
    counts(period, column)[group] &+= Int64(truncatingIfNeeded: amount)
  }

  @inline(__always)
  func add(_ amount: Int, in who: Groups, period: Int, column: Int) {
    let counts = counts(period, column)
    let amount = Int64(truncatingIfNeeded: amount)
    counts[Int(who.area)] &+= amount
    counts[Int(who.deprivation)] &+= amount
    counts[Int(who.ageBand)] &+= amount
    counts[Int(who.sex)] &+= amount
  }

  /// Sets the column of every pathway's first segment to the living who are in no other; `offsets` says
  /// where the pathways begin.
  func fillFirst(of offsets: [Int], leaving: Frozen<UInt64>, fromLiving living: Counter) {
    for pathway in 0..<offsets.count - 1 {
      let segments = offsets[pathway]..<offsets[pathway + 1]
      let others = segments.dropFirst().filter {
        leaving[pathway] >> UInt64($0 - segments.lowerBound) & 1 == 0
      }
      for period in 0..<periods {
        let first = counts(period, segments.lowerBound)
        first.update(from: living.counts(period, 0), count: groups)
        for other in others {
          let other = counts(period, other)
          for group in 0..<groups { first[group] -= other[group] }
        }
      }
    }
  }

  /// Makes the first group the sum of some others.
  func setFirstGroup(toSumOf others: Range<Int>) {
    for period in 0..<periods {
      for column in 0..<columns {
        let counts = counts(period, column)
        counts[0] = others.reduce(0) { $0 &+ counts[$1] }
      }
    }
  }

  /// Adds the table to a total, [period][group][column], whose columns for ours are `places`, or the
  /// same if nil.
  ///
  /// If `running`, the counts are changes in time, and what is added is the sum of all up to then.
  func add(to total: inout [Int64], _ places: [Int]? = nil, running: Bool = false) {
    guard periods * groups > 0, columns > 0 else { return }
    let wide = total.count / (periods * groups)
    total.withUnsafeMutableBufferPointer { total in
      var sums = [Int64](repeating: 0, count: columns * groups)
      for period in 0..<periods {
        for column in 0..<columns {
          let counts = counts(period, column)
          let place = places?[column] ?? column
          for group in 0..<groups {
            let before = running ? sums[column * groups + group] : 0
            sums[column * groups + group] = before &+ counts[group]
            total[(period * groups + group) * wide + place] &+= before &+ counts[group]
          }
        }
      }
    }
  }
}
