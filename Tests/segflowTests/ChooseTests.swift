import Foundation
import Testing

@testable import segflow

/// Runs under several options of a place's choices.
@Suite("Choosing")
struct ChooseTests {
  private let files: SmallFiles

  init() throws { files = try SmallFiles() }

  private func run(_ words: String...) throws -> RunOutputs {
    try RunOutputs(
      ["run", files.path("classes.json"), "--draws=2", "--threads=1"] + words,
      in: files.folder.path)
  }

  private func rows(_ outputs: RunOutputs, _ name: String) throws -> [String] {
    try #require(outputs.texts[name]).split(separator: "\n").map(String.init)
  }

  @Test("Worlds run together give the rows that each gives alone")
  func together() throws {
    defer { files.remove() }
    let both = try run("--choose=falls=frequent,rare")
    let (frequent, rare) = (try run(), try run("--choose=falls=rare"))
    try #require(both.status == 0 && frequent.status == 0 && rare.status == 0, "\(both.errors)")
    for name in both.texts.keys where name.hasSuffix(".csv") {
      #expect(try rows(both, name) == rows(frequent, name) + rows(rare, name).dropFirst())
    }
    #expect(try rows(both, "outcomes.csv").contains { $0.hasPrefix("classes,falls=rare,2022/23,") })
    #expect(try rows(both, "inputs.csv").last?.hasPrefix("falls=rare,") == true)
    let tables = try #require(both.texts["table"])
    #expect(tables.hasPrefix("Falls: frequent\nSmallton:"))
    #expect(tables.contains("\n\nFalls: rare\nSmallton:"))
    #expect(try #require(rare.texts["table"]).hasPrefix("Falls: rare\nSmallton:"))
    let usual = try #require(frequent.texts["table"])
    #expect(usual.hasPrefix("Smallton:"))
    #expect([usual, tables].map { $0.contains("One choice is at the default") } == [true, false])
    #expect(
      try worlds(both, "summary.json").map { $0["choices"] as? [String: String] } == [
        ["falls": "frequent"], ["falls": "rare"],
      ])
    #expect(
      try worlds(both, "manifest.json").map { $0["scenarios"] as? [String] } == [
        ["classes"], ["classes"],
      ])
  }

  @Test("A world gives what the place gives with its numbers written directly")
  func direct() throws {
    defer { files.remove() }
    let rare = try run("--choose=falls=rare")
    let choice = #"{ "byChoice": { "falls": { "frequent": 0.1, "rare": 0.02 } } }"#
    let place = try files.read("place.json")
    try #require(place.contains(choice))
    try files.write(place.replacingOccurrences(of: choice, with: "0.02"), to: "place.json")
    let written = try run()
    try #require(rare.status == 0 && written.status == 0, "\(written.errors)")
    for name in ["outcomes.csv", "costs.csv", "segments.csv", "flows.csv", "reach.csv"] {
      let named = try rows(rare, name).map {
        $0.replacingOccurrences(of: "falls=rare", with: "default")
      }
      #expect(try rows(written, name) == named)
    }
  }

  @Test("Unknown names are refused, and nothing is written")
  func refusals() throws {
    defer { files.remove() }
    let outputs = try run("--choose=fals=rare", "--choose=falls=none")
    #expect(outputs.status == 2)
    #expect(
      outputs.errors == """
        --choose fals=rare: error: unknown choice 'fals'
          help: did you mean 'falls'?
        --choose falls=none: error: unknown option 'none' of 'falls'
          help: the options of 'falls' are 'frequent', 'rare'
        2 errors in 2 files; nothing was written

        """)
  }

  @Test("More worlds than can be run are refused")
  func many() throws {
    defer { files.remove() }
    let place = try files.read("place.json")
    let start = #""choices": ["#
    func write(_ count: Int) throws {
      let more = (1...count).map {
        "{ \"id\": \"c\($0)\", \"options\": [ { \"id\": \"a\" }, { \"id\": \"b\" } ] },"
      }
      try files.write(
        place.replacingOccurrences(of: start, with: start + more.joined()), to: "place.json")
    }
    func check(_ count: Int) throws -> (Int32, String) {
      try write(count)
      let console = RecordedConsole()
      let words = ["check", files.path("classes.json")]
      return (console.run(words + (1...count).map { "--choose=c\($0)=a,b" }), console.error)
    }
    #expect(try check(8).0 == 0)
    let path = files.path("place.json")
    #expect(
      try check(9).1.hasPrefix(
        "\(path): error: the options chosen make 512 worlds, at most 256 are run\n"))
    #expect(try check(70).1.contains("make more than 1000000000 worlds"))
  }

  private func worlds(_ outputs: RunOutputs, _ name: String) throws -> [[String: Any]] {
    let text = try #require(outputs.texts[name])
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require(json?["worlds"] as? [[String: Any]])
  }
}
