import SegmentReport

/// What a benchmark measures and tells of in tables of its own.
struct BenchmarkProblem: Equatable {
  /// Scenario files of one place, or a place file.
  var files: [String]
  /// What is changed to see how cost grows with it.
  var dimensions = Set(BenchmarkDimension.allCases)
  /// Whether it takes so long that the smaller sizes do, hurry or not.
  var isLarge = false

  /// The folder of the benchmark problem as stated, from the top of the repository.
  static let statedFolder = "scenarios/examples/benchmark/as-stated"
  /// The folder of the largest place of the repository.
  static let placeFolder = "scenarios/thurrock"

  /// The benchmark problem as stated.
  static let asStated = BenchmarkProblem(files: ["\(statedFolder)/intervention.json"])

  /// The largest place: its baseline and four scenarios.
  static let wholePlace = BenchmarkProblem(
    files: ["case-finding", "stretched-qof", "vaccination", "register-completeness"].map {
      "\(placeFolder)/\($0).json"
    },
    dimensions: [.residents, .steps, .scenarios, .draws, .threads], isLarge: true)
}
