import Foundation
import Testing

@testable import SegmentModel

/// What a modeller copies first: the whole files that docs/format.md shows.
@Suite("The examples of docs/format.md")
struct FormatPageTests {
  /// The whole files on the page, by kind, under the names by which they call one another.
  static let files: [String: String] = {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/format.md")
    let page = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    var blocks: [[Substring]] = [[]]
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("    ") {
        blocks[blocks.count - 1].append(line)
      } else {
        blocks.append([])
      }
    }
    var files: [String: String] = [:]
    for text in blocks.map({ $0.joined(separator: "\n") }) {
      guard let match = text.firstMatch(of: /^\s*\{\s*"segflow": "([a-z]+)\/1"/) else { continue }
      files["\(match.1).json"] = text
    }
    return files
  }()

  @Test("There is one of every kind")
  func kinds() {
    #expect(Self.files.keys.sorted() == FileKind.allCases.map { "\($0.rawValue).json" }.sorted())
  }

  @Test("Nothing is wrong with any but files that are not shown", arguments: files.keys.sorted())
  func isWhole(_ name: String) throws {
    var files = Self.files
    files["reconciliation/find-and-control-everyone.json"] = """
      { "segflow": "scenario/1", "id": "find-and-control-everyone", "place": "../place.json" }
      """
    let lines = Fixture(files).messages(checking: name).split(separator: "\n").dropLast()
    let wrong = lines.filter { $0.contains(": error: ") && !$0.contains("cannot read ") }
    #expect(wrong == [])
  }

  @Test("A number without evidence in one would be seen")
  func isRead() throws {
    var files = Self.files
    let place = try #require(files["place.json"])
    files["place.json"] = place.replacing(/"evidence": .*\n/, with: "")
    #expect(place != files["place.json"])
    #expect(Fixture(files).messages(checking: "place.json").contains("baseUtility: the number has"))
  }
}
