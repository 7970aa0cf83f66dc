import Dispatch
import Foundation
import SegmentModel

/// A model and scenarios made ready to run.
public struct Simulation: Sendable {
  /// The model that is run.
  public let model: Model
  /// The scenarios, in the order of results.
  public let scenarios: [Scenario]
  /// The length of a step.
  public let step: StepLength

  let compiled: CompiledModel

  /// Compiles a model and scenarios; `step` overrides the model's own.
  ///
  /// Throws ``SimulationError`` when they cannot be run, for example because probabilities are
  /// stated for another step length.
  public init(model: Model, scenarios: [Scenario], step: StepLength? = nil) throws {
    self.model = model
    self.scenarios = scenarios
    self.step = step ?? model.step
    try ChannelKey.requireDistinct(model: model, scenarios: scenarios)
    compiled = try CompiledModel(model: model, scenarios: scenarios, step: self.step)
  }

  /// Things a user should know before trusting the run, such as a step too long for a rate.
  public var warnings: [String] {
    let check = StepCheck(model: model, scenarios: scenarios, step: step)
    return check.warnings + check.offBoundary
  }

  /// Segments out of which a second move of a pathway within a step is likely.
  public var secondMoves: [SecondMove] {
    StepCheck(model: model, scenarios: scenarios, step: step).secondMoves
  }

  /// The layout of the tallies of a scenario.
  public func layout(scenario: Int) -> TallyLayout {
    TallyLayout(model: model, scenario: scenarios[scenario], step: step)
  }

  /// Runs replicates of every scenario with the same luck; results by replicate, then scenario.
  ///
  /// A replicate depends on the seed, the draw and its own number alone, whatever else is run and
  /// on however many threads. `progress` is told how much of the work is done, from 0 to 1, and
  /// may be called from any thread. `times` takes how long the stages took. `people`, if there is
  /// one, takes what befell each resident in a replicate, one ledger a scenario, when the replicate
  /// is done; it is called from any thread, with the replicate's number. Residents are followed in
  /// `years`, in those reported if nil. Draws of one model may share its residents.
  public func run(
    seed: UInt64, draw: Int = 0, replicates: [Int], threads: Int,
    sharing shared: SharedPopulation? = nil, times: StageTimes? = nil,
    progress: (@Sendable (Double) -> Void)? = nil, following years: FollowedYears? = nil,
    people: (@Sendable (_ replicate: Int, _ ledgers: [PersonLedger]) -> Void)? = nil
  ) throws -> [[Tallies]] {
    let population = StageTimes.measure(.populate, times) {
      shared?.population(model: model, compiled: compiled, seed: seed, threads: threads)
        ?? Population(model: model, compiled: compiled, seed: seed, threads: threads)
    }
    let pieces = pieces(of: population, replicates: replicates.count, threads: threads)
    let results = StageTimes.measure(.tally, times) {
      Results(self, replicates: replicates.count, pieces: pieces.count)
    }
    let recorder = people.map { take in
      let open = Dictionary(pieces.map { (replicates[$0.replicate], 1) }, uniquingKeysWith: +)
      return PersonRecorder(
        self, population, years: years ?? FollowedYears(reportedBy: model), open: open, take: take)
    }
    let queue = WorkQueue(count: pieces.count)
    let slates = shared?.slates ?? SlatePool()
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, pieces.count))) { _ in
      while let next = queue.next() {
        let piece = pieces[next]
        let luck = Luck(seed: seed, draw: draw, replicate: replicates[piece.replicate])
        let runners = (0..<piece.lanes).map { _ in
          let runner = Runner(
            compiled: compiled, population: population, luck: luck, slates: slates)
          runner.watch = recorder?.watch(replicate: replicates[piece.replicate])
          return runner
        }
        let buffers = StageTimes.measure(.tally, times) { runners.map { _ in newBuffers() } }
        run(runners, piece.blocks, buffers, times: times)
        recorder?.finish(replicate: replicates[piece.replicate])
        let share = StageTimes.measure(.tally, times) {
          results.add(buffers, replicate: piece.replicate)
        }
        progress?(share)
      }
    }
    return results.tallies
  }

  /// Runs blocks of a replicate, all of them if a capacity couples residents.
  func run(
    _ runners: [Runner], _ blocks: Range<Int>, _ buffers: [Buffers], times: StageTimes? = nil
  ) {
    if isCoupled {
      CoupledRun(
        runners, blocks: blocks.count, tallies: buffers.map { [$0.shared] + $0.differences }
      ).run(times: times)
    } else {
      StageTimes.measure(.step, times) {
        runners[0].run(
          blocks: blocks, shared: buffers[0].shared, differences: buffers[0].differences)
      }
    }
  }

  /// Counts of the shared course, and of the differences of the scenarios.
  typealias Buffers = (shared: TallyBuffer, differences: [TallyBuffer])

  /// Empty counts.
  func newBuffers() -> Buffers {
    let layout = TallyLayout(model: model, scenario: compiled.sharedInterventions, step: step)
    return (
      TallyBuffer(layout: layout, compiled: compiled),
      scenarios.indices.map {
        TallyBuffer(layout: self.layout(scenario: $0), compiled: compiled)
      }
    )
  }

  /// A part of the work that is done without the others.
  private struct Piece {
    var replicate: Int
    var blocks: Range<Int>
    /// Runners that share its blocks, in step with each other.
    var lanes = 1
  }

  /// Whether a capacity couples all residents of a replicate.
  var isCoupled: Bool { compiled.scenarios.contains(where: \.hasCapacity) }

  private func pieces(of population: Population, replicates: Int, threads: Int) -> [Piece] {
    let blocks = (population.count + Block.size - 1) / Block.size
    if isCoupled {
      let lanes = min(max(1, threads / max(replicates, 1)), max(blocks, 1))
      return (0..<replicates).map { Piece(replicate: $0, blocks: 0..<blocks, lanes: lanes) }
    }
    // A few pieces each keep threads busy.
    let parts = min(max(1, 4 * threads / max(replicates, 1)), max(blocks, 1))
    return (0..<replicates).flatMap { replicate in
      (0..<parts).map {
        Piece(replicate: replicate, blocks: blocks * $0 / parts..<blocks * ($0 + 1) / parts)
      }
    }
  }

  /// The tallies as they come in; a lock protects them.
  private final class Results: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var tallies: [[Tallies]]
    private var done = 0
    private let pieces: Int
    private let compiled: CompiledModel

    init(_ simulation: Simulation, replicates: Int, pieces: Int) {
      self.pieces = pieces
      compiled = simulation.compiled
      let empty = simulation.scenarios.indices.map {
        Tallies(
          layout: simulation.layout(scenario: $0), triggers: simulation.compiled.triggers.count)
      }
      tallies = Array(repeating: empty, count: replicates)
    }

    /// Adds a piece, and gives the share of pieces done.
    func add(_ buffers: [Buffers], replicate: Int) -> Double {
      lock.withLock {
        for (shared, differences) in buffers {
          for (scenario, difference) in differences.enumerated() {
            shared.add(
              to: &tallies[replicate][scenario],
              sharedColumns: compiled.scenarios[scenario].sharedColumns)
            difference.add(to: &tallies[replicate][scenario])
          }
        }
        done += 1
        return Double(done) / Double(pieces)
      }
    }
  }

  /// Hands out numbers of pieces, each once; a lock protects the counter.
  private final class WorkQueue: @unchecked Sendable {
    private let lock = NSLock()
    private var given = 0
    private let count: Int

    init(count: Int) { self.count = count }

    func next() -> Int? {
      lock.withLock {
        guard given < count else { return nil }
        given += 1
        return given - 1
      }
    }
  }
}
