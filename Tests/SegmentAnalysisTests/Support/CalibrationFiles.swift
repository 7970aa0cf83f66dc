import Foundation
import SegmentAnalysis
import SegmentModel

/// A small place in a folder of its own, to be calibrated.
struct CalibrationFiles {
  /// Few replicates, fitted closely.
  static let options = CalibrationOptions(
    seed: 3, replicates: 5, threads: 2, tolerance: 0.01, cohort: 5_000)

  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("segflow-calibrate-\(UUID().uuidString)")

  /// The place's file.
  var path: String { folder.appendingPathComponent("place.json").path }

  /// Writes the place.
  init(_ place: String) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(place.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// Removes everything.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Calibrates the place.
  func calibrate(_ options: CalibrationOptions) throws -> Calibration {
    try Calibrator(
      Loader.load([path])[0], options: options,
      read: { try Loader.load([path], replaced: $0)[0] }, say: { _ in }
    ).run()
  }

  /// The place as calibrated.
  func model(_ found: Calibration) throws -> Model {
    try Loader.load([path], replaced: found.files)[0].model
  }

  /// A place of people aged 30 and 60, half each, with steps of a quarter.
  static func place(
    residents: Int = 20_000, pathways: String, events: String = "[]", targets: String
  ) -> String {
    """
    { "segflow": "place/1", "id": "small", "start": "2020-04", "years": 3,
      "evidence": { "source": "made-up", "quality": "assumed" },
      "payers": [ { "id": "nhs" } ], "outcomes": [ { "id": "admission" } ],
      "sources": { "sources": [ { "id": "made-up", "citation": "Nobody" } ] },
      "population": { "residents": \(residents), "ageBands": ["0-44", "45+"],
                      "people": { "byAge": { "30": 1, "31-59": 0, "60": 1 } } },
      "pathways": \(pathways),
      "events": [ { "events": \(events) } ],
      "targets": [ { "targets": \(targets) } ] }
    """
  }
}
