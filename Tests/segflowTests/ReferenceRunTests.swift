import Foundation
import SegmentReport
import Testing

/// The reference run that the README shows: its files are those that the run wrote, from the files of
/// today.
@Suite("Reference run")
struct ReferenceRunTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = root.appendingPathComponent("results/thurrock")

  private struct Manifest: Decodable {
    struct File: Decodable {
      let path: String
      let sha256: String
    }
    let commandLine: [String]
    let inputs: [File]
    let outputs: [File]
  }

  private func manifest() throws -> Manifest {
    try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: Self.folder.appendingPathComponent("manifest.json")))
  }

  private func digest(_ file: URL) throws -> String {
    SHA256.hexDigest([UInt8](try Data(contentsOf: file)))
  }

  @Test("Its files have the digests of its manifest, and none is large")
  func outputs() throws {
    let outputs = try manifest().outputs
    let digests = Dictionary(uniqueKeysWithValues: outputs.map { ($0.path, $0.sha256) })
    let names = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
      .filter { !["manifest.json", "README.md", "charts"].contains($0) }
    #expect(names.contains("report.html") && names.contains("paper.md"))
    for name in names {
      let file = Self.folder.appendingPathComponent(name)
      #expect(try digest(file) == digests[name], "\(name)")
      #expect(try Data(contentsOf: file).count < 2_000_000, "\(name)")
    }
  }

  @Test("It is of the files of Thurrock as they are")
  func inputs() throws {
    for input in try manifest().inputs {
      #expect(
        try digest(Self.root.appendingPathComponent(input.path)) == input.sha256,
        "\(input.path) has changed: make the reference run again")
    }
  }

  @Test("The README names its command, and shows charts of it")
  func readme() throws {
    let text = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let words = try manifest().commandLine
    let asked = words.prefix { $0 != "--output" }
      .map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ")
    #expect(
      text.replacing("\\\n", with: " ").split(separator: " ", omittingEmptySubsequences: true)
        .joined(separator: " ").contains(asked))
    let charts = text.matches(of: /results\/thurrock\/(charts\/[a-z_-]+\.svg)/).map { String($0.1) }
    #expect(Set(charts).count >= 2)
    for chart in charts {
      #expect(
        FileManager.default.fileExists(atPath: Self.folder.appendingPathComponent(chart).path))
    }
  }
}
