import Foundation
import Testing

@testable import segflow

/// Runs in parts: put together they are the whole run, byte for byte, or are refused.
@Suite("Shards")
struct ShardTests {
  /// Options of `merge` that are tried here.
  static let triedOptions: Set = ["output", "quiet"]

  private let files: SmallFiles

  /// A small place with QALYs, followed person by person.
  init() throws {
    files = try SmallFiles()
    let place = try files.read("place.json")
    let utility = #""baseUtility": { "value": 0.9, "source": "made-up", "quality": "assumed" },"#
    try files.write(
      place.replacingOccurrences(of: #""years": 2,"#, with: #""years": 2, \#(utility)"#)
        .replacingOccurrences(of: #""residents": 3000"#, with: #""residents": 300"#),
      to: "place.json")
  }

  private func run(_ words: [String], to folder: String) -> RecordedConsole {
    let console = RecordedConsole()
    let scenarios = [files.path("classes.json"), files.path("leaflets.json")]
    let status = console.run(["run"] + scenarios + words + ["--output", files.path(folder)])
    #expect(status == 0, "\(console.error)")
    return console
  }

  private func merge(_ folders: [String], to folder: String = "merged") -> (
    status: Int32, console: RecordedConsole
  ) {
    let console = RecordedConsole()
    let status = console.run(
      ["merge"] + folders.map(files.path) + ["--output", files.path(folder)])
    return (status, console)
  }

  /// Makes three shards of a run.
  private func shards(_ words: [String]) -> [String] {
    (1...3).map { number in
      _ = run(words + ["--shard=\(number)/3", "--threads=\(number)"], to: "part\(number)")
      return "part\(number)"
    }
  }

  /// The files of a folder by name, with the manifest's line of command and environment left out.
  private func contents(_ folder: String) throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: files.path(folder)) {
      result[name] = FileManager.default.contents(atPath: files.path("\(folder)/\(name)"))
    }
    let manifest = try #require(result["manifest.json"])
    var object = try #require(
      try JSONSerialization.jsonObject(with: manifest) as? [String: Any])
    object["environment"] = nil
    object["commandLine"] = nil
    object["manifestDigest"] = nil
    result["manifest.json"] = try JSONSerialization.data(
      withJSONObject: object, options: .sortedKeys)
    return result
  }

  /// The command line that the manifest of a folder states.
  private func commandLine(_ folder: String) throws -> [String] {
    let data = try Data(contentsOf: URL(fileURLWithPath: files.path("\(folder)/manifest.json")))
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require(object["commandLine"] as? [String])
  }

  /// The words of the run and a file that it must have written.
  @Test(
    "Three shards are the whole, byte for byte",
    arguments: [
      (["--draws=7", "--replicates=2", "--choose=falls=frequent,rare"], "parameters.csv"),
      (["--draws=0", "--replicates=5", "--per-person"], "spend.csv"),
      (["--draws=3", "--replicate=4", "--per-person", "--run-by=Ann"], "counts.csv"),
    ])
  func whole(words: [String], file: String) throws {
    defer { files.remove() }
    let console = run(words, to: "whole")
    let parts = shards(words)
    let (status, merged) = merge([parts[2], parts[0], parts[1]])
    #expect(status == 0, "\(merged.error)")
    #expect(merged.out == console.out)
    let (whole, together) = (try contents("whole"), try contents("merged"))
    #expect(whole.keys.sorted() == together.keys.sorted())
    #expect(whole[file] != nil)
    for (name, data) in whole { #expect(together[name] == data, "\(name)") }
    let line = try commandLine("merged")
    #expect(line.prefix(2) == ["segflow", "run"])
    #expect(line.suffix(words.count) == words[...])
    #expect(line.allSatisfy { !$0.hasPrefix("--shard") && !$0.hasPrefix("--output") })
    #expect(RecordedConsole().run(["report", "--verify", files.path("merged")]) == 0)
  }

  /// Merges and gives what was refused; nothing may be written.
  private func refused(_ folders: [String]) throws -> String {
    let (status, console) = merge(folders)
    #expect(status == 2)
    #expect(console.out.isEmpty)
    #expect(try !files.names().contains { $0.contains("merged") })
    return console.error.replacingOccurrences(of: files.folder.path + "/", with: "")
  }

  @Test("Shards that overlap, are missing or are of other runs are refused")
  func refusals() throws {
    defer { files.remove() }
    let parts = shards(["--draws=3", "--replicates=1"])
    let report = RecordedConsole()
    #expect(report.run(["report", files.path(parts[0])]) == 2)
    #expect(report.error.contains("the folder holds a shard of a run"))
    let missing = try refused([parts[1]])
    #expect(missing.contains("missing of 3 shards: 1, 3"))
    #expect(missing.contains("--draws=3 --replicates=1 --shard 1/3 --output FOLDER' and so on"))
    #expect(try refused([parts[0], parts[2], parts[0]]).contains("are both shard 1 of 3"))
    _ = run(["--draws=3", "--replicates=1", "--shard=1/2"], to: "half")
    #expect(
      try refused(["half", parts[1]]).contains("'half' is one of 2 shards, 'part2' one of 3"))
    _ = run(["--draws=3", "--replicates=1", "--seed=2", "--shard=3/3"], to: "seed")
    #expect(
      try refused([parts[0], parts[1], "seed"]).contains(
        "the seed is '1' in one and '2' in the other"))
    _ = run(["--draws=3", "--replicates=1", "--choose=falls=rare", "--shard=3/3"], to: "choice")
    #expect(
      try refused([parts[0], parts[1], "choice"])
        .contains("the choice of options is 'falls=frequent' in one and 'falls=rare' in the other"))
    _ = run(["--draws=1", "--replicates=1"], to: "whole")
    #expect(try refused(["whole", parts[0]]).contains("'whole' is not a shard of a run"))
    #expect(try refused(["nowhere"]).contains("'nowhere' has no manifest.json"))
    let place = try files.read("place.json")
    try files.write(place + "\n", to: "place.json")
    #expect(try refused(parts).contains("place.json' is no longer as it was"))
    _ = run(["--draws=3", "--replicates=1", "--shard=3/3"], to: "other")
    #expect(try refused([parts[0], parts[1], "other"]).contains("place.json' was not the same"))
    try files.write(place, to: "place.json")
    #expect(merge(parts).status == 0)
  }

  @Test("A shard cut short, changed, or of another version is refused")
  func broken() throws {
    defer { files.remove() }
    let parts = shards(["--draws=3", "--replicates=1"])
    let draw = "part2/world-1/draw-2"
    let whole = try #require(FileManager.default.contents(atPath: files.path(draw)))
    var changed = whole
    changed[changed.count - 1] ^= 1
    for wrong in [whole.prefix(whole.count / 2), changed, Data()] {
      try wrong.write(to: files.folder.appendingPathComponent(draw))
      #expect(try refused(parts).contains("'\(draw)' is not as the run left it"))
    }
    try FileManager.default.removeItem(atPath: files.path(draw))
    #expect(try refused(parts).contains("'\(draw)' is missing"))
    try whole.write(to: files.folder.appendingPathComponent(draw))
    let manifest = try files.read("part2/manifest.json")
    try files.write(String(manifest.prefix(200)), to: "part2/manifest.json")
    #expect(try refused(parts).contains("'part2/manifest.json' is not what"))
    try files.write(
      manifest.replacingOccurrences(
        of: #""version": "\#(Version.current)""#, with: #""version": "0.0.1""#),
      to: "part2/manifest.json")
    #expect(try refused(parts).contains("'part2' was made by version 0.0.1"))
  }

  @Test(
    "A shard that makes no sense is refused",
    arguments: [
      (["--shard=0/3"], "must be a number and how many"),
      (["--shard=4/3"], "must be a number and how many"),
      (["--shard=2"], "must be a number and how many"),
      (["--shard=1/3", "--draws=2"], "2 draws cannot be split into 3 shards"),
      (["--shard=1/3", "--draws=0", "--replicates=2"], "2 replicates cannot be split"),
      (["--shard=1/3", "--until-mcse=5%"], "a shard cannot tell when to stop"),
    ])
  func options(words: [String], message: String) throws {
    defer { files.remove() }
    let console = RecordedConsole()
    #expect(console.run(["run", files.path("classes.json")] + words) == 2)
    #expect(console.error.contains(message), "\(console.error)")
  }

  @Test("Merging is quiet if asked, and writes where the run would have")
  func quiet() throws {
    defer { files.remove() }
    let part = shards(["--draws=3", "--replicates=1"]).map(files.path)
    for option in ["--quiet", "-q"] {
      let console = RecordedConsole()
      #expect(console.run(["merge"] + part + [option, "-o", files.path("here")]) == 0)
      #expect(console.error.isEmpty)
    }
    #expect(merge(["part1", "part2", "part3"]).console.error.contains("Results are in"))
    #expect(RecordedConsole().run(["merge"]) == 2)
  }
}
