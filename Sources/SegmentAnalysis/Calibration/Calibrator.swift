import Foundation
import SegmentModel
import SegmentSimulation

/// Finds the numbers of a place that meet its calibration targets.
///
/// Each target has one unknown, the logarithm of a factor on the numbers that are solved for it.
/// Every trial changes the text of the files, reads them again, settles the starts, and simulates
/// the baseline on the same luck. A first sweep tries each unknown by itself (those that have
/// nothing to do with one another at the same time), which gives slopes; then Newton's method with
/// learnt slopes goes on until every target is met.
public final class Calibrator {
  /// What a trial gave.
  private struct Trial {
    var fits: [TargetFit]
    var patches: TextPatches
    /// Logarithms of simulated over target values.
    var misses: [Double]
  }

  private let loaded: LoadedRun
  private let read: ([String: [UInt8]]) throws -> LoadedRun
  private let options: CalibrationOptions
  private let plan: CalibrationPlan
  private let say: (String) -> Void
  private var simulations = 0

  /// How much a number is changed to see what comes of it, on the log scale.
  private static let probe = 0.2

  /// A calibration of what was read; `read` reads it again with some files changed, `say` hears
  /// how far the work has come.
  public init(
    _ loaded: LoadedRun, options: CalibrationOptions,
    read: @escaping ([String: [UInt8]]) throws -> LoadedRun, say: @escaping (String) -> Void
  ) throws {
    self.loaded = loaded
    self.options = options
    self.read = read
    self.say = say
    plan = try CalibrationPlan(loaded.model)
    let settles = loaded.model.pathways.contains { $0.settlement != nil }
    guard settles || !plan.unknowns.isEmpty else {
      throw AnalysisError(
        "nothing is to be solved: no number says \"solve\" and no start says \"settle\"")
    }
  }

  /// Solves.
  public func run() throws -> Calibration {
    var unknowns = [Double](repeating: 0, count: plan.unknowns.count)
    var now = try trial(unknowns)
    var methods = try probed(unknowns, now)
    var round = 0
    while !now.fits.allSatisfy({ $0.isMet(part: options.tolerance) }), round < options.rounds {
      round += 1
      let (next, step, found) = try stepped(from: unknowns, now, methods)
      for (block, members) in plan.blocks.enumerated() {
        methods[block].learn(
          step: members.map { step[$0] }, change: members.map { found.misses[$0] - now.misses[$0] })
      }
      (unknowns, now) = (next, found)
      let missed = now.fits.filter { !$0.isMet(part: options.tolerance) }.count
      say("Round \(round): \(missed) of \(now.fits.count) targets not met yet")
    }
    return Calibration(
      fits: now.fits,
      limited: Set(
        plan.unknowns.indices.filter { unknowns[$0] >= plan.unknowns[$0].limit }
          .map { loaded.model.targets[plan.unknowns[$0].target].id }),
      unsolved: plan.unsolved, simulations: simulations,
      counts: (
        plan.unknowns.reduce(0) { $0 + $1.numbers.count },
        loaded.model.pathways.filter { $0.settlement != nil }.count
      ),
      files: now.patches.applied(to: loaded.files))
  }

  /// The methods of all blocks, with the slopes that trials of each unknown give.
  private func probed(_ unknowns: [Double], _ now: Trial) throws -> [Newton] {
    var slopes = plan.blocks.map { block in
      block.map { _ in [Double](repeating: 0, count: block.count) }
    }
    guard !now.fits.allSatisfy({ $0.isMet(part: options.tolerance) }) else {
      return slopes.map(Newton.init)
    }
    let sweeps = plan.blocks.map(\.count).max() ?? 0
    for sweep in 0..<sweeps {
      say("Trying numbers: \(sweep + 1) of \(sweeps)")
      let tried = plan.blocks.compactMap { $0.dropFirst(sweep).first }
      let (changed, found) = try probe(tried, unknowns)
      for (index, block) in plan.blocks.enumerated() where sweep < block.count {
        let step = changed[block[sweep]] - unknowns[block[sweep]]
        for (row, target) in block.enumerated() {
          slopes[index][row][sweep] = (found.misses[target] - now.misses[target]) / step
        }
      }
    }
    return slopes.map(Newton.init)
  }

  /// A trial with some unknowns higher, or lower where higher makes no sense.
  private func probe(
    _ tried: [Int], _ unknowns: [Double]
  ) throws -> (unknowns: [Double], trial: Trial) {
    var (higher, lower) = (unknowns, unknowns)
    for unknown in tried {
      let isFree = unknowns[unknown] + Self.probe <= plan.unknowns[unknown].limit
      higher[unknown] += isFree ? Self.probe : -Self.probe
      lower[unknown] -= Self.probe
    }
    do {
      return (higher, try trial(higher))
    } catch is InputErrors {
      // A product may leave the values that make sense before its factors do.
      return (lower, try trial(lower))
    }
  }

  /// One step of every block; where the files no longer make sense, half of it, and so on.
  private func stepped(
    from unknowns: [Double], _ now: Trial, _ methods: [Newton]
  ) throws -> (unknowns: [Double], step: [Double], trial: Trial) {
    var next = unknowns
    for (block, method) in zip(plan.blocks, methods) {
      let step = method.step(misses: block.map { now.misses[$0] })
      for (unknown, change) in zip(block, step) {
        next[unknown] = min(unknowns[unknown] + change, plan.unknowns[unknown].limit)
      }
    }
    var attempts = 0
    while true {
      do {
        let found = try trial(next)
        return (next, zip(next, unknowns).map { $0 - $1 }, found)
      } catch let errors as InputErrors {
        attempts += 1
        if attempts > 5 { throw errors }
        next = zip(next, unknowns).map { ($0 + $1) / 2 }
      }
    }
  }

  // MARK: - A trial

  private func trial(_ unknowns: [Double]) throws -> Trial {
    var patches = TextPatches()
    for (unknown, value) in zip(plan.unknowns, unknowns) where value != 0 {
      for number in unknown.numbers {
        patches[number.span] = SolvedText.number(number.value * exp(value))
      }
    }
    var run = try read(patches.applied(to: loaded.files))
    if run.model.pathways.contains(where: { $0.settlement != nil }) {
      try settle(run.model, into: &patches)
      run = try read(patches.applied(to: loaded.files))
    }
    let targets = plan.unknowns.map { loaded.model.targets[$0.target] }
    let fits = try Baseline.fits(targets, run, options)
    simulations += 1
    let misses = fits.map { fit in
      // What did not happen at all is taken for very rare, so that its numbers grow.
      log(max(fit.simulated.value / fit.target.value, 1e-3))
    }
    return Trial(fits: fits, patches: patches, misses: misses)
  }

  private func settle(_ model: Model, into patches: inout TextPatches) throws {
    let settlements = loaded.model.pathways.enumerated().compactMap { index, pathway in
      pathway.settlement.map { (pathway: index, settlement: $0) }
    }
    let last = settlements.flatMap { SettledStart.knots($0.settlement) }.max() ?? 0
    let cohort = try BirthCohort(
      // Shares at birth are as the files give them, from round to round.
      model, newborns: loaded.model, by: settlements.compactMap(\.settlement.by).first,
      people: options.cohort, ages: min(last + 1, AgeRange.oldest), seed: options.seed,
      threads: options.threads)
    for (pathway, settlement) in settlements {
      SettledStart(model, pathway: pathway, settlement: settlement, cohort: cohort)
        .write(into: &patches, files: loaded.files)
    }
  }
}
