import Foundation
import SegmentModel

/// Runs one replicate of scenarios with a capacity, which couples all residents: who gets a place depends
/// on who else waits.
///
/// All blocks go through a step together, dealt out to runners that have a thread each; between
/// steps places are given. Until there are any, each block goes on its own. The result does not
/// depend on how many runners there are.
struct CoupledRun {
  private let compiled: CompiledModel
  private let lanes: [Lane]

  /// What one runner does.
  private final class Lane: @unchecked Sendable {  // One thread has it in hand at a time.
    let runner: Runner
    let blocks: [Int]
    let tallies: [TallyBuffer]
    let slates: [Slate]
    /// By course, and by intervention if it has a capacity, those of these blocks who wait.
    let lists: [[WaitingList?]]
    var kernels: [Kernel] = []

    init(_ runner: Runner, blocks: [Int], tallies: [TallyBuffer]) {
      self.runner = runner
      self.blocks = blocks
      self.tallies = tallies
      slates = runner.slates.take(blocks.count, runner.compiled)
      lists = runner.compiled.allScenarios.map { scenario in
        scenario.places.map { $0 == nil ? nil : WaitingList() }
      }
    }
  }

  /// Deals blocks out to runners; `tallies` are each runner's, of the shared course and of the
  /// differences of the scenarios.
  init(_ runners: [Runner], blocks: Int, tallies: [[TallyBuffer]]) {
    compiled = runners[0].compiled
    lanes = runners.indices.map { number in
      Lane(
        runners[number], blocks: Array(stride(from: number, to: blocks, by: runners.count)),
        tallies: tallies[number])
    }
  }

  /// Runs all steps, adding to the tallies.
  func run(times: StageTimes?) {
    let alone = compiled.scenarios.reduce(compiled.steps) { min($0, $1.firstStepWithPlaces) }
    each(times) { lane in
      lane.kernels = zip(lane.blocks, lane.slates).map {
        lane.runner.begin($0, $1, lane.tallies, lane.lists)
      }
      for kernel in lane.kernels { lane.runner.run(kernel, steps: 0..<alone) }
    }
    for step in alone...compiled.steps {
      if step < compiled.steps { givePlaces(step: step) }
      each(times) { lane in
        for kernel in lane.kernels {
          kernel.readAhead(step: step)
          lane.runner.run(kernel, steps: step..<step + 1)
        }
      }
    }
    for lane in lanes { lane.runner.slates.giveBack(lane.slates) }
  }

  /// Has every lane do something at the same time.
  private func each(_ times: StageTimes?, _ body: @Sendable (_ lane: Lane) -> Void) {
    let lanes = lanes
    DispatchQueue.concurrentPerform(iterations: lanes.count) { number in
      StageTimes.measure(.step, times) { body(lanes[number]) }
    }
  }

  /// Gives places to those who wait, lowest propensity first.
  private func givePlaces(step: Int) {
    for (number, scenario) in compiled.scenarios.enumerated() {
      for (n, places) in scenario.places.enumerated() {
        guard var free = places?[step] else { continue }
        let lists = lanes.map { $0.lists[number + 1][n]! }
        while free > 0, let list = WaitingList.ahead(of: lists), let next = list.next() {
          let (block, i) = next.number.quotientAndRemainder(dividingBy: Block.size)
          let kernel = lanes[block % lanes.count].kernels[block / lanes.count]
          if kernel.scenarios[number].start(n, i, step: step) { free -= 1 }
        }
      }
    }
  }
}
