import Foundation
import Testing

/// The built program, as a user starts it.
@Suite("Executable")
struct ExecutableTests {
  @Test(
    "It writes under results/ by itself, table out, where and how long to the side",
    .enabled(if: Program.url != nil))
  func run() throws {
    let files = try SmallFiles()
    defer { files.remove() }
    let (process, out, error) = try Program.start(
      ["run", "classes.json", "--draws=2"], in: files.folder)
    let (table, aside) = (Program.text(out), Program.text(error))
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(table.hasPrefix("Smallton: "))
    let made = try #require(try files.names("results").first)
    #expect(made.hasPrefix("smallton-classes-"))
    #expect(aside.hasPrefix("\nResults are in results/\(made) ("))
  }

  @Test("A mistake ends it with status 2", .enabled(if: Program.url != nil))
  func mistake() throws {
    let files = try SmallFiles()
    defer { files.remove() }
    let (process, out, error) = try Program.start(["run"], in: files.folder)
    #expect(Program.text(out).isEmpty)
    #expect(Program.text(error).hasPrefix("segflow: error: 'run' needs at least one file\n"))
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
  }

  @Test(
    "Where the benchmark problem is not, a benchmark asks for files",
    .enabled(if: Program.url != nil))
  func noBenchmarkProblem() throws {
    let files = try SmallFiles()
    defer { files.remove() }
    let (process, out, error) = try Program.start(["benchmark"], in: files.folder)
    #expect(Program.text(out).isEmpty)
    #expect(
      Program.text(error)
        == "segflow: error: there is no scenarios/benchmark.json here\n"
        + "  help: name scenario files, or start it at the top of the repository\n")
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
  }

  @Test(
    "Ctrl-C ends it with status 130 and leaves nothing behind, and older results as they were",
    .enabled(if: Program.url != nil))
  func interruption() throws {
    let files = try SmallFiles()
    defer { files.remove() }
    let (older, out, _) = try Program.start(
      ["run", "classes.json", "--draws=1", "--quiet", "--output=out"], in: files.folder)
    _ = Program.text(out)
    older.waitUntilExit()
    let (before, manifest) = (try files.names(), try files.read("out/manifest.json"))
    let (process, _, error) = try Program.start(
      ["run", "classes.json", "--draws=100000", "--output=out"], in: files.folder)
    let deadline = Date().addingTimeInterval(60)
    while try files.names() == before, Date() < deadline { usleep(10_000) }
    process.interrupt()
    #expect(Program.text(error).contains("interrupted; nothing was written"))
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try files.names() == before)
    #expect(try files.read("out/manifest.json") == manifest)
  }

  @Test(
    "A benchmark that is interrupted leaves nothing behind, nor the run that it measures",
    .enabled(if: Program.url != nil))
  func interruptedBenchmark() throws {
    let files = try SmallFiles(residents: 300_000)
    defer { files.remove() }
    let scratch = files.folder.appendingPathComponent("scratch")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let (process, out, _) = try Program.start(
      ["benchmark", "classes.json", "--repeats=1000", "--quick"], in: files.folder, scratch: scratch
    )
    let deadline = Date().addingTimeInterval(60)
    while try files.names("scratch").isEmpty, Date() < deadline { usleep(10_000) }
    try #require(try !files.names("scratch").isEmpty)
    let measured = try #require(
      try Program.running().first { $0.parent == process.processIdentifier })
    process.interrupt()
    _ = Program.text(out)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try files.names("scratch") == [])
    func isMeasured() throws -> Bool {
      try Program.running().contains { $0.id == measured.id }
    }
    // It takes longer than that by itself.
    let soon = Date().addingTimeInterval(1)
    while try isMeasured(), Date() < soon { usleep(10_000) }
    #expect(try !isMeasured())
  }

  @Test(
    "The end of the terminal ends it as Ctrl-C does, unless it was told not to hear of it",
    .enabled(if: Program.url != nil))
  func hangUp() throws {
    let files = try SmallFiles()
    defer { files.remove() }
    let before = try files.names()
    let (process, _, _) = try Program.start(
      ["run", "classes.json", "--draws=100000", "--output=out"], in: files.folder)
    let deadline = Date().addingTimeInterval(60)
    while try files.names() == before, Date() < deadline { usleep(10_000) }
    kill(process.processIdentifier, SIGHUP)
    while process.isRunning, Date() < deadline { usleep(10_000) }
    // What was not heard is no reason to wait for ever.
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationStatus == 128 + SIGHUP)
    #expect(try files.names() == before)
    let nohup = try Program.start(
      ["run", "leaflets.json", "--draws=0", "--replicates=2000", "--output=out"],
      in: files.folder, underNohup: true)
    while try files.names() == before, Date() < deadline { usleep(1_000) }
    kill(nohup.0.processIdentifier, SIGHUP)
    _ = Program.text(nohup.1)
    nohup.0.waitUntilExit()
    #expect(nohup.0.terminationStatus == 0)
    #expect(try files.names("out").contains("manifest.json"))
  }

  @Test(
    "Where nobody reads what it says it ends and leaves nothing",
    .enabled(if: Program.url != nil))
  func brokenPipe() throws {
    let files = try SmallFiles()
    defer { files.remove() }
    let before = try files.names()
    let (process, out, error) = (Process(), Pipe(), Pipe())
    process.executableURL = Program.url
    // It says at once that nothing is uncertain.
    process.arguments = ["run", "leaflets.json", "--draws=100000", "--output=out"]
    process.currentDirectoryURL = files.folder
    process.standardOutput = out
    process.standardError = error
    try error.fileHandleForReading.close()
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 128 + SIGPIPE)
    #expect(try files.names() == before)
  }

  @Test(
    "Whenever an interruption falls, the folder of results is whole, and nothing else is there",
    .enabled(if: Program.url != nil))
  func interruptionAnyTime() throws {
    let files = try SmallFiles()
    defer { files.remove() }
    let words = ["run", "classes.json", "--draws=1", "--quiet", "--output=out"]
    func run(interruptedAfter seconds: Double?) throws {
      let (process, out, _) = try Program.start(words, in: files.folder)
      if let seconds {
        usleep(UInt32(seconds * 1e6))
        process.interrupt()
      }
      _ = Program.text(out)
      process.waitUntilExit()
    }
    let started = Date()
    try run(interruptedAfter: nil)
    let whole = Date().timeIntervalSince(started)
    let (before, results) = (try files.names(), try files.names("out"))
    for part in 1...20 {
      try run(interruptedAfter: whole * Double(part) / 20)
      try #require(try files.names() == before)
      try #require(try files.names("out") == results)
    }
  }
}
