import Foundation
import SegmentModel

/// The model files under `scenarios/examples`.
enum Examples {
  /// The path of a file of an example, such as `benchmark/place.json`.
  static func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "scenarios/examples/\(name)").path
  }

  /// Loads a scenario of an example: its model, baseline and scenarios.
  static func load(_ names: String...) throws -> LoadedRun {
    try Loader.load(names.map(path))[0]
  }
}
