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
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("segflow-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var words = ["run"] + problem.files
    words += ["--draws=1", "--replicates=1", "--seed=\(options.seed)"]
    words += ["--threads=\(options.threads)", "--quiet", "--output=\(folder.path)"]
    if let baseline = options.baseline { words += ["--baseline", baseline] }
    if let step = options.step { words.append("--step=\(step.rawValue)") }
    var (seconds, processorSeconds): ([Double], [Double]) = ([], [])
    for _ in 0..<options.repeats {
      let (started, used) = (ContinuousClock.now, ThisMachine.childrenProcessorSeconds)
      let process = Process()
      process.executableURL = program
      process.arguments = words
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else {
        throw UsageError(
          "the run that is measured failed", help: "see what 'segflow run' says of the files")
      }
      seconds.append((ContinuousClock.now - started) / .seconds(1))
      processorSeconds.append(ThisMachine.childrenProcessorSeconds - used)
    }
    measurement = BenchmarkProcess(
      seconds: Spread(seconds), processorSeconds: Spread(processorSeconds),
      peakBytes: ThisMachine.childrenPeakBytes)
  }
}
