import Foundation
import SegmentAnalysis
import Testing

@testable import SegmentReport

@Suite("Results folder")
struct ResultsFolderTests {
  private let root = FileManager.default.temporaryDirectory
    .appendingPathComponent("segflow-\(UUID().uuidString)")
  private var path: String { root.appendingPathComponent("deep/run").path }

  private func names(_ path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  private func write(_ comparison: Comparison, ended: Double = 1) throws {
    let folder = try ResultsFolder(path: path)
    try folder.create()
    try ResultsWriter([RunWorld(comparison, record: SmallRun.record(comparison))])
      .write(to: folder, environment: SmallRun.environment(ended: ended))
    try folder.publish()
  }

  @Test("Results appear whole, and a rerun replaces them with the same bytes")
  func publishing() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    let comparison = try SmallRun.compare([SmallRun.cheap], replicates: 2)
    try write(comparison)
    let expected = [
      "chances.csv", "charts", "costs-by-group.csv", "costs.csv", "draws.csv", "exceedance.csv",
      "flows.csv", "inputs.csv", "manifest.json", "names.csv", "outcomes.csv", "paper.md",
      "reach.csv", "report.html", "resources.csv", "segments.csv", "summary.json", "value.csv",
    ]
    #expect(names(path) == expected)
    #expect(names(root.appendingPathComponent("deep").path) == ["run"])
    func contents() -> [String?] {
      expected.filter { $0 != "charts" }.map {
        try? String(contentsOfFile: "\(path)/\($0)", encoding: .utf8)
      }
    }
    let before = contents()
    try write(comparison, ended: 500)
    let after = contents()
    for (name, (old, new)) in zip(expected.filter { $0 != "charts" }, zip(before, after)) {
      let (old, new) = (try #require(old), try #require(new))
      guard name == Manifest.fileName else {
        #expect(old == new)
        continue
      }
      let parts = [old, new].map { $0.components(separatedBy: "\"environment\"") }
      #expect(parts[0][0] == parts[1][0])
      #expect(parts[0][1] != parts[1][1])
    }
  }

  @Test("The manifest's digests are those of the files")
  func digests() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try write(SmallRun.compare([SmallRun.cheap], replicates: 1))
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(path)/manifest.json"))
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let outputs = try #require(manifest["outputs"] as? [[String: Any]])
    #expect(outputs.filter { ($0["path"] as? String)?.contains("/") == false }.count == 16)
    for output in outputs {
      let name = try #require(output["path"] as? String)
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
      #expect(output["sha256"] as? String == SHA256.hexDigest(bytes))
      #expect(output["bytes"] as? Int == bytes.count)
    }
  }

  @Test("Nothing is left of a folder that is given up")
  func discarding() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = try ResultsFolder(path: path)
    try folder.create()
    try folder.write("half", to: "summary.json")
    folder.discard()
    #expect(names(root.appendingPathComponent("deep").path).isEmpty)
  }

  @Test("A folder with anything else in it is refused and left alone")
  func refusing() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
    #expect(throws: Never.self) { try ResultsFolder(path: path) }
    try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(path)/notes.txt"))
    #expect(throws: ResultsFolderError.self) { try ResultsFolder(path: path) }
    #expect(names(path) == ["notes.txt"])
  }

  @Test("Results beside which somebody put a file are refused, too")
  func notes() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try write(SmallRun.compare([SmallRun.cheap], replicates: 1))
    try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(path)/notes.txt"))
    #expect(throws: ResultsFolderError.self) { try ResultsFolder(path: path) }
  }

  @Test("A file in the way is refused")
  func file() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let file = root.appendingPathComponent("file").path
    try Data().write(to: URL(fileURLWithPath: file))
    #expect(throws: ResultsFolderError.self) { try ResultsFolder(path: file) }
    #expect(throws: ResultsFolderError.self) { try ResultsFolder(path: file + "/inside").create() }
  }
}
