import Foundation
import SegmentReport

/// What a benchmark measures and tells of in tables of its own.
struct BenchmarkProblem: Equatable {
  /// Scenario files of one place, or a place file.
  var files: [String]
  /// What is changed to see how cost grows with it.
  var dimensions = Set(BenchmarkDimension.allCases)
  /// Whether it takes so long that the smaller sizes do, hurry or not.
  var isLarge = false

  private static let folder = "scenarios"
  /// The list of what is measured unless files are named, from the top of the repository: a JSON list of
  /// lists of files, as seen from the list's folder.
  static let list = "\(folder)/benchmark.json"

  /// The problems of a list, smallest first; nil when it is none.
  ///
  /// The first is measured in all dimensions, the others are large.
  static func listed(_ contents: Data) -> [BenchmarkProblem]? {
    guard let lists = try? JSONDecoder().decode([[String]].self, from: contents), !lists.isEmpty,
      lists.allSatisfy({ !$0.isEmpty })
    else { return nil }
    return lists.enumerated().map { index, files in
      let files = files.map { "\(folder)/\($0)" }
      return index == 0 ? BenchmarkProblem(files: files) : large(files)
    }
  }

  /// A problem that copies of its pathways, and further replicates, would only make longer.
  static func large(_ files: [String]) -> BenchmarkProblem {
    BenchmarkProblem(
      files: files, dimensions: [.residents, .steps, .scenarios, .draws, .threads], isLarge: true)
  }
}
