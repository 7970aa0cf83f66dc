import Foundation
import Testing

@testable import segflow

/// The JSON of a benchmark of a small place, and what was printed with it.
struct BenchmarkFigures {
  /// All figures.
  let json: [String: Any]
  /// Those of the problem.
  let problem: [String: Any]
  /// What was printed.
  let console: RecordedConsole

  /// Measures one scenario of the folder.
  init(_ words: [String], in files: SmallFiles) throws {
    console = RecordedConsole()
    let output = files.path("benchmark-\(UUID().uuidString).json")
    let status = console.run(["benchmark", files.path("classes.json"), "-o", output] + words)
    #expect(status == 0, "\(console.error)")
    let data = try Data(contentsOf: URL(fileURLWithPath: output))
    json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    problem = try #require((json["problems"] as? [[String: Any]])?.first)
  }

  /// The measurements of the files as they are.
  func whole() throws -> [String: Any] {
    try #require((problem["whole"] as? [[String: Any]])?.first)
  }

  /// The measurements in which something was changed.
  func scaling(_ dimension: String) throws -> [[String: Any]] {
    let all = try #require(problem["scaling"] as? [String: Any])
    return try #require(all[dimension] as? [[String: Any]])
  }

  /// What stands under a key, of the problem or above it, without what the clock and the memory said.
  func withoutTimes(_ key: String) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: Self.stripped([key: try #require(problem[key] ?? json[key])]),
      options: .sortedKeys)
    return String(decoding: data, as: UTF8.self)
  }

  private static func stripped(_ value: Any) -> Any {
    if let list = value as? [Any] { return list.map(stripped) }
    guard let object = value as? [String: Any] else { return value }
    let measured = ["econds", "PerSecond", "PerMinute", "Peak", "costAgainst"]
    return object.filter { key, _ in !measured.contains(where: key.contains) }
      .mapValues(stripped)
  }
}
