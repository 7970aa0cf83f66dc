import SegmentModel
import SegmentSimulation

/// Simulates a baseline as far as targets need it.
public enum Baseline {
  /// How the baseline of a run compares with targets.
  public static func fits(
    _ targets: [Target], _ run: LoadedRun, _ options: CalibrationOptions,
    progress: (@Sendable (Double) -> Void)? = nil
  ) throws -> [TargetFit] {
    guard !targets.isEmpty else { return [] }
    var model = run.model
    let ends = targets.flatMap(\.measure.counts).map(\.end.ordinal)
    let months = (ends.max() ?? 0) - model.start.ordinal
    model.reportFrom = model.start
    model.years = max(1, (months + 11) / 12)
    var baseline = run.baseline
    baseline.interventions.removeAll { $0.starts >= model.end }
    let simulation = try Simulation(model: model, scenarios: [baseline])
    var meter = try ExpressionMeter(
      model: model, scenarios: [baseline], step: simulation.step,
      expressions: targets.map(\.measure))
    // Who starts ill depends on the seed alone, so each replicate has a seed of its own, which no
    // replicate of another seed has.
    let first = (options.seed &- 1) &<< 20 &+ 1
    for replicate in 0..<options.replicates {
      try meter.run(
        simulation, seed: first &+ UInt64(replicate), replicates: [0],
        threads: options.threads)
      progress?(Double(replicate + 1) / Double(options.replicates))
    }
    return targets.map { TargetFit(target: $0, simulated: meter.estimate($0.measure)) }
  }
}
