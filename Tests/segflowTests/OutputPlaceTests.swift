import Foundation
import SegmentReport
import Testing

@testable import segflow

/// Folders of results that are not simply named: worked in, linked or protected.
@Suite("Places of output", .enabled(if: Program.url != nil))
struct OutputPlaceTests {
  private let files: SmallFiles
  private let words: [String]

  init() throws {
    files = try SmallFiles()
    words = ["run", files.path("classes.json"), "--draws=0", "--replicates=2", "-q", "-o"]
    try #require(try Program.run(words + ["out"], in: files.folder).status == 0)
  }

  private var out: URL { files.folder.appendingPathComponent("out") }

  private func number(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: files.path(name))[.systemFileNumber] as? Int
  }

  @Test("The folder that one works in is filled anew and stays the same folder")
  func workedIn() throws {
    defer { files.remove() }
    let (names, inner, folder) = (try files.names(), try files.names("out"), try number("out"))
    let page = try files.read("out/report.html")
    for words in [words + ["."], ["report", "."], words + ["../out/charts/.."]] {
      let (status, error) = try Program.run(words, in: out)
      #expect(status == 0, "\(error)")
      #expect(try files.names() == names)
      #expect(try files.names("out") == inner)
      #expect(try files.read("out/report.html") == page)
      #expect(try number("out") == folder)
    }
    #expect(try Program.run(["report", "--verify", "."], in: out).status == 0)
  }

  @Test("A link is followed, and one that leads nowhere is refused")
  func links() throws {
    defer { files.remove() }
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: files.path("link"), withDestinationPath: "out")
    try manager.createSymbolicLink(atPath: files.path("lost"), withDestinationPath: "gone")
    let before = try files.names()
    for _ in 1...2 {
      #expect(try Program.run(words + ["link"], in: files.folder).status == 0)
      #expect(try manager.destinationOfSymbolicLink(atPath: files.path("link")) == "out")
      #expect(try files.names() == before)
    }
    let (status, error) = try Program.run(words + ["lost"], in: files.folder)
    #expect(status == 2)
    #expect(error == "segflow: error: 'lost' is a link to a folder that is not there\n")
    #expect(try files.names() == before)
  }

  @Test(
    "A protected folder is refused before anything is simulated", .enabled(if: geteuid() != 0))
  func protected() throws {
    defer { files.remove() }
    let before = try files.names()
    for mode in [0o555, 0o755] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: out.path)
      let (status, error) = try Program.run(words + ["out"], in: files.folder)
      #expect(status == (mode == 0o555 ? 2 : 0))
      #expect(error.contains("is write-protected") == (mode == 0o555))
      #expect(try files.names() == before)
    }
  }
  @Test(
    "No table is made for a protected folder that it was to be added to",
    .enabled(if: geteuid() != 0))
  func protectedInto() throws {
    defer { files.remove() }
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: out.path)
    let before = try files.names()
    let arguments = try Arguments(
      [files.path("classes.json"), "--draws=0"], options: Verb.run.options)
    let run = try PreparedRun(RunOptions(arguments, verb: .run), commandLine: [])
    let table = AddedTable("reconciliation.csv", .place, records: run.worlds.map(\.record))
    var isMade = false
    let error = #expect(throws: ResultsFolderError.self) {
      try Destination.add(table, to: out.path, console: RecordedConsole().console) {
        () -> (made: Void, csv: CSVTable) in
        isMade = true
        return ((), CSVTable(header: ["id"], choices: "default"))
      }
    }
    #expect("\(error!)".contains("is write-protected"))
    #expect(!isMade)
    #expect(try files.names() == before)
  }
}
