import Dispatch
import Foundation
import SegmentModel

/// Runs one replicate of all scenarios over some blocks of residents.
///
/// Scenarios share luck, made once for all, and their past: until the first intervention starts
/// only one course of events is run. Where a capacity couples residents, every block of the
/// replicate goes through a step together; else each block goes through all steps on its own, with
/// the same result.
final class Runner {
  let compiled: CompiledModel
  let population: Population
  let luck: Luck
  private let none: CompiledScenario
  private let fork: Int
  private let bytes: UnsafeMutablePointer<UInt8>

  init(compiled: CompiledModel, population: Population, luck: Luck) {
    self.compiled = compiled
    self.population = population
    self.luck = luck
    none = compiled.scenarios[0]
    fork = compiled.scenarios.dropFirst().map(\.firstStep).min().map { min($0, compiled.steps) }
      ?? compiled.steps
    bytes = .allocate(capacity: Block.size)
  }

  deinit { bytes.deallocate() }

  private func newState(_ scenario: CompiledScenario) -> BlockState {
    BlockState(
      pathways: compiled.segmentCounts.count, channels: compiled.channels.count,
      interventions: scenario.interventions.count)
  }

  /// Runs blocks, adding to the tallies: first those of the shared past, then one per scenario.
  func run(blocks: Range<Int>, past: TallyBuffer, tallies: [TallyBuffer]) {
    let scenarios = Array(compiled.scenarios.dropFirst())
    if scenarios.contains(where: \.hasCapacity) {
      let kernels = blocks.map { index in
        let block = Block(index: index, population: population, compiled: compiled)
        let shared = kernel(none, block, newState(none), past)
        runPast(shared)
        return zip(scenarios, tallies).map { scenario, tally in
          part(from: shared, kernel(scenario, block, newState(scenario), tally))
        }
      }
      runTogether(kernels)
    } else {
      let sharedState = newState(none)
      let states = scenarios.map(newState)
      for index in blocks {
        let block = Block(index: index, population: population, compiled: compiled)
        let shared = kernel(none, block, sharedState, past)
        runPast(shared)
        let kernels = scenarios.indices.map {
          part(from: shared, kernel(scenarios[$0], block, states[$0], tallies[$0]))
        }
        runTogether([kernels])
      }
    }
  }

  private func kernel(
    _ scenario: CompiledScenario, _ block: Block, _ state: BlockState, _ tally: TallyBuffer
  ) -> Kernel {
    Kernel(
      compiled: compiled, scenario: scenario, luck: luck, block: block, state: state, tally: tally)
  }

  private func runPast(_ kernel: Kernel) {
    kernel.begin(population)
    for step in 0..<fork {
      kernel.reachBoundary(step)
      draw([kernel], step: step)
    }
  }

  private func part(from shared: Kernel, _ kernel: Kernel) -> Kernel {
    kernel.state.copy(from: shared.state)
    kernel.beginReach(step: fork)
    return kernel
  }

  /// Runs kernels, by block and then scenario, from the fork to the end.
  private func runTogether(_ blocks: [[Kernel]]) {
    for step in fork...compiled.steps {
      for kernels in blocks {
        for kernel in kernels { kernel.reachBoundary(step) }
      }
      updateReach(blocks, step: step)
      guard step < compiled.steps else { break }
      for kernels in blocks { draw(kernels, step: step) }
    }
  }

  private func draw(_ kernels: [Kernel], step: Int) {
    let first = kernels[0].block.first
    for channel in 0..<compiled.channels.count
    where kernels.contains(where: { $0.state.active[channel] }) {
      luck.fill(
        bytes, first: first, count: Block.size, step: step, channel: compiled.channels[channel].key)
      for kernel in kernels { kernel.scan(channel: channel, bytes: bytes, step: step) }
    }
    for kernel in kernels { kernel.apply(step: step) }
  }

  /// Brings reach up to date; where there are not places for all, those of lowest propensity start.
  private func updateReach(_ blocks: [[Kernel]], step: Int) {
    for index in blocks.first?.indices ?? 0..<0 {
      var waiting: [Waiting] = []
      for (block, kernels) in blocks.enumerated() {
        let kernel = kernels[index]
        kernel.updateReach(step: step) { intervention, i in
          waiting.append(
            Waiting(
              intervention: intervention,
              propensity: kernel.state.propensity[intervention * Block.size + i],
              resident: kernel.block.first + i, block: block))
        }
      }
      guard !waiting.isEmpty else { continue }
      let interventions = blocks[0][index].scenario.interventions
      for (n, intervention) in interventions.enumerated() {
        guard let places = intervention.places?[step], places > 0 else { continue }
        let queue = waiting.filter { $0.intervention == n }.sorted(by: Waiting.isAhead)
        for next in queue.prefix(places) {
          let kernel = blocks[next.block][index]
          kernel.start(n, next.resident - kernel.block.first, step: step)
        }
      }
    }
  }

  /// A resident who could start if there is a place.
  private struct Waiting {
    var intervention: Int
    var propensity: UInt64
    var resident: Int
    var block: Int

    static func isAhead(_ a: Waiting, _ b: Waiting) -> Bool {
      (a.propensity, a.resident) < (b.propensity, b.resident)
    }
  }
}
