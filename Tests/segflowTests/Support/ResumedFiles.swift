import Foundation
import Testing

@testable import segflow

/// Files of a small place, with the results of its runs in `out` and what they keep beside it.
struct ResumedFiles {
  let files: SmallFiles

  init() throws { files = try SmallFiles(residents: 300) }

  /// The path of a file that is kept, or of the folder.
  func kept(_ name: String = "") -> String {
    files.path("out.unfinished" + (name.isEmpty ? "" : "/\(name)"))
  }

  /// Runs a scenario, in the test's own process.
  func run(_ words: [String]) -> (status: Int32, console: RecordedConsole) {
    let console = RecordedConsole()
    let all = ["run", files.path("classes.json"), "-o", files.path("out")] + words
    return (console.run(all), console)
  }

  /// Leaves what a run keeps as if it had been interrupted just before its end; gives its results.
  func keep(_ words: [String]) throws -> [String: Data] {
    let (path, copy) = (kept(), files.path("copy"))
    let recorded = RecordedConsole()
    var console = recorded.console
    // What is said when the results are there is said before what was kept is removed.
    console.error = { text in
      recorded.console.error(text)
      guard text.contains("Results are in") else { return }
      try? FileManager.default.copyItem(atPath: path, toPath: copy)
    }
    let all = ["run", files.path("classes.json"), "-o", files.path("out"), "--resume"] + words
    try #require(CommandLineTool(console: console).run(all) == 0, "\(recorded.error)")
    #expect(!FileManager.default.fileExists(atPath: path))
    try FileManager.default.moveItem(atPath: copy, toPath: path)
    return try takeResults()
  }

  /// The files in `out` by name, without what the manifest says of time and machine; they are removed.
  func takeResults() throws -> [String: Data] {
    var result = try contents("out")
    let manifest = try #require(result["manifest.json"])
    var object = try #require(
      try JSONSerialization.jsonObject(with: manifest) as? [String: Any])
    object["environment"] = nil
    object["manifestDigest"] = nil
    result["manifest.json"] = try JSONSerialization.data(
      withJSONObject: object, options: .sortedKeys)
    try FileManager.default.removeItem(atPath: files.path("out"))
    return result
  }

  /// Expects the files in `out` to be those of a run, and removes them.
  func expectResults(_ whole: [String: Data]) throws {
    let found = try takeResults()
    #expect(found.keys.sorted() == whole.keys.sorted())
    for (name, data) in whole { #expect(found[name] == data, "\(name)") }
  }

  /// The files in a folder by name.
  func contents(_ folder: String) throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: files.path(folder)) {
      result[name] = FileManager.default.contents(atPath: files.path("\(folder)/\(name)"))
    }
    return result
  }

  /// Names in the folder that are not hidden.
  func names() throws -> [String] { try files.names().filter { !$0.hasPrefix(".") } }
}
