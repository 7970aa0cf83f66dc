import Foundation
import Testing

/// Runs that are interrupted and go on: the results are those of a run that was not, byte for byte.
@Suite("Resume", .enabled(if: Program.url != nil))
struct ResumeTests {
  private let place: ResumedFiles
  private var files: SmallFiles { place.files }

  init() throws { place = try ResumedFiles() }

  /// Starts a run and ends it with a signal when a file is kept; gives whether there was still time to.
  private func interrupts(_ words: [String], when file: String, with signal: Int32) throws -> Bool {
    let (process, out, error) = try Program.start(
      words + ["--resume", "--threads=2"], in: files.folder)
    let deadline = Date().addingTimeInterval(120)
    while !FileManager.default.fileExists(atPath: place.kept(file)), process.isRunning,
      Date() < deadline
    {
      usleep(1_000)
    }
    kill(process.processIdentifier, signal)
    _ = Program.text(out)
    let told = Program.text(error)
    process.waitUntilExit()
    guard !FileManager.default.fileExists(atPath: files.path("out")) else { return false }
    let status = process.terminationStatus
    #expect(status == (signal == SIGKILL ? SIGKILL : 128 + signal), "\(told)")
    if signal != SIGKILL {
      #expect(
        told.hasSuffix(
          "interrupted; the same command goes on with the draws in '\(place.kept())'\n"))
    }
    return true
  }

  /// How a run is ended, its words (# is how many draws), and the file that must be there before.
  @Test(
    "A run that is interrupted goes on where it was",
    arguments: [
      (SIGINT, ["--draws=#", "--per-person"], "world-1/draw-2"),
      (SIGTERM, ["--draws=#", "--choose=falls=frequent,rare"], "world-2/draw-2"),
      (SIGHUP, ["--draws=0", "--replicates=#"], "world-1/replicate-1"),
      (SIGKILL, ["--draws=#", "--replicates=1"], "world-1/draw-5"),
      (SIGKILL, ["--draws=#", "--shard=2/2"], "world-1/draw-@"),
    ])
  func interrupted(signal: Int32, words: [String], file: String) throws {
    defer { files.remove() }
    let before = try place.names()
    var (words, count, isInterrupted) = (words, 20, false)
    let template = words
    // A run that was through before is tried again, twice as long.
    while !isInterrupted, count < 2_000 {
      try? FileManager.default.removeItem(atPath: files.path("out"))
      try? FileManager.default.removeItem(atPath: place.kept())
      count *= 2
      words =
        ["run", "classes.json", "-o", "out"]
        + template.map { $0.replacingOccurrences(of: "#", with: "\(count)") }
      let file = file.replacingOccurrences(of: "@", with: "\(count / 2 + 2)")
      isInterrupted = try interrupts(words, when: file, with: signal)
    }
    try #require(isInterrupted)
    #expect(try place.names() == (before + ["out.unfinished"]).sorted())
    // Without the option nothing is taken and nothing removed.
    let (kept, plain) = (
      try place.contents("out.unfinished"), try Program.run(words, in: files.folder)
    )
    #expect(plain.status == 0)
    #expect(!plain.error.contains("taken"))
    #expect(try place.contents("out.unfinished") == kept)
    let whole = try place.takeResults()
    let (status, error) = try Program.run(words + ["--resume"], in: files.folder)
    #expect(status == 0, "\(error)")
    #expect(error.contains(" taken from '\(place.kept())'\n"))
    #expect(try !place.names().contains("out.unfinished"))
    if !words.contains("--shard=2/2") {
      #expect(try Program.run(["report", "--verify", "out"], in: files.folder).status == 0)
      #expect(try Program.run(["reproduce", "out"], in: files.folder).status == 0)
    }
    try place.expectResults(whole)
  }
}
