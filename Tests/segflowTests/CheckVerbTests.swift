import Foundation
import Testing

@testable import segflow

@Suite("Checking files")
struct CheckVerbTests {
  private let files: SmallFiles

  init() throws { files = try SmallFiles() }

  @Test("Check says what is in the files and writes nothing")
  func check() throws {
    defer { files.remove() }
    let console = RecordedConsole()
    #expect(console.run(["check", files.path("classes.json"), files.path("leaflets.json")]) == 0)
    #expect(
      console.out.hasPrefix(
        files.path("classes.json")
          + ": no mistakes found\n" + files.path("leaflets.json")
          + ": no mistakes found\n  choices:\n    falls=frequent (Falls: frequent)\n  Smallton: ")
    )
    #expect(console.out.contains("    classes: classes\n    leaflets: leaflets\n"))
    #expect(!console.out.contains("with a range"))
    let quiet = RecordedConsole()
    #expect(quiet.run(["check", files.path("classes.json"), "-q"]) == 0)
    #expect(quiet.out.isEmpty)
    #expect(try files.names() == ["classes.json", "leaflets.json", "place.json"])
  }

  @Test("Check says of how many numbers a range is listed and not drawn")
  func undrawn() throws {
    defer { files.remove() }
    let place = try files.read("place.json")
    let number = #""range95""#
    try #require(!place.contains(number))
    try files.write(
      place.replacingOccurrences(
        of: "{ \"shares\": { \"ill\": 0.1 } }",
        with: "{ \"shares\": { \"ill\": { \"value\": 0.1, \"range95\": [0.05, 0.2] } } }"),
      to: "place.json")
    let console = RecordedConsole()
    #expect(console.run(["check", files.path("classes.json")]) == 0)
    #expect(
      console.out.contains("; 1 with a range but no \"distribution\", so that draws leave them"))
  }

  @Test("Numbers that nobody has solved for their targets are told, by a run of draws as well")
  func unsolved() throws {
    defer { files.remove() }
    // 3,000 residents with a rate of 0.1 a year.
    for (falls, isFar) in [(145, true), (155, false), (590, false), (610, true)] {
      let small = try SmallTargets(falls: falls)
      defer { small.files.remove() }
      let output = "--output=\(small.files.path("out"))"
      for words in [["check"], ["run", "--draws=2", "--replicates=1", output]] {
        let console = RecordedConsole()
        #expect(console.run(words + [small.path, "-q"]) == 0, "\(console.error)")
        let warning =
          "warning: the numbers that are solved for calibration targets are far from giving one of them: "
          + "about 300 for the \(falls) of 'falls'; 'segflow calibrate' solves them\n"
        #expect(console.error.contains("far from") == isFar)
        #expect(console.error.contains(warning) == isFar, "\(console.error)")
      }
    }
  }

  @Test("Check names what can never be, and only that")
  func deadPieces() throws {
    defer { files.remove() }
    func lines() throws -> [Substring] {
      let console = RecordedConsole()
      #expect(console.run(["check", files.path("classes.json")]) == 0, "\(console.error)")
      return console.out.split(separator: "\n").filter { $0.contains("with these files") }
    }
    #expect(try lines() == [])
    try files.write(
      try files.read("place.json").replacingOccurrences(
        of: #"{ "id": "ill","#, with: #"{ "id": "cured" }, { "id": "ill","#),
      to: "place.json")
    #expect(try lines() == ["  nobody can ever be in, with these files: illness/cured"])
  }

  @Test("A mistake in the claims of a place is found with a scenario, too")
  func claims() throws {
    defer { files.remove() }
    try files.write(
      try files.read("place.json").replacingOccurrences(
        of: #""years": 2,"#, with: #""years": 2, "claims": "claims.json","#), to: "place.json")
    try files.write(#"{ "segflow": "claims/1", "claims": [] }"#, to: "claims.json")
    for name in ["place.json", "classes.json"] {
      let console = RecordedConsole()
      #expect(console.run(["check", files.path(name)]) == 2)
      #expect(console.error.contains("/claims.json:1:36: error: claims: the list is empty"))
    }
  }

  @Test("Places among scenarios are checked as what they are")
  func places() throws {
    defer { files.remove() }
    try files.write(
      try files.read("place.json").replacingOccurrences(of: "smallton", with: "bigton")
        .replacingOccurrences(of: "Smallton", with: "Bigton"), to: "other.json")
    func check(_ names: [String]) -> RecordedConsole {
      let console = RecordedConsole()
      #expect(console.run(["check"] + names.map(files.path)) == 0, "\(console.error)")
      for name in names {
        #expect(console.out.contains("\(files.path(name)): no mistakes found\n"))
      }
      return console
    }
    let own = check(["classes.json", "place.json"]).out
    #expect(own.ranges(of: "  Smallton: ").count == 1)
    for names in [["place.json", "other.json"], ["other.json", "classes.json", "place.json"]] {
      let both = check(names).out
      #expect(
        both.ranges(of: "  Smallton: ").count == 1 && both.ranges(of: "  Bigton: ").count == 1)
    }
    try files.write(
      try files.read("other.json").replacingOccurrences(of: "\"years\": 2", with: "\"years\": 0"),
      to: "other.json")
    let console = RecordedConsole()
    #expect(console.run(["check", files.path("classes.json"), files.path("other.json")]) == 2)
    #expect(console.error.contains("/other.json:"))
    #expect(console.out.contains("/classes.json: no mistakes found\n"))
  }

  @Test("A scenario that goes on with what the baseline has for longer does not do without it")
  func longerThanBaseline() throws {
    defer { files.remove() }
    let (place, leaflets) = try (files.read("place.json"), files.read("leaflets.json"))
    try files.write(
      place.replacingOccurrences(
        of: "\"payers\"", with: "\"baseline\": \"leaflets.json\", \"payers\""),
      to: "place.json")
    func end(_ id: String, _ month: String?) throws {
      try files.write(
        leaflets.replacingOccurrences(
          of: #"scenario/1", "id": "leaflets""#, with: #"scenario/1", "id": "\#(id)""#
        )
        .replacingOccurrences(
          of: "\"reach\"", with: (month.map { "\"ends\": \"\($0)\", " } ?? "") + "\"reach\""),
        to: "\(id).json")
    }
    // The place is simulated until 2024-04.
    for (base, own, isWarned) in [
      ("2023-04", "2023-10", false), ("2023-04", nil, false), ("2023-04", "2023-04", false),
      ("2023-04", "2023-01", true), (nil, "2023-04", true), (nil, nil, false),
      (nil, "2024-04", false), ("2025-04", "2024-10", false),
    ] as [(String?, String?, Bool)] {
      try end("leaflets", base)
      try end("more", own)
      let check = RecordedConsole()
      #expect(check.run(["check", files.path("more.json")]) == 0)
      let warning =
        "the scenario 'more' does without 'leaflets' of the baseline, or ends it earlier"
      #expect(check.error.contains(warning) == isWarned, "\(base ?? "-") \(own ?? "-")")
    }
  }

  @Test("Mistakes of one file are told although the others cannot be run, which is told after them")
  func mistakesBesideRefusal() throws {
    defer { files.remove() }
    var place = try files.read("place.json")
    for rate in [#""ratePerYear": 0.03"#, #""ratePerYear": 0.01"#] {
      place = place.replacingOccurrences(
        of: rate, with: rate.replacingOccurrences(of: "ratePerYear", with: "probabilityPerQuarter"))
    }
    try files.write(place, to: "place.json")
    try files.write(
      try files.read("leaflets.json").replacingOccurrences(of: "0.4", with: "1.4"), to: "bad.json")
    let words = ["check", files.path("bad.json"), files.path("classes.json")]
    let (fitting, console) = (RecordedConsole(), RecordedConsole())
    #expect(fitting.run(words) == 2)
    #expect(fitting.out.hasPrefix(files.path("classes.json") + ": no mistakes found\n"))
    #expect(console.run(words + ["--step=month"]) == 2)
    #expect(console.error.hasPrefix(fitting.error))
    let rest = console.error.dropFirst(fitting.error.count)
    #expect(rest.hasPrefix("segflow: error: ") && rest.contains("--step quarter"), "\(rest)")
    #expect(console.out.isEmpty)
  }

  @Test("Check refuses together what cannot be run together, as a run does")
  func checkTogether() throws {
    defer { files.remove() }
    try files.write(
      try files.read("leaflets.json").replacingOccurrences(
        of: "\"id\": \"leaflets\",", with: "\"id\": \"classes\","),
      to: "twin.json")
    try files.write(
      try files.read("place.json").replacingOccurrences(of: "\"nhs\"", with: "\"health\""),
      to: "elsewhere.json")
    try files.write(
      try files.read("leaflets.json").replacingOccurrences(of: "place.json", with: "elsewhere.json")
        .replacingOccurrences(of: "\"nhs\"", with: "\"health\""),
      to: "stranger.json")
    for (names, words) in [
      (["classes.json", "twin.json"], "'classes' is the id of another scenario already"),
      (["classes.json", "stranger.json"], "the others are for '\(files.path("place.json"))'"),
      (["classes.json", "./classes.json"], "/./classes.json' is listed twice"),
    ] {
      let paths = names.map { "\(files.folder.path)/\($0)" }
      let (check, run) = (RecordedConsole(), RecordedConsole())
      #expect(check.run(["check"] + paths) == 2)
      #expect(run.run(["run", "--output", files.path("none")] + paths) == 2)
      #expect(check.error == run.error)
      #expect(check.error.contains(words), "\(check.error)")
      #expect(check.error.hasSuffix("\n1 error; nothing was written\n"))
      #expect(check.out == "\(paths[0]): no mistakes found\n")
    }
  }
}
