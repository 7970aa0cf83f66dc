import Testing

@testable import SegmentModel

@Suite("Misspelt keys")
struct MisspeltKeyTests {
  /// Files with whatever a place may have, and what is loaded of them.
  static let examples: [(files: [String: String], loaded: [String])] = [
    (Example.filesWithTargets, ["place.json"]),
    (Example.filesWithChoices, ["finding.json"]),
    (Example.files, ["finding.json", "together.json"]),
  ]

  @Test("Whichever key is misspelt, it is the one mistake reported", arguments: examples.indices)
  func one(_ index: Int) throws {
    let (files, loaded) = Self.examples[index]
    try #require(Fixture(files).messages(loading: loaded) == "")
    var tried = 0
    for (file, text) in files.sorted(by: { $0.key < $1.key }) {
      // What is not read has no mistakes.
      var without = files
      without[file] = nil
      if Fixture(without).messages(loading: loaded).isEmpty { continue }
      for key in text.matches(of: /"([a-z][A-Za-z-]{3,})":/) {
        var misspelt = String(key.1)
        misspelt.remove(at: misspelt.index(after: misspelt.startIndex))
        var changed = files
        changed[file] = text.replacingCharacters(key.range, with: "\"\(misspelt)\":")
        let messages = Fixture(changed).messages(loading: loaded)
        tried += 1
        // Without its first key nothing is known of a file.
        #expect(messages.contains("'\(key.1 == "segflow" ? "segflow" : misspelt)'"))
        #expect(messages.hasSuffix("\n1 error"), "\(file): \(key.1)\n\(messages)")
      }
    }
    #expect(tried > 50)
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
