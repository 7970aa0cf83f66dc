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
    var unknowns: [Double]
    var fits: [TargetFit]
    var patches: TextPatches

    func isMet(_ options: CalibrationOptions) -> Bool {
      fits.allSatisfy { $0.isMet(part: options.tolerance) }
    }

    /// How bad the fit is: all z, squared and added up.
    var badness: Double { fits.reduce(0) { $0 + $1.z * $1.z } }
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
  ///
  /// Numbers that stand in `usual` as well, what was read under the default of every choice, stay
  /// as they are.
  public init(
    _ loaded: LoadedRun, without usual: LoadedRun? = nil, options: CalibrationOptions,
    read: @escaping ([String: [UInt8]]) throws -> LoadedRun, say: @escaping (String) -> Void
  ) throws {
    self.loaded = loaded
    self.options = options
    self.read = read
    self.say = say
    plan = try CalibrationPlan(loaded.model, without: usual?.model)
    guard !plan.settlements.isEmpty || !plan.unknowns.isEmpty else {
      throw AnalysisError(
        "nothing is to be solved: no number says \"solve\" and no start says \"settle\"")
    }
  }

  /// Solves; what is found is the best of all trials.
  public func run() throws -> Calibration {
    let start = [Double](repeating: 0, count: plan.unknowns.count)
    var now = try trial(start)
    var best = now
    var searches = plan.blocks.map {
      BlockSearch($0, unknowns: start, now.fits, part: options.tolerance)
    }
    var round = 0
    while !best.isMet(options), round < options.rounds {
      round += 1
      try tryAlone(&searches)
      now = try stepped(searches)
      for block in searches.indices { searches[block].learn(now.unknowns, now.fits) }
      if now.isMet(options) || now.badness < best.badness { best = now }
      let met = now.fits.count { $0.isMet(part: options.tolerance) }
      say("Round \(round): \(met) of \(now.fits.count) targets met")
    }
    return Calibration(
      fits: best.fits,
      limited: Set(
        plan.unknowns.indices.filter { best.unknowns[$0] >= plan.unknowns[$0].limit }
          .map { loaded.model.targets[plan.unknowns[$0].target].id }),
      unsolved: plan.unsolved, simulations: simulations,
      counts: (
        plan.unknowns.reduce(0) { $0 + $1.numbers.count },
        plan.settlements.count
      ),
      files: best.patches.applied(to: loaded.files))
  }

  /// All unknowns where each block's search is.
  private func place(_ searches: [BlockSearch]) -> [Double] {
    var unknowns = [Double](repeating: 0, count: plan.unknowns.count)
    for search in searches {
      for (member, value) in zip(search.members, search.unknowns) { unknowns[member] = value }
    }
    return unknowns
  }

  /// Tries by itself every unknown of the blocks that miss a target and were not tried yet, those
  /// of different blocks at the same time.
  private func tryAlone(_ searches: inout [BlockSearch]) throws {
    var sweep = 0
    while searches.contains(where: { $0.untried != nil }) {
      sweep += 1
      say("Trying numbers by themselves: \(sweep)")
      let base = place(searches)
      let found = try probe(searches.compactMap(\.untried), base)
      for block in searches.indices {
        guard let member = searches[block].untried else { continue }
        searches[block].learn(distance: found.unknowns[member] - base[member], found.fits)
      }
    }
  }

  /// A trial with some unknowns higher, or lower where higher makes no sense.
  private func probe(
    _ tried: [Int], _ unknowns: [Double]
  ) throws -> Trial {
    var (higher, lower) = (unknowns, unknowns)
    for unknown in tried {
      let isFree = unknowns[unknown] + Self.probe <= plan.unknowns[unknown].limit
      higher[unknown] += isFree ? Self.probe : -Self.probe
      lower[unknown] -= Self.probe
    }
    do {
      return try trial(higher)
    } catch is InputErrors {
      // A product may leave the values that make sense before its factors do.
      return try trial(lower)
    }
  }

  /// One step of every block; where the files no longer make sense, half of it, and so on.
  private func stepped(_ searches: [BlockSearch]) throws -> Trial {
    let base = place(searches)
    var next = base
    for search in searches {
      for (member, value) in zip(search.members, search.next()) {
        next[member] = min(value, plan.unknowns[member].limit)
      }
    }
    var attempts = 0
    while true {
      do {
        return try trial(next)
      } catch let errors as InputErrors {
        attempts += 1
        if attempts > 5 { throw errors }
        next = zip(next, base).map { ($0 + $1) / 2 }
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
    if !plan.settlements.isEmpty {
      try settle(run.model, into: &patches)
      run = try read(patches.applied(to: loaded.files))
    }
    let targets = plan.unknowns.map { loaded.model.targets[$0.target] }
    let fits = try Baseline.fits(targets, run, options)
    simulations += 1
    if let fit = fits.first(where: { !$0.simulated.value.isFinite }) {
      throw AnalysisError(
        "the target '\(fit.target.id)' cannot be met: in the baseline there is nothing below the "
          + "line of its ratio, so that it is no number")
    }
    return Trial(unknowns: unknowns, fits: fits, patches: patches)
  }

  private func settle(_ model: Model, into patches: inout TextPatches) throws {
    let last = plan.settlements.flatMap { SettledStart.knots($0.settlement) }.max() ?? 0
    let cohort = try BirthCohort(
      // Shares at birth are as the files give them, from round to round.
      model, newborns: loaded.model, by: plan.settlements.compactMap(\.settlement.by).first,
      people: options.cohort, ages: min(last + 1, AgeRange.oldest), seed: options.seed,
      threads: options.threads)
    for (pathway, settlement) in plan.settlements {
      SettledStart(model, pathway: pathway, settlement: settlement, cohort: cohort)
        .write(into: &patches, files: loaded.files)
    }
    for span in plan.kept { patches[span] = nil }
  }
}
