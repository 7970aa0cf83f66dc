import SegmentModel

/// What the kernel counts, by group of residents.
enum TallyKind {
  case happened, triggered, movedOnce, started, happenedToReached, entered
  case occupancyChange, livingChange, reachedChange
}

/// Counts as the kernel writes them: changes of occupancy rather than occupancy.
///
/// The baseline's buffer counts what befalls everybody. A scenario's counts how it differs: what
/// befalls those whose path has parted from the baseline, less what the baseline counted for them.
/// One thread writes to a buffer.
final class TallyBuffer {
  let layout: TallyLayout
  let groups: Int
  let happenedInStep: Counter
  let startedInStep: Counter
  let happenedToReachedInStep: Counter
  private let happened: Counter
  private let triggered: Counter
  private let movedOnce: Counter
  private let started: Counter
  private let happenedToReached: Counter
  private let entered: Counter
  private let occupancyChange: Counter
  private let livingChange: Counter
  private let reachedChange: Counter

  init(layout: TallyLayout, triggers: Int) {
    self.layout = layout
    groups = layout.groups.count
    let pairs = layout.reachedHappenings.count
    func counter(_ rows: Int, by columns: Int, grouped: Bool = true) -> Counter {
      Counter(rows: rows * (grouped ? layout.groups.count : 1), columns: columns)
    }
    happened = counter(layout.years, by: layout.happenings)
    triggered = counter(layout.years, by: triggers)
    movedOnce = counter(layout.years, by: layout.onceMoves)
    started = counter(layout.years, by: layout.interventions)
    happenedToReached = counter(layout.years, by: pairs)
    happenedInStep = counter(layout.steps, by: layout.happenings, grouped: false)
    startedInStep = counter(layout.steps, by: layout.interventions, grouped: false)
    happenedToReachedInStep = counter(layout.steps, by: pairs, grouped: false)
    entered = counter(layout.steps, by: 1)
    occupancyChange = counter(layout.boundaries, by: layout.segments)
    livingChange = counter(layout.boundaries, by: 1)
    reachedChange = counter(layout.boundaries, by: layout.interventions)
  }

  @inline(__always)
  subscript(kind: TallyKind) -> Counter {
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

  /// Adds what was counted to the tallies of a scenario.
  func add(to tallies: inout Tallies) {
    happened.add(to: &tallies.happened)
    triggered.add(to: &tallies.triggered)
    happenedInStep.add(to: &tallies.happenedInStep)
    entered.add(to: &tallies.entered)
    occupancyChange.addRunningSums(to: &tallies.occupancy, every: groups * layout.segments)
    livingChange.addRunningSums(to: &tallies.living, every: groups)
    guard layout.interventions > 0 else { return }
    movedOnce.add(to: &tallies.movedOnce)
    started.add(to: &tallies.started)
    happenedToReached.add(to: &tallies.happenedToReached)
    startedInStep.add(to: &tallies.startedInStep)
    happenedToReachedInStep.add(to: &tallies.happenedToReachedInStep)
    reachedChange.addRunningSums(to: &tallies.reached, every: groups * layout.interventions)
  }
}

/// A table of counts that one thread writes.
final class Counter {
  private let base: UnsafeMutablePointer<Int64>
  private let rows: Int
  private let columns: Int

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    base = .allocate(capacity: max(rows * columns, 1))
    base.initialize(repeating: 0, count: max(rows * columns, 1))
  }

  deinit { base.deallocate() }

  @inline(__always)
  func add(_ amount: Int64, row: Int, column: Int) {
    assert(row >= 0 && row < rows && column >= 0 && column < columns, "a count out of its table")
    base[row * columns + column] &+= amount
  }

  func add(to total: inout [Int64]) {
    for i in total.indices { total[i] &+= base[i] }
  }

  /// Adds the sums over time of what are changes in time, `every` cells apart.
  func addRunningSums(to total: inout [Int64], every period: Int) {
    guard period > 0 else { return }
    var sums = [Int64](repeating: 0, count: period)
    for i in total.indices {
      sums[i % period] &+= base[i]
      total[i] &+= sums[i % period]
    }
  }
}
