import Foundation
import SegmentModel
import SegmentReport
import SegmentSimulation

/// Measures how fast scenarios are simulated, prints a table and writes the figures.
struct BenchmarkCommand {
  let options: BenchmarkOptions
  /// The command line, for the record.
  let commandLine: [String]
  let console: Console

  /// Whether the compiler optimised this build.
  static var isOptimised: Bool {
    #if DEBUG
      false
    #else
      true
    #endif
  }

  /// Measures everything; throws what is wrong with the files.
  func run() throws {
    let machine = ThisMachine.now
    try output?.check()
    // Files of later problems are read now, so that a mistake is told before anything is measured.
    for problem in options.problems.dropFirst() { _ = try ready(problem) }
    if !Self.isOptimised { console.error("warning: \(BenchmarkTable.debugWarning)\n") }
    let report = BenchmarkReport(
      toolVersion: Version.current, commandLine: commandLine, isOptimised: Self.isOptimised,
      machine: machine, seed: options.seed, repeats: options.repeats,
      results: try options.problems.map(measure))
    try output?.write(report.json.document)
    console.out(BenchmarkTable(report).text(width: console.width))
  }

  private func measure(_ problem: BenchmarkProblem) throws -> BenchmarkResult {
    let ready = try ready(problem)
    for warning in ready.warnings { console.error("warning: \(warning)\n") }
    let whole = BenchmarkCase(
      model: ready.loaded.model, scenarios: ready.scenarios, step: ready.simulation.step,
      threads: options.threads, drawn: ready.loaded)
    let process = try WholeProcess(problem, options)
    let cases = BenchmarkPlan(whole: whole, problem: problem, options: options).cases
    let progress =
      options.isQuiet ? nil : ProgressLine("Measuring \(whole.model.name)", console: console)
    defer { progress?.clear() }
    // The whole stands in several dimensions as their last or only row; it is measured once.
    var measured: [BenchmarkCase.Work: BenchmarkMeasurement] = [:]
    let measurements = try cases.enumerated().map { index, example in
      progress?.show(Double(index) / Double(cases.count))
      var measurement = try measured[example.work] ?? measure(example, of: problem)
      measurement.dimension = example.dimension
      measured[example.work] = measurement
      return measurement
    }
    return BenchmarkResult(
      place: whole.model.name, scenarios: whole.scenarios, step: whole.step,
      process: process?.measurement, measurements: measurements)
  }

  private func ready(_ problem: BenchmarkProblem) throws -> LoadedScenarios {
    try LoadedScenarios(load(problem), step: options.step)
  }

  private func load(_ problem: BenchmarkProblem) throws -> LoadedRun {
    let runs = try Loader.load(problem.files, baseline: options.baseline)
    guard runs.count == 1 else {
      throw UsageError(
        "the scenarios are about different choices", help: "measure them one at a time")
    }
    return runs[0]
  }

  private func measure(
    _ example: BenchmarkCase, of problem: BenchmarkProblem
  ) throws -> BenchmarkMeasurement {
    ThisMachine.forgetPeak()
    let trials = try (0..<options.repeats).map { _ in
      try BenchmarkTrial(
        example, seed: options.seed,
        load: example.dimension == nil ? { _ = try load(problem) } : nil)
    }
    let stages = BenchmarkStage.allCases.compactMap { stage in
      let seconds = trials.compactMap { $0.stages[stage] }
      return seconds.isEmpty ? nil : (stage, Spread(seconds))
    }
    return BenchmarkMeasurement(
      dimension: example.dimension, size: example.size, seconds: Spread(trials.map(\.seconds)),
      processorSeconds: Spread(trials.map(\.processorSeconds)),
      stages: Dictionary(uniqueKeysWithValues: stages), peakBytes: ThisMachine.peakBytes)
  }

  /// The file for the figures, where one is named.
  private var output: OutputFile? {
    options.output.map {
      OutputFile(path: $0, what: "figures", isEarlier: BenchmarkReport.isReport)
    }
  }
}
