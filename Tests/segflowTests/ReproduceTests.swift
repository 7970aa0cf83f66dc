import Foundation
import Testing

@testable import segflow

/// Runs made again from what their folders record.
@Suite("Reproduce")
struct ReproduceTests {
  static let triedOptions: Set = ["from", "threads", "quiet"]

  private let files: SmallFiles

  init() throws {
    files = try SmallFiles(residents: 400)
  }

  private func run(_ words: String..., to out: String = "out") {
    let all = ["run", files.path("classes.json"), "-q", "-o", files.path(out)] + words
    #expect(RecordedConsole().run(all) == 0)
  }

  private func reproduce(_ words: String...) -> (status: Int32, console: RecordedConsole) {
    let console = RecordedConsole()
    return (console.run(["reproduce", files.path("out")] + words), console)
  }

  @Test(
    "A run comes out the same with all its options, and nothing is left behind",
    arguments: [
      ["--draws=2", "--seed=5", "--per-person", "--level=95", "--run-by=Ann"],
      ["--draws=0", "--replicates=3", "--step=month", "--residents=500"],
      ["--draws=3", "--replicate=1", "--choose=falls=frequent,rare", "--baseline"],
    ])
  func same(words: [String]) throws {
    defer { files.remove() }
    let words = words.flatMap { $0 == "--baseline" ? [$0, files.path("leaflets.json")] : [$0] }
    let all = ["run", files.path("classes.json"), "-q", "-o", files.path("out")] + words
    #expect(RecordedConsole().run(all) == 0)
    #expect(RecordedConsole().run(["report", files.path("out"), "--assured-by=Bob", "-q"]) == 0)
    let before = try files.names()
    let (status, console) = reproduce("--threads=1")
    #expect(status == 0, "\(console.error)")
    #expect(console.out.hasPrefix("The same: the digest of the run and all of "))
    #expect(!console.error.contains("Results are in"))
    #expect(reproduce("-q").console.error.isEmpty)
    #expect(try files.names() == before)
  }

  @Test("What was changed in the folder, or comes out otherwise, is named")
  func different() throws {
    defer { files.remove() }
    run("--draws=2")
    let (costs, manifest) = (try files.read("out/costs.csv"), try files.read("out/manifest.json"))
    try files.write(costs + "mine\n", to: "out/costs.csv")
    let (status, console) = reproduce("-q")
    #expect(status == 1)
    #expect(
      console.error == "segflow: error: the run was made again, and not the same came out as in "
        + "\(files.path("out")):\n  costs.csv\n")
    try files.write(costs, to: "out/costs.csv")
    try files.write(
      manifest.replacingOccurrences(of: "\"--draws=2\"", with: "\"--draws=3\""),
      to: "out/manifest.json")
    let (other, told) = reproduce("-q")
    #expect(other == 1)
    #expect(told.error.contains(":\n  the digest of the run\n"), "\(told.error)")
    #expect(told.error.contains("\n  draws.csv\n"))
  }

  @Test("An input that is not there, or no longer the same, is named and nothing is run")
  func inputs() throws {
    defer { files.remove() }
    run("--draws=2")
    let place = try files.read("place.json")
    try files.write(place + "\n", to: "place.json")
    let (status, console) = reproduce()
    #expect(status == 2)
    #expect(
      console.error == "segflow: error: \(files.path("out")): '\(files.path("place.json"))' is no "
        + "longer the file that the run read\n")
    try FileManager.default.removeItem(atPath: files.path("place.json"))
    #expect(reproduce().console.error.contains("there is no '\(files.path("place.json"))'; say"))
    #expect(RecordedConsole().run(["reproduce"]) == 2)
    #expect(RecordedConsole().run(["reproduce", files.path("charts")]) == 2)
  }

  @Test("Tables that other verbs added are left out, and the report that shows them")
  func added() throws {
    defer { files.remove() }
    run("--draws=2")
    let words = ["attribute", files.path("classes.json"), "--draws=2", "-q"]
    #expect(RecordedConsole().run(words + ["--into", files.path("out")]) == 0)
    let (status, console) = reproduce("-q")
    #expect(status == 0, "\(console.error)")
    #expect(console.out.contains("\nNot compared, as other verbs added to the folder: "))
    #expect(console.out.contains("attribution.csv"))
  }

  @Test(
    "Files may be named in any way, from any folder: the same comes out, and is made again",
    .enabled(if: Program.url != nil))
  func paths() throws {
    defer { files.remove() }
    let inner = files.folder.appendingPathComponent("inner")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: false)
    let ways = [
      (files.folder, "classes.json", "a"), (files.folder, "./inner/../classes.json", "b"),
      (inner, "../classes.json", "../c"), (inner, files.path("classes.json"), "../d"),
    ]
    for (folder, file, out) in ways {
      let words = ["run", file, "--draws=2", "-q", "-o", out]
      #expect(try Program.run(words, in: folder).status == 0)
    }
    for name in try files.names("a") where !["manifest.json", "charts"].contains(name) {
      let known = try files.read("a/\(name)")
      for other in ["b", "c", "d"] {
        #expect(try files.read("\(other)/\(name)") == known, "\(other)/\(name)")
      }
    }
    #expect(try Program.run(["reproduce", "a"], in: files.folder).status == 0)
    #expect(try Program.run(["reproduce", "../a"], in: inner).status == 2)
    #expect(try Program.run(["reproduce", "../a", "--from", ".."], in: inner).status == 0)
    #expect(try Program.run(["reproduce", "d"], in: files.folder).status == 0)
  }
}
