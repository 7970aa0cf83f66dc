import Foundation
import SegmentModel

/// What a benchmark is asked for.
struct BenchmarkOptions: Equatable {
  /// What is measured, one after the other.
  var problems: [BenchmarkProblem]
  var baseline: String?
  var step: StepLength?
  var seed: UInt64
  var threads: Int
  /// How often each measurement is repeated.
  var repeats: Int
  /// Numbers of residents, rising; nil for multiples of the place's own.
  var residents: [Int]?
  /// Whether the run is to be short.
  var isQuick: Bool
  /// A JSON file for the figures.
  var output: String?
  var isQuiet: Bool

  /// Reads the options of the verb; unless files are named, what the repository lists is measured.
  init(
    _ arguments: Arguments,
    contents: (String) -> Data? = FileManager.default.contents(atPath:)
  ) throws(UsageError) {
    problems =
      arguments.files.isEmpty
      ? try Self.listed(contents(BenchmarkProblem.list))
      : [BenchmarkProblem(files: arguments.files)]
    baseline = arguments.text(.baseline)
    output = arguments.text(.outputFile)
    isQuiet = arguments.has(.noProgress)
    isQuick = arguments.has(.quick)
    step = try arguments.step()
    seed = try arguments.seed()
    threads = try arguments.threads()
    repeats = try arguments.number(.repeats, 1...1000) ?? (isQuick ? 1 : 5)
    residents = try Self.residents(arguments)
    if arguments.files.isEmpty, baseline != nil {
      throw UsageError("'--baseline' needs files", help: "name scenarios of the baseline's place")
    }
  }

  private static func listed(_ contents: Data?) throws(UsageError) -> [BenchmarkProblem] {
    guard let contents else {
      throw UsageError(
        "there is no \(BenchmarkProblem.list) here",
        help: "name scenario files, or start it at the top of the repository")
    }
    guard let problems = BenchmarkProblem.listed(contents) else {
      throw UsageError(
        "\(BenchmarkProblem.list) is not a list of lists of files",
        help: #"such as [["place/scenario.json"]]"#)
    }
    return problems
  }

  private static func residents(_ arguments: Arguments) throws(UsageError) -> [Int]? {
    guard let text = arguments.text(.residents) else { return nil }
    var numbers: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let number = Int(part), (1...RunOptions.mostResidents).contains(number) else {
        throw UsageError(
          "'--residents' must be whole numbers from 1 to \(RunOptions.mostResidents) with commas between them, "
            + "not '\(text)'")
      }
      numbers.insert(number)
    }
    return numbers.sorted()
  }
}
