import Testing

@testable import SegmentModel

/// A change that makes the example wrong, and what a reader is told about it.
struct Slip: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var file: String
  var old: String
  var new: String
  var expected: String
  var loaded: [String]

  init(
    _ title: String, in file: String, _ old: String, _ new: String, _ expected: String,
    loading loaded: [String] = ["finding.json", "together.json"]
  ) {
    self.loaded = loaded
    testDescription = title
    self.file = file
    self.old = old
    self.new = new
    self.expected = expected
  }

  /// Makes the change, and expects the words exactly.
  func check() throws {
    var files = Example.moreFiles
    let text = try #require(files[file])
    try #require(text.ranges(of: old).count == 1, "the example changed")
    files[file] = text.replacing(old, with: new)
    let lines = Fixture(files).messages(loading: loaded).split(separator: "\n").dropLast()
    #expect(lines.joined(separator: "\n") == expected)
  }
}
