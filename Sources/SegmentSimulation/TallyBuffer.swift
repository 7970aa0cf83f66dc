import SegmentModel

/// What the kernel counts by group of residents.
enum TallyKind {
  case happened, triggered, movedOnce, started, happenedToReached, entered
  case occupancyChange, livingChange, reachedChange
}

/// What the kernel counts by step, of everybody.
enum StepTallyKind {
  case happened, started, happenedToReached
}

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
  private let groups: Int
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
    self.groups = groups
    areas = layout.groups.count { $0.kind == .area }
    let pairs = layout.reachedHappenings.count
    func counter(_ periods: Int, by columns: Int) -> Counter {
      Counter(rows: periods * groups, columns: columns)
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
    happenedInStep = Counter(rows: layout.steps, columns: layout.happenings)
    startedInStep = Counter(rows: layout.steps, columns: layout.interventions)
    happenedToReachedInStep = Counter(rows: layout.steps, columns: pairs)
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
    _ kind: TallyKind, _ amount: Int, in who: SIMD4<Int32>, period: Int, column: Int
  ) {
    self[kind].add(amount, rows: who, from: period &* groups, column: column)
  }

  /// Counts something in one group.
  @inline(__always)
  func add(_ kind: TallyKind, _ amount: Int, inGroup group: Int, period: Int, column: Int) {
    self[kind].add(amount, row: period * groups + group, column: column)
  }

  @inline(__always)
  func add(_ kind: StepTallyKind, _ amount: Int, step: Int, column: Int) {
    switch kind {
    case .happened: happenedInStep.add(amount, row: step, column: column)
    case .started: startedInStep.add(amount, row: step, column: column)
    case .happenedToReached: happenedToReachedInStep.add(amount, row: step, column: column)
    }
  }

  /// Adds what was counted to the tallies of a scenario; `columns` says where the shared course's
  /// columns stand in them.
  func add(to tallies: inout Tallies, sharedColumns columns: CompiledScenario.SharedColumns? = nil)
  {
    let (years, steps, boundaries) = (layout.years, layout.steps, layout.boundaries)
    sum(happened, years, to: &tallies.happened)
    sum(triggered, years, to: &tallies.triggered)
    sum(entered, steps, to: &tallies.entered)
    occupancyChange.fillFirst(
      of: layout.segmentOffsets, leaving: leaving, fromLiving: livingChange)
    sum(occupancyChange, boundaries, to: &tallies.occupancy, running: true)
    sum(livingChange, boundaries, to: &tallies.living, running: true)
    happenedInStep.add(to: &tallies.happenedInStep)
    guard layout.interventions > 0 else { return }
    sum(movedOnce, years, to: &tallies.movedOnce, columns?.onceMoves)
    sum(started, years, to: &tallies.started, columns?.interventions)
    sum(happenedToReached, years, to: &tallies.happenedToReached, columns?.pairs)
    sum(reachedChange, boundaries, to: &tallies.reached, columns?.interventions, running: true)
    startedInStep.add(to: &tallies.startedInStep, columns?.interventions)
    happenedToReachedInStep.add(to: &tallies.happenedToReachedInStep, columns?.pairs)
  }

  private func sum(
    _ counter: Counter, _ periods: Int, to total: inout [Int64], _ columns: [Int]? = nil,
    running: Bool = false
  ) {
    for period in 0..<periods {
      counter.sumRows(from: period * groups + 1, count: areas, into: period * groups)
    }
    counter.add(to: &total, columns, runningOver: running ? groups : nil)
  }
}

/// A table of counts that one thread writes; whoever makes it deallocates it.
private struct Counter {
  private let base: UnsafeMutablePointer<Int64>
  private let rows: Int
  private let columns: Int

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    base = .allocate(capacity: max(rows * columns, 1))
    base.initialize(repeating: 0, count: max(rows * columns, 1))
  }

  func deallocate() { base.deallocate() }

  @inline(__always)
  func add(_ amount: Int, row: Int, column: Int) {
    assert(row >= 0 && row < rows && column >= 0 && column < columns, "a count out of its table")
    base[row &* columns &+ column] &+= Int64(truncatingIfNeeded: amount)
  }

  /// Adds in four rows, counted from `first`.
  @inline(__always)
  func add(_ amount: Int, rows four: SIMD4<Int32>, from first: Int, column: Int) {
    for lane in 0..<4 {
      add(amount, row: first &+ Int(truncatingIfNeeded: four[lane]), column: column)
    }
  }

  /// Sets the column of every pathway's first segment to the living who are in no other; `offsets` says
  /// where the pathways begin.
  func fillFirst(of offsets: [Int], leaving: Frozen<UInt64>, fromLiving living: Counter) {
    for pathway in 0..<offsets.count - 1 {
      let segments = offsets[pathway]..<offsets[pathway + 1]
      let others = segments.dropFirst().filter {
        leaving[pathway] >> UInt64($0 - segments.lowerBound) & 1 == 0
      }
      for row in 0..<rows {
        let counts = base + row * columns
        counts[segments.lowerBound] = others.reduce(living.base[row]) { $0 - counts[$1] }
      }
    }
  }

  /// Makes a row the sum of some others.
  func sumRows(from first: Int, count: Int, into row: Int) {
    for column in 0..<columns {
      var sum: Int64 = 0
      for other in first..<first + count { sum &+= base[other * columns + column] }
      base[row * columns + column] = sum
    }
  }

  /// Adds the table to a total, whose columns for ours are `places`, or the same if nil.
  ///
  /// With `period`, the rows are changes in time, so many rows apart, and what is added is the sum
  /// of all up to then.
  func add(to total: inout [Int64], _ places: [Int]? = nil, runningOver period: Int? = nil) {
    guard rows > 0, columns > 0 else { return }
    let wide = total.count / rows
    total.withUnsafeMutableBufferPointer { total in
      var sums = [Int64](repeating: 0, count: (period ?? 0) * columns)
      for row in 0..<rows {
        for column in 0..<columns {
          var amount = base[row * columns + column]
          if let period {
            let cell = row % period * columns + column
            sums[cell] &+= amount
            amount = sums[cell]
          }
          total[row * wide + (places?[column] ?? column)] &+= amount
        }
      }
    }
  }
}
