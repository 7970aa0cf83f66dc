import Foundation
import SegmentReport
import Testing

@testable import segflow

/// Draws that an interrupted run kept: whole ones of the same run are taken, and nothing else.
@Suite("Kept draws")
struct KeptDrawsTests {
  private let place: ResumedFiles
  private var files: SmallFiles { place.files }

  init() throws { place = try ResumedFiles() }

  /// The words of a run, the files that were lost, and how many are then taken.
  @Test(
    "Whatever is there is taken, and the rest is done",
    arguments: [
      (["--draws=5"], ["world-1/draw-4", "world-1/draw-5"], "3 draws are taken"),
      (["--draws=5", "--replicate=3"], ["world-1/draw-1", "world-1/draw-3"], "3 draws are taken"),
      (["--draws=5"], [], "5 draws are taken"),
      (["--draws=1"], [], "1 draw is taken"),
      (["--draws=2"], ["world-1"], ""),
      (["--draws=0", "--replicates=3"], ["world-1/replicate-1"], "2 replicates are taken"),
      (["--draws=2", "--choose=falls=frequent,rare"], ["world-2"], "2 draws are taken"),
      (["--draws=200", "--until-mcse=50%"], ["world-1/draw-3"], "draws are taken"),
      (["--draws=4", "--shard=2/2", "--per-person"], ["world-1/draw-3"], "1 draw is taken"),
    ])
  func taken(words: [String], lost: [String], told: String) throws {
    defer { files.remove() }
    let whole = try place.keep(words)
    for name in lost { try FileManager.default.removeItem(atPath: place.kept(name)) }
    let (status, console) = place.run(words + ["--resume"])
    #expect(status == 0, "\(console.error)")
    #expect(console.error.contains(told.isEmpty ? "Results are in" : told))
    #expect(console.error.contains("taken") == !told.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: place.kept()))
    try place.expectResults(whole)
    #expect(place.run(words).status == 0)
    try place.expectResults(whole)
  }

  @Test("A draw that was cut short or changed is done again")
  func damaged() throws {
    defer { files.remove() }
    let words = ["--draws=3", "--resume"]
    let whole = try place.keep(["--draws=3"])
    let all = files.path("all")
    try FileManager.default.moveItem(atPath: place.kept(), toPath: all)
    let data = try #require(FileManager.default.contents(atPath: "\(all)/world-1/draw-2"))
    var changed = data
    changed[data.count / 2] ^= 1
    let zeros = data.prefix(data.count / 2) + Data(count: data.count - data.count / 2)
    let digest = data.prefix { $0 != UInt8(ascii: "\n") }
    for wrong in [
      Data(), digest, data.prefix(data.count / 2), data.dropLast(), data + data, changed, zeros,
    ] {
      try FileManager.default.copyItem(atPath: all, toPath: place.kept())
      try wrong.write(to: URL(fileURLWithPath: place.kept("world-1/draw-2")))
      let (status, console) = place.run(words)
      #expect(status == 0, "\(console.error)")
      #expect(console.error.hasPrefix("2 draws are taken from '\(place.kept())'\n"))
      try place.expectResults(whole)
    }
  }

  @Test("What is taken is not run again, and must be of the draw that it stands for")
  func believed() throws {
    defer { files.remove() }
    _ = try place.keep(["--draws=3"])
    let file = URL(fileURLWithPath: place.kept("world-1/draw-2"))
    var draw = try Data(contentsOf: file)
    let header = draw.prefix { $0 != UInt8(ascii: "\n") }.count + 1
    draw = draw.dropFirst(header)
    let first = try #require(draw.firstIndex(of: UInt8(ascii: "\n"))) + 1
    // The first number is the first parameter.
    withUnsafeBytes(of: 0.123456.bitPattern.littleEndian) {
      draw.replaceSubrange(first..<first + 8, with: $0)
    }
    try (Data((SHA256.hexDigest(Array(draw)) + "\n").utf8) + draw).write(to: file)
    #expect(place.run(["--draws=3", "--resume", "-q"]).console.error.isEmpty)
    #expect(try files.read("out/parameters.csv").contains(",0.123456"))
    _ = try place.keep(["--draws=3"])
    try FileManager.default.removeItem(at: file)
    try FileManager.default.copyItem(atPath: place.kept("world-1/draw-3"), toPath: file.path)
    #expect(try refused(["--draws=3"]).contains("draw-2' was not written by this build"))
  }

  /// Resumes and gives what was refused; nothing may be written or lost.
  private func refused(_ words: [String]) throws -> String {
    let before = try place.contents("out.unfinished")
    let (status, console) = place.run(words + ["--resume"])
    #expect(status == 2)
    #expect(console.out.isEmpty)
    #expect(try files.names().filter { $0.contains("out") } == ["out.unfinished"])
    #expect(try place.contents("out.unfinished") == before)
    return console.error
  }

  @Test("Draws of another run are refused, with what differs and what to do")
  func otherRuns() throws {
    defer { files.remove() }
    _ = try place.keep(["--draws=2"])
    let trials: [([String], String)] = [
      (["--draws=2", "--seed=2"], "the seed is '1' there and '2' now"),
      (["--draws=3"], "the number of draws is '2' there and '3' now"),
      (["--draws=0"], "the number of draws is '2' there and '0' now"),
      (
        ["--draws=2", "--until-mcse=5%"], "the error to go on until is 'none' there and '0.05' now"
      ),
      (["--draws=2", "--replicates=3"], "the number of replicates is '2' there and '3' now"),
      (["--draws=2", "--step=month"], "the step is 'quarter' there and 'month' now"),
      (["--draws=2", "--level=95"], "the level is '0.8' there and '0.95' now"),
      (["--draws=2", "--per-person"], "the use of --per-person is 'false' there and 'true' now"),
      (
        ["--draws=2", "--baseline", files.path("leaflets.json")],
        "the baseline is 'baseline' there and 'leaflets' now"
      ),
      (
        ["--draws=2", files.path("leaflets.json")],
        "the list of scenarios is 'classes' there and 'classes, leaflets' now"
      ),
      (
        ["--draws=2", "--choose=falls=frequent,rare"],
        "the choice of options is 'falls=frequent' there and 'falls=frequent, falls=rare' now"
      ),
      (["--draws=2", "--shard=1/2"], "the shard is 'the whole run' there and '1/2' now"),
      (["--draws=2", "--run-by=Ann"], "the name of who ran it is '' there and 'Ann' now"),
    ]
    for (words, difference) in trials {
      #expect(
        try refused(words) == "segflow: error: '\(place.kept())' holds draws of another run: "
          + "\(difference)\n  help: give the command that was interrupted, or remove "
          + "'\(place.kept())' to start anew\n")
    }
    let text = try files.read("classes.json")
    try files.write(text + "\n", to: "classes.json")
    #expect(
      try refused(["--draws=2"]).contains("another run: '\(files.path("classes.json"))' was not"))
    try files.write(text, to: "classes.json")
    let manifest = try files.read("out.unfinished/unfinished.json")
    try files.write(
      manifest.replacingOccurrences(
        of: #""version": "\#(Version.current)""#, with: #""version": "0.0.1""#),
      to: "out.unfinished/unfinished.json")
    #expect(try refused(["--draws=2"]).contains("the version is '0.0.1' there and"))
    try files.write(manifest, to: "out.unfinished/unfinished.json")
    #expect(place.run(["--draws=2", "--resume"]).status == 0)
    _ = try place.takeResults()
    _ = try place.keep(["--draws=0"])
    #expect(
      try refused(["--draws=0", "--residents=400"])
        .contains("number of residents is 'the place's own' there and '400' now"))
  }

  @Test("What is no folder of kept draws is not touched, and none is a result")
  func inTheWay() throws {
    defer { files.remove() }
    _ = try place.keep(["--draws=2"])
    for verb in ["report", "reproduce", "merge"] {
      let console = RecordedConsole()
      #expect(console.run([verb, place.kept()]) == 2)
      #expect(console.error.contains("has no manifest.json"))
    }
    try files.write("mine", to: "out.unfinished/world-1/notes.txt")
    #expect(
      try refused(["--draws=2"]).contains("also holds 'world-1/notes.txt', which segflow did not"))
    let manifest = try files.read("out.unfinished/unfinished.json")
    try files.write(String(manifest.prefix(100)), to: "out.unfinished/unfinished.json")
    #expect(
      try refused(["--draws=2"]).contains("unfinished.json' is not what 'segflow run --resume'"))
    try FileManager.default.removeItem(atPath: place.kept("unfinished.json"))
    #expect(try refused(["--draws=2"]).contains("is not empty and was not left by 'run --resume'"))
    try FileManager.default.removeItem(atPath: place.kept("world-1"))
    try files.write(String(manifest.prefix(100)), to: "out.unfinished/unfinished.json.partial")
    #expect(place.run(["--draws=2", "--resume"]).status == 0)
    #expect(!FileManager.default.fileExists(atPath: place.kept()))
    try files.write("mine", to: "out.unfinished")
    #expect(
      place.run(["--draws=2", "--resume"]).console.error.contains("is no folder that can be read"))
    #expect(try files.read("out.unfinished") == "mine")
  }
}
