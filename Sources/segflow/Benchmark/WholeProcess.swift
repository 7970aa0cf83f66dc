import Foundation
import SegmentModel
import SegmentReport

/// What starting the program costs, running one draw and writing the results, as a user does.
struct WholeProcess {
  let measurement: BenchmarkProcess

  /// Starts the program itself; nil where something else, such as a test, is this process.
  ///
  /// Its memory is the most of all started so far: measure what takes least first.
  init?(_ problem: BenchmarkProblem, _ options: BenchmarkOptions) throws {
    guard let program = Bundle.main.executableURL, program.lastPathComponent == "segflow" else {
      return nil
    }
    let spent = try Interruption.scratch { folder in
      try (0..<options.repeats).map { _ in
        try Self.spent(program, Self.words(problem, options) + ["--output=\(folder)/results"])
      }
    }
    measurement = BenchmarkProcess(
      seconds: Spread(spent.map(\.seconds)),
      processorSeconds: Spread(spent.map(\.processorSeconds)),
      peakBytes: ThisMachine.childrenPeakBytes)
  }

  /// What is asked of the program, but for where the results go.
  private static func words(_ problem: BenchmarkProblem, _ options: BenchmarkOptions) -> [String] {
    var words = ["run"] + problem.files
    words += ["--draws=1", "--replicates=1", "--seed=\(options.seed)"]
    words += ["--threads=\(options.threads)", "--quiet"]
    if let baseline = options.baseline { words += ["--baseline", baseline] }
    if let step = options.step { words.append("--step=\(step.rawValue)") }
    return words
  }

  /// Starts the program once.
  private static func spent(
    _ program: URL, _ words: [String]
  ) throws -> (seconds: Double, processorSeconds: Double) {
    let (started, used) = (ContinuousClock.now, ThisMachine.childrenProcessorSeconds)
    let process = Process()
    process.executableURL = program
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try Interruption.run(process)
    guard process.terminationStatus == 0 else {
      throw UsageError(
        "the run that is measured failed", help: "see what 'segflow run' says of the files")
    }
    return (
      (ContinuousClock.now - started) / .seconds(1),
      ThisMachine.childrenProcessorSeconds - used
    )
  }
}
