import SegmentModel

/// Counts of one scenario as the kernel writes them: changes of occupancy rather than occupancy.
///
/// One thread writes to a buffer. ``tallies()`` sums the changes over time.
final class TallyBuffer {
  let layout: TallyLayout
  let triggers: Int
  let groups: Int
  let happened: Counter
  let triggered: Counter
  let started: Counter
  let happenedToReached: Counter
  let happenedInStep: Counter
  let startedInStep: Counter
  let happenedToReachedInStep: Counter
  let entered: Counter
  let occupancyChange: Counter
  let livingChange: Counter
  let reachedChange: Counter

  init(layout: TallyLayout, triggers: Int) {
    self.layout = layout
    self.triggers = triggers
    groups = layout.groups.count
    let pairs = layout.reachedHappenings.count
    func counter(_ rows: Int, by columns: Int, grouped: Bool = true) -> Counter {
      Counter(rows: rows * (grouped ? layout.groups.count : 1), columns: columns)
    }
    happened = counter(layout.years, by: layout.happenings)
    triggered = counter(layout.years, by: triggers)
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

  /// Adds what was counted to tallies of the same layout, or of one without interventions.
  func add(to tallies: inout Tallies) {
    happened.add(to: &tallies.happened)
    triggered.add(to: &tallies.triggered)
    happenedInStep.add(to: &tallies.happenedInStep)
    entered.add(to: &tallies.entered)
    occupancyChange.addRunningSums(to: &tallies.occupancy, every: groups * layout.segments)
    livingChange.addRunningSums(to: &tallies.living, every: groups)
    guard layout.interventions > 0 else { return }
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
