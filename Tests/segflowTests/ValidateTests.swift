import Foundation
import SegmentModel
import Testing

@testable import SegmentReport
@testable import segflow

@Suite("Validate")
struct ValidateTests {
  /// Options that the tests below are about.
  static let triedOptions: Set = [
    "replicates", "seed", "threads", "baseline", "choose", "output", "into", "quiet",
  ]

  private let small: SmallTargets

  init() throws { small = try SmallTargets() }

  private func run(_ words: [String]) -> (status: Int32, console: RecordedConsole) {
    let console = RecordedConsole()
    let usual = ["--replicates=4", "--threads=1"].filter { option in
      !words.contains { $0.hasPrefix(option.prefix { $0 != "=" }) }
    }
    return (console.run(["validate", small.path] + usual + words), console)
  }

  @Test("The report states each target with its fit, and of which files it is")
  func report() throws {
    defer { small.files.remove() }
    let path = small.files.path("validation.md")
    #expect(run(["--output", path]).status == 0)
    let report = try small.files.read("validation.md")
    let loaded = try Loader.load([small.path])[0]
    #expect(report.contains("`\(ValidationReport.digest(of: loaded.files))`"))
    // A tenth of 3,000 are ill at the start. By quota their number has a variance of a quarter at most in
    // each group of 64; the mean of four replicates is further off once in a million times.
    let ill = try #require(report.split(separator: "\n").first { $0.contains("| People who are") })
    let cells = ill.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(Array(cells[1...3]) == ["published", "2,000", "1,900 to 2,100"])
    let simulated = try #require(Double(cells[4].prefix { $0 != " " }))
    #expect(abs(simulated - 300) < 4.9 * (3000.0 / 64 / 4 / 4).squareRoot())
    let z = try #require(Double(cells[5]))
    #expect(abs(z - (simulated - 2000) / (200 / 3.92)) < 0.01)
    #expect(report.contains("(`falls`): falls; among all residents. Source: made-up, line 3, publ"))
    #expect(report.contains("ill\\|people"))
    #expect(report.contains("2 calibrated") == false && report.contains("1 calibrated"))
    // Any change of a file is a change of the digest.
    try small.files.write(try small.files.read("place.json") + " ", to: "place.json")
    #expect(!report.contains(ValidationReport.digest(of: try Loader.load([small.path])[0].files)))
  }

  @Test("A measure that comes to no number is said to")
  func noNumber() throws {
    defer { small.files.remove() }
    let place = try small.files.read("place.json").replacingOccurrences(
      of: #""measure": { "people": { "illness": ["ill"] } }"#,
      with: #""measure": { "ratio": [1, 0] }"#)
    try small.files.write(place, to: "place.json")
    let (status, console) = run([])
    #expect(status == 0)
    #expect(console.out.contains("no number"))
    #expect(!console.out.contains("inf") && !console.out.contains("nan"), "\(console.out)")
  }

  @Test(
    "An option changes what it should",
    arguments: [
      ("--seed=2", true), ("--replicates=6", true), ("--threads=2", false),
      ("--choose=falls=rare", true), ("--baseline", true), ("--quiet", false),
    ])
  func option(option: String, changes: Bool) throws {
    defer { small.files.remove() }
    try small.files.write(
      small.files.read("classes.json").replacingOccurrences(of: "2022-04", with: "2021-04"),
      to: "classes.json")
    let words = option == "--baseline" ? [option, small.files.path("classes.json")] : [option]
    let (usual, other) = (run([]), run(words))
    #expect(usual.status == 0 && other.status == 0)
    #expect((other.console.out != usual.console.out) == changes)
    #expect(other.console.out.contains(" under falls=rare:") == option.hasPrefix("--choose"))
    #expect(usual.console.out.contains("0 of 1 validation targets within their 95% interval"))
  }

  @Test("What single residents hold, and cost, can be held against a target")
  func residents() throws {
    defer { small.files.remove() }
    let usual = run([]).console.out
    let place = try small.files.read("place.json")
    let people = #"{ "people": { "illness": ["ill"] } }"#
    try #require(place.contains(people))
    let holding = #"{ "holding": "illnesses", "atLeast": 1 }"#
    try small.files.write(place.replacingOccurrences(of: people, with: holding), to: "place.json")
    #expect(run([]).console.out == usual)
    let all = #"{ "sum": [ { "shareOfSpend": "highest" }, { "shareOfSpend": "rest" } ] }"#
    try small.files.write(
      place.replacingOccurrences(of: people, with: all).replacingOccurrences(
        of: "\"value\": 2000", with: "\"value\": 1"
      ).replacingOccurrences(of: "[1900, 2100]", with: "[0.9, 1.1]"), to: "place.json")
    let out = run([]).console.out
    #expect(out.contains("1 of 1 validation targets within their 95% interval"), "\(out)")
  }

  @Test(
    "Within the interval is between its ends, however far they lie from the value",
    arguments: [("2000", "[100, 2100]", 1), ("400", "[395, 1000]", 0)])
  func lopsided(value: String, range: String, within: Int) throws {
    defer { small.files.remove() }
    let place = try small.files.read("place.json")
    try small.files.write(
      place.replacingOccurrences(of: "\"value\": 2000", with: "\"value\": \(value)")
        .replacingOccurrences(of: "[1900, 2100]", with: range), to: "place.json")
    let out = run([]).console.out
    // Some 300 are ill: by half the width, the first misses and the second does not.
    #expect(
      out.contains("\(within) of 1 validation targets within their 95% interval"), "\(out)")
  }

  @Test("The table joins the folder of a run of the same baseline, whose report and paper say it")
  func into() throws {
    defer { small.files.remove() }
    let out = small.files.path("out")
    let words = ["--draws=0", "--replicates=2", "-q", "-o", out]
    #expect(RecordedConsole().run(["run", small.files.path("classes.json")] + words) == 0)
    let before = try small.files.read("out/report.html")
    #expect(before.contains("segflow validate PLACE --into FOLDER"))
    for (option, reason) in [
      ("--choose=falls=rare", "it was not run with the choices falls=rare"),
      ("--baseline=\(small.files.path("classes.json"))", "its baseline is 'baseline'"),
      ("--output=\(small.files.path("x.md"))", "not both"),
    ] {
      let (status, console) = run(["--into", out, option])
      #expect(status == 2)
      #expect(console.error.contains(reason), "\(console.error)")
      #expect(try small.files.read("out/report.html") == before)
    }
    for _ in 0..<2 {
      #expect(run(["--into", out, "-q"]).status == 0)
      let table = try small.files.read("out/validation.csv").split(separator: "\n")
      #expect(table.count == 3)
      #expect(
        table[1].hasPrefix("default,falls,Falls in a year,calibration,published,made-up,3,600,"))
      #expect(
        table[2].hasPrefix(
          "default,ill,People who are ill,validation,published,made-up,,2000,1900,2100,"))
      #expect(table[2].hasSuffix(",no"))
      // The table has what is printed, unrounded.
      let simulated = try #require(
        Double(table[2].split(separator: ",", omittingEmptySubsequences: false)[10]))
      let printed = try #require(
        run([]).console.out.split(separator: "\n").first { $0.contains("1,900 to 2,100") })
      #expect(printed.contains(" \(FitTable.number(simulated)) "))
      let paper = try small.files.read("out/paper.md")
      #expect(
        paper.contains("1 of the 1 figure of the place that nothing was fitted to"))
      #expect(paper.contains("“People who are ill” (\(Int(simulated.rounded())), not 2,000)"))
      #expect(RecordedConsole().run(["report", out, "--verify"]) == 0)
      let manifest = try small.files.read("out/manifest.json")
      #expect(manifest.components(separatedBy: "\"of\": \"baseline (default)\"").count == 2)
    }
  }

  @Test("A place without targets is refused")
  func none() throws {
    defer { small.files.remove() }
    let files = try SmallFiles()
    defer { files.remove() }
    let console = RecordedConsole()
    #expect(console.run(["validate", files.path("place.json")]) == 2)
    #expect(console.error.contains("the place 'smallton' has no targets"))
  }
}
