import Foundation
import Testing

@testable import SegmentModel
@testable import segflow

@Suite("Calibrate")
struct CalibrateTests {
  /// Options that the tests below are about.
  static let triedOptions: Set = [
    "write", "force", "replicates", "seed", "threads", "tolerance", "rounds", "cohort", "baseline",
    "choose", "quiet",
  ]

  private let small: SmallTargets

  init() throws { small = try SmallTargets() }

  private func run(_ words: [String], of small: SmallTargets? = nil) -> (
    status: Int32, console: RecordedConsole
  ) {
    let console = RecordedConsole()
    let usual = ["--replicates=4", "--cohort=1000", "--threads=1"].filter { option in
      !words.contains { $0.hasPrefix(option.prefix { $0 != "=" }) }
    }
    return (console.run(["calibrate", (small ?? self.small).path] + usual + words), console)
  }

  /// The solved rates of falls, and what the small place says around them.
  private func rates() throws -> [Double] {
    let rates = try ["frequent", "rare"].map { option in
      try Loader.load([small.path], choose: [("falls", [option])])[0].model.events[0]
        .chance.quantity.scalar
    }
    return rates
  }

  /// Four replicates of 600 falls; 4.9 standard errors of a Poisson count are passed once in a million
  /// times.
  private static let tolerance = 4.9 / (4.0 * 600).squareRoot()

  @Test("Files are written together or not at all, and not over what changed meanwhile")
  func together() throws {
    defer { small.files.remove() }
    let path = small.files.path("place.json")
    let before = try small.files.read("place.json")
    let asRead = [path: [UInt8](before.utf8)]
    #expect(CalibrateCommand.changed(of: [path], since: asRead) == nil)
    #expect(throws: UsageError.self) {
      try OutputFile.write([(Data("new".utf8), path), (Data("new".utf8), "\(path)/inner.json")])
    }
    #expect(try small.files.read("place.json") == before)
    try OutputFile.write([(Data((before + " ").utf8), path)])
    #expect(try small.files.read("place.json") == before + " ")
    #expect(CalibrateCommand.changed(of: [path], since: asRead) == path)
  }

  @Test("Nothing is written unless asked for, and then only what was solved")
  func writing() throws {
    defer { small.files.remove() }
    let before = try small.files.read("place.json")
    let dry = run([])
    #expect(dry.status == 0)
    #expect(dry.console.out.contains("Falls in a year"))
    #expect(dry.console.out.contains("1 numbers solved, 1 starts settled"))
    #expect(try small.files.read("place.json") == before)
    #expect(run(["--write"]).status == 0)
    let after = try small.files.read("place.json")
    #expect(after != before)
    // 600 falls among 3,000 people who hardly die: about 0.2 a year.
    let solved = try rates()
    #expect(abs(solved[0] / 0.2 - 1) < Self.tolerance)
    #expect(solved[1] == 0.02)
    // The share of the ill has become a table by age, at the usual knots.
    #expect(after.contains("\"ill\": { \"atAge\": {"))
    let cut = try #require(after.range(of: "{ \"atAge\": {"))
    let end = try #require(after[cut.lowerBound...].range(of: "} }"))
    let restored = after.replacingCharacters(in: cut.lowerBound..<end.upperBound, with: "0.1")
      .replacingOccurrences(of: "\"value\": \(solved[0])", with: "\"value\": 0.1")
    #expect(restored == before)
  }

  @Test("Another option changes only the numbers of its own branches")
  func choose() throws {
    defer { small.files.remove() }
    let before = try small.files.read("place.json")
    let found = run(["--write", "--choose=falls=rare"])
    #expect(found.status == 0)
    #expect(found.console.out.contains("1 numbers solved, 0 starts settled"))
    let solved = try rates()
    #expect(abs(solved[1] / 0.2 - 1) < Self.tolerance)
    // The start that settles stands in the default as well.
    let restored = try small.files.read("place.json")
      .replacingOccurrences(of: "\"value\": \(solved[1])", with: "\"value\": 0.02")
    #expect(restored == before)
  }

  @Test("A baseline that halves falls among some needs a higher rate")
  func baseline() throws {
    defer { small.files.remove() }
    try small.files.write(
      small.files.read("classes.json").replacingOccurrences(of: "2022-04", with: "2021-04"),
      to: "classes.json")
    #expect(run(["--write", "--baseline", small.files.path("classes.json")]).status == 0)
    // Two fifths have half the rate.
    #expect(abs(try rates()[0] / 0.25 - 1) < Self.tolerance)
  }

  @Test("A target that is missed ends with status 1, and is written only by force")
  func missed() throws {
    defer { small.files.remove() }
    let before = try small.files.read("place.json")
    let found = run(["--rounds=0", "--write"])
    #expect(found.status == 1)
    #expect(found.console.error.contains("not met: 'falls'; nothing was written"))
    #expect(found.console.out.contains("NOT MET"))
    #expect(try small.files.read("place.json") == before)
    #expect(run(["--rounds=0", "--write", "--force"]).status == 1)
    #expect(try small.files.read("place.json") != before)
  }

  @Test("A wide tolerance leaves a number as it is")
  func tolerance() throws {
    defer { small.files.remove() }
    let wide = try SmallTargets(falls: 350)
    defer { wide.files.remove() }
    func simulations(_ words: [String]) -> String {
      run(words, of: wide).console.error.split(separator: "\n").last.map {
        String($0.prefix { $0 != " " })
      } ?? ""
    }
    #expect(simulations(["--tolerance=5"]) == "1")
    #expect(simulations(["--tolerance=0.001"]) != "1")
  }

  @Test(
    "What decides the luck changes what is found, threads do not",
    arguments: [
      ("--seed=2", true), ("--replicates=6", true), ("--cohort=500", true), ("--threads=2", false),
    ])
  func luck(option: String, changes: Bool) throws {
    defer { small.files.remove() }
    let before = try small.files.read("place.json")
    #expect(run(["--write", "--force"]).status == 0)
    let usual = try small.files.read("place.json")
    try small.files.write(before, to: "place.json")
    #expect(run(["--write", "--force", option]).status == 0)
    #expect(try (small.files.read("place.json") != usual) == changes)
  }

  @Test("Files are written where links lead, with the permissions that they have")
  func links() throws {
    defer { small.files.remove() }
    let files = FileManager.default
    let real = small.files.path("real.json")
    try files.moveItem(atPath: small.path, toPath: real)
    try files.createSymbolicLink(atPath: small.path, withDestinationPath: "real.json")
    try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
    let before = try small.files.read("real.json")
    #expect(run(["--write"]).status == 0)
    #expect(try small.files.read("real.json") != before)
    #expect(try files.destinationOfSymbolicLink(atPath: small.path) == "real.json")
    #expect(try files.attributesOfItem(atPath: real)[.posixPermissions] as? Int == 0o640)
  }

  @Test("A target whose ratio has nobody below it is named")
  func nobody() throws {
    defer { small.files.remove() }
    let place = try small.files.read("place.json")
    let measure = #"{ "events": ["fall"] }"#
    try small.files.write(
      place.replacingOccurrences(
        of: measure,
        with: #"{ "ratio": [ \#(measure), { "people": { "illness": ["dead"] } } ] }"#),
      to: "place.json")
    let (status, console) = run([])
    #expect(status == 2)
    #expect(console.error.contains("the target 'falls' cannot be met: "), "\(console.error)")
  }

  @Test("Quiet says nothing but results", arguments: ["--quiet", "-q"])
  func quiet(option: String) {
    defer { small.files.remove() }
    #expect(!run([]).console.error.isEmpty)
    #expect(run([option]).console.error.isEmpty)
  }
}
