@testable import SegmentModel

/// The example and its numbers without what is worked out from what stands in the files, which has
/// tests of its own.
enum Plain {
  // What the files of the example name as evidence.
  static let decided = Evidence(source: "decisions", quality: .derived, note: "section 2")
  static let derived = Evidence(source: "case", quality: .derived)
  static let assumed = Evidence(source: "decisions", quality: .assumed)
  static let published = Evidence(source: "case", quality: .published)

  /// A number as it stands at a path of a file.
  static func quantity(
    _ values: ValueTree, _ evidence: Evidence, _ file: String, _ path: String
  ) -> Quantity {
    Quantity(values, evidence: evidence, location: "\(file): \(path)")
  }

  /// One number that stands at a path of a file.
  static func quantity(
    _ value: Double, _ evidence: Evidence, _ file: String, _ path: String
  ) -> Quantity {
    quantity(.constant(value), evidence, file, path)
  }

  /// The example as read.
  static func run() throws -> LoadedRun {
    func plain(_ quantity: Quantity) -> Quantity {
      Quantity(
        quantity.values, evidence: quantity.evidence, range95: quantity.range95,
        distribution: quantity.distribution, location: quantity.location)
    }
    var run = try Fixture(Example.files).load()
    run.model = run.model.mapQuantities(plain)
    run.baseline = run.baseline.mapQuantities(plain)
    run.scenarios = run.scenarios.map { $0.mapQuantities(plain) }
    return run
  }
}
