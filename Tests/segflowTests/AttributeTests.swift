import Foundation
import Testing

@testable import segflow

@Suite("Attribute")
struct AttributeTests {
  /// Options that the tests below are about, and 'into', which IntoTests tries.
  static let triedOptions: Set = [
    "draws", "replicates", "attribution", "alone", "seed", "threads", "step", "baseline", "choose",
    "level", "output", "into", "quiet",
  ]

  private static let uncertain =
    #"{ "value": 0.4, "range95": [0.2, 0.6], "distribution": "beta" }"#

  private let files: SmallFiles

  init() throws {
    files = try SmallFiles()
    let place = try files.read("place.json")
    try files.write(
      place.replacingOccurrences(of: #""residents": 3000"#, with: #""residents": 600"#),
      to: "place.json")
    func intervention(_ id: String, _ reach: String) -> String {
      """
      { "id": "\(id)", "name": "The \(id)", "starts": "2022-04", "reach": \(reach),
        "evidence": { "source": "made-up", "quality": "assumed" },
        "effects": [ { "on": "fall", "multiplyRate": 0.5 } ],
        "costs": [ { "payer": "nhs", "poundsPerYear": 1000 } ] }
      """
    }
    try files.write(
      """
      { "segflow": "scenario/1", "id": "both", "name": "Both", "place": "place.json",
        "interventions": [ \(intervention("mats", "0.5")), \(intervention("rails", Self.uncertain)) ] }
      """, to: "both.json")
  }

  /// What is printed, and the table; empty when it is refused.
  private func attribute(_ words: [String], _ file: String = "both.json") throws -> (
    console: RecordedConsole, csv: String
  ) {
    let console = RecordedConsole()
    let usual = ["--draws=3", "--replicates=1", "--threads=1", "--output=\(files.path("out"))"]
      .filter { option in !words.contains { $0.hasPrefix(option.prefix { $0 != "=" } + "=") } }
    let status = console.run(["attribute", files.path(file)] + usual + words)
    return (console, status == 0 ? try files.read("out/attribution.csv") : "")
  }

  private func rows(_ csv: String) -> [[String]] {
    csv.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test(
    "Shares add up to the total, and what each does alone with the overlap too",
    arguments: ["orders", "exact"])
  func sums(method: String) throws {
    defer { files.remove() }
    let (console, csv) = try attribute(["--attribution=\(method)", "--alone"])
    #expect(console.error.hasPrefix("Each of 3 x 1 replicates runs 4"))
    #expect(csv.hasPrefix("scenario,choices,measure,payer,intervention,mean_share,"))
    let all = rows(csv)
    #expect(Set(all.map { $0[3] }) == ["", "all", "nhs", "asc"])
    for group in Dictionary(grouping: all, by: { $0[2] + $0[3] }).values {
      #expect(group.map { $0[4] } == ["mats", "rails", "overlap", "all"])
      for column in [5, 9] {
        let numbers = group.map { Double($0[column]) ?? 0 }
        #expect(abs(numbers[0] + numbers[1] + (column == 9 ? numbers[2] : 0) - numbers[3]) < 1e-5)
      }
    }
    let falls = try #require(all.first { $0[2] == "emergency-admission" })
    #expect(try #require(Double(falls[5])) > 0)
    for text in [
      "The mats", "Overlap", "Net saving (cost if negative), NHS, £", "80% from", "Last in",
    ] {
      #expect(console.out.contains(text))
    }
    #expect(console.out.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let names = try files.names("out")
    #expect(names == ["attribution.csv", "manifest.json"])
  }

  @Test(
    "An option changes the table as it should",
    arguments: [
      ("--draws=4", true), ("--draws=0", true), ("--replicates=2", true), ("--seed=2", true),
      ("--step=month", true), ("--choose=falls=rare", true), ("--level=95", true),
      ("--alone", true), ("--baseline=leaflets.json", true), ("--threads=2", false),
      ("--quiet", false), ("--attribution=exact", true),
    ])
  func option(option: String, changes: Bool) throws {
    defer { files.remove() }
    let words = [option.replacingOccurrences(of: "=leaflets", with: "=\(files.path("leaflets"))")]
    #expect(try (attribute(words).csv != attribute([]).csv) == changes)
    // Of two interventions one order and its reverse are all there are.
    if option == "--alone" {
      #expect(try attribute(words).csv == attribute(["--attribution=exact"]).csv)
    }
    if option == "--quiet" { #expect(try attribute(words).console.error.isEmpty) }
  }

  @Test(
    "The table says what it is of: the central values are no draw",
    arguments: [
      (
        0, "The central values over 1 replicate, seed", "The central values alone give no interval,"
      ),
      (1, "A single draw over 1 replicate, seed", "A single draw gives no interval,"),
      (3, "Means of 3 draws, 1 replicate of each, seed", "Student's t over 3 draws"),
    ])
  func made(draws: Int, title: String, note: String) throws {
    defer { files.remove() }
    let text = try attribute(["--draws=\(draws)"]).console.out.replacing("\n", with: " ")
    #expect(text.contains(title) && text.contains(note), "\(text)")
  }

  @Test("A draw has numbers of its own, not only luck of its own")
  func draws() throws {
    defer { files.remove() }
    try files.write(
      files.read("both.json").replacingOccurrences(of: Self.uncertain, with: "0.4"),
      to: "certain.json")
    let (drawn, certain) = (try attribute([]).csv, try attribute([], "certain.json").csv)
    try #require(!drawn.isEmpty && !certain.isEmpty)
    #expect(rows(drawn)[1] != rows(certain)[1])
    // The central values are the same.
    #expect(try attribute(["--draws=0"]).csv == attribute(["--draws=0"], "certain.json").csv)
  }

  @Test("What cannot be attributed is refused, and nothing is written")
  func refusals() throws {
    defer { files.remove() }
    let place = try attribute([], "place.json")
    #expect(place.console.error.contains("'attribute' needs a scenario that is not the baseline"))
    let same = try attribute(["--baseline", files.path("both.json")])
    #expect(same.console.error.contains("needs a scenario"))
    let many = (0..<13).map {
      """
      { "id": "i\($0)", "starts": "2022-04", "reach": 0.1,
        "evidence": { "source": "made-up", "quality": "assumed" } }
      """
    }
    try files.write(
      """
      { "segflow": "scenario/1", "id": "many", "place": "place.json",
        "interventions": [ \(many.joined(separator: ",")) ] }
      """, to: "many.json")
    let exact = try attribute(["--attribution=exact"], "many.json")
    #expect(exact.console.error.contains("runs every subset of 13 interventions, 2^13"))
    #expect(!FileManager.default.fileExists(atPath: files.path("out")))
  }

  @Test("One draw has no more than three significant digits, since its luck is not known")
  func oneDraw() throws {
    let both = try files.read("both.json")
    try files.write(
      both.replacing(#""poundsPerYear": 1000"#, with: #""poundsPerYear": 1003"#), to: "both.json")
    let (console, csv) = try attribute(["--draws=0", "--replicates=2"])
    let net = try #require(
      rows(csv).first { $0[2] == "net-saving-pounds" && $0[3] == "all" && $0[4] == "all" })
    let exact = try #require(net[5].split(separator: ".").first)
    func digits(_ text: some StringProtocol) -> Int {
      text.filter(\.isNumber).reversed().drop { $0 == "0" }.count
    }
    #expect(digits(exact) > 3, "the total has more digits")
    let numbers = console.out.matches(of: /[0-9][0-9,]{4,}/).map { String($0.output) }
    #expect(!numbers.isEmpty)
    for number in numbers {
      #expect(digits(number) <= 3, "\(number)")
    }
    #expect(
      console.out.split(separator: /\s+/).joined(separator: " ").contains(
        "luck's part in its figures is not known: they have three significant digits at most."))
  }
}
