import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentReport
import Testing

@testable import segflow

@Suite("Tornado, sweep and threshold")
struct SensitivityTests {
  /// Options that the tests below are about, and 'into', which IntoTests tries.
  static let triedOptions: [Verb: Set<String>] = [
    .tornado: [
      "quantiles", "only", "draws-from", "replicates", "seed", "threads", "step", "baseline",
      "choose", "output", "into", "quiet",
    ],
    .sweep: [
      "points", "replicates", "seed", "threads", "step", "baseline", "choose", "output", "quiet",
    ],
    .threshold: [
      "of", "replicates", "seed", "threads", "step", "baseline", "choose", "quiet",
    ],
  ]

  private static let price = "place.json:events[0].events[0].costs[0].pounds"
  private static let ratio = "classes.json:interventions[0].effects[0].multiplyRate"
  private let files: SmallFiles

  init() throws {
    files = try SmallFiles()
    let place = try files.read("place.json")
    try files.write(
      place.replacingOccurrences(of: #""residents": 3000"#, with: #""residents": 600"#),
      to: "place.json")
  }

  /// What is printed, and the rows of the table by column; none when it is refused.
  private func call(_ words: [String]) throws -> (
    console: RecordedConsole, rows: [[String: String]]
  ) {
    let console = RecordedConsole()
    let out = "out-\(UUID().uuidString)"
    let places = words[0] == "threshold" || words.contains { $0.hasPrefix("--output") }
    let usual = ["--threads=1"].filter { _ in !words.contains { $0.hasPrefix("--threads") } }
    let status = console.run(
      [words[0], files.path("classes.json")] + words.dropFirst() + usual
        + (places ? [] : ["--output=\(files.path(out))"]))
    guard status == 0, !places else { return (console, []) }
    let table = CSVReader.rows(try files.read("\(out)/\(words[0]).csv"))
    return (
      console,
      table.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(table[0], $0)) }
    )
  }

  private func number(_ row: [String: String]?, _ column: String) throws -> Double {
    let text = try #require(row?[column])
    let value: Double? = Double(text)
    return try #require(value, "\(column): \(text)")
  }

  // MARK: - Tornado

  @Test("A number that only prices is not simulated again, and comes out exactly")
  func prices() throws {
    defer { files.remove() }
    let (console, rows) = try call(["tornado"])
    #expect(console.error.hasPrefix("2 uncertain numbers at two values each: 1 + 2 simulations"))
    let saving = rows.filter { $0["measure"] == "net-saving-pounds" }
    let cost = saving.first { $0["parameter"]?.hasSuffix("costs[0].poundsPerYear") == true }
    #expect(cost?["simulated"] == "no")
    #expect(cost?["tag"] == "delivery")
    let low = try number(cost, "low_value")
    // 900 to 1,100 is 3.92 standard deviations wide; the 10% quantile lies 1.2816 below the mean.
    #expect(abs(low - (1000 - 1.281552 * 200 / 3.92)) < 0.01)
    // Two years of programme; nothing else changes.
    #expect(abs(try number(cost, "change_at_low") - 2 * (1000 - low)) < 1e-5)
    #expect(try number(cost, "mcse_change_at_low") < 1e-5)
    let falls = rows.filter { $0["measure"] == "emergency-admission" }
    #expect(falls.map { $0["rank"] } == ["1", "2"])
    #expect(falls[0]["parameter"]?.hasSuffix("multiplyRate") == true)
    #expect(try number(falls[1], "width") == 0)
    for text in ["Choices of those who deliver: 1", "Evidence: 1", "do not move it", "at 10%"] {
      #expect(console.out.contains(text))
    }
  }

  @Test("An end of a bar is what a run with that number gives")
  func bar() throws {
    defer { files.remove() }
    let (_, rows) = try call(["tornado"])
    let bar = try #require(
      rows.first { $0["parameter"]?.hasSuffix("multiplyRate") == true })
    func avoided(_ value: String) throws -> Double {
      try files.write(
        files.read("classes.json").replacingOccurrences(
          of: #"{ "value": 0.5, "range95": [0.3, 0.8], "distribution": "logNormal" }"#,
          with: value), to: "other.json")
      let console = RecordedConsole()
      #expect(
        console.run([
          "run", files.path("other.json"), "--draws=0", "--replicates=10", "--threads=1",
          "--output=\(files.path("run"))",
        ]) == 0)
      let table = CSVReader.rows(try files.read("run/outcomes.csv"))
      let wanted = [
        "scenario": "classes", "year": "all", "cause": "all", "group_kind": "all",
        "outcome": "emergency-admission",
      ]
      let rows: [[String: String]] = table.dropFirst().map { row in
        Dictionary(uniqueKeysWithValues: zip(table[0], row))
      }
      let row = rows.first { row in wanted.allSatisfy { row[$0.key] == $0.value } }
      return try number(row, "avoided_mean_events")
    }
    let central = try avoided("0.5")
    #expect(central > 0)
    #expect(try number(bar, "central_result") == central)
    for end in ["low", "high"] {
      let value = try #require(bar["\(end)_value"])
      #expect(try abs(number(bar, "change_at_\(end)") - (avoided(value) - central)) < 1e-9)
    }
  }

  @Test("Shares of variance come from the draws of a run")
  func shares() throws {
    defer { files.remove() }
    let run = ["run", files.path("classes.json"), "--draws=20", "--threads=1"]
    #expect(RecordedConsole().run(run + ["--output=\(files.path("drawn"))"]) == 0)
    let (console, rows) = try call(["tornado", "--draws-from=\(files.path("drawn"))"])
    let share = try number(
      rows.first {
        $0["measure"] == "emergency-admission"
          && $0["parameter"]?.hasSuffix("multiplyRate") == true
      }, "share_of_variance")
    #expect(share > 0.3 && share < 2)
    #expect(console.out.contains("of the variance together"))
    #expect(try call(["tornado"]).rows.allSatisfy { $0["share_of_variance"] == "" })
    let none = try call(["tornado", "--draws-from=\(files.path("nowhere"))"])
    #expect(none.console.error.contains("nowhere' is not a folder"))
    let drawn = ["tornado", "--draws-from=\(files.path("drawn"))"]
    let place = try files.read("place.json")
    try files.write(place + "\n", to: "place.json")
    let other = try call(drawn).console.error
    #expect(other.contains("place.json' as that is now, so its draws are of something else"))
    try files.write(place, to: "place.json")
    let table = try files.read("drawn/parameters.csv")
    try files.write(table.replacing("0.", with: "1."), to: "drawn/parameters.csv")
    #expect(try call(drawn).console.error.contains("its files are not as the run left them"))
  }

  // MARK: - Sweep

  @Test("A sweep sets any number by its path; saving is linear in a price")
  func sweep() throws {
    defer { files.remove() }
    let (console, rows) = try call(["sweep", Self.price, "0..8000"])
    #expect(console.out.contains("Sensitivity, not uncertainty"))
    let saving = rows.filter { $0["measure"] == "net-saving-pounds" }
    let avoided = rows.filter { $0["measure"] == "emergency-admission" }
    #expect(saving.map { $0["value"] } == ["4000", "0", "2000", "4000", "6000", "8000"])
    #expect(saving.map { $0["is_central"] } == ["yes", "no", "no", "no", "no", "no"])
    for (row, falls) in zip(saving, avoided) {
      let expected = try number(falls, "mean_result") * number(row, "value") - 2000
      #expect(abs(try number(row, "mean_result") - expected) < 1e-4)
    }
    #expect(Set(avoided.map { $0["mean_result"] }).count == 1)
  }

  @Test("A number is found by the end of its name, a wrong one answered with the nearest")
  func names() throws {
    defer { files.remove() }
    let whole = try call(["sweep", "smallton/\(Self.price)", "0..8000"]).rows
    #expect(!whole.isEmpty)
    #expect(
      try call(["sweep", files.path("") + "/" + Self.price, "0..8000"]).rows.isEmpty == false)
    #expect(
      try call(["sweep", Self.price, "0..8000"]).rows.map { $0["mean_result"] }
        == whole.map { $0["mean_result"] })
    func refusal(_ words: String...) throws -> String { try call(words).console.error }
    #expect(
      try refusal("sweep", "place.json:events[0].events[0].costs[0].pound", "0..1")
        .contains("did you mean 'place.json:events[0].events[0].costs[0].pounds'?"))
    #expect(try refusal("sweep", "nothing-like-it", "0..1").contains("inputs.csv of a run lists"))
    #expect(try refusal("sweep", Self.price, "5").contains("must be two numbers"))
    #expect(try refusal("sweep", Self.price, "-5..1").contains("unknown option"))
    #expect(
      try refusal("sweep", "pathways[0].start.shares.ill", "0..2").contains("makes sense"))
    #expect(try refusal("sweep", Self.price).contains("needs a scenario, a number and its values"))
  }

  @Test("Every number that a run lists can be set, and only it changes")
  func everyNumber() throws {
    defer { files.remove() }
    for (name, text) in ModelFiles.rich.texts { try files.write(text, to: "rich-\(name)") }
    let names = ModelFiles.rich.texts.keys
    for name in names {
      var text = try files.read("rich-\(name)")
      for other in names {
        text = text.replacingOccurrences(of: "\"\(other)\"", with: "\"rich-\(other)\"")
      }
      try files.write(text, to: "rich-\(name)")
    }
    let loaded = try Loader.load([files.path("rich-together.json")])[0]
    let sampler = try DrawSampler(loaded, seed: 1)
    let index = NumberIndex(loaded, parameters: sampler.parameters)
    try #require(loaded.inputs.count > 50)
    for input in loaded.inputs {
      let found = index.named("\(input.file):\(input.path)")
      try #require(found.count == 1, "\(input.path): \(found.count)")
      #expect(found[0].value == input.value)
      let dial = try found[0].dial(loaded, seed: 1)
      let value = input.value == 0 ? 1e-6 : input.value * 0.999
      guard let setting = try? dial.setting(value) else {
        Issue.record("\(input.path) cannot be set")
        continue
      }
      let drawn = try dial.sampler.drawn(values: setting)
      func all(_ model: Model, _ scenarios: [Scenario]) -> [String: [Double]] {
        var values: [String: [Double]] = [:]
        func note(_ quantity: Quantity) -> Quantity {
          quantity.mapParts { part in
            values[part.id] = part.values.leaves
            return part
          }
        }
        _ = model.mapQuantities(note)
        for scenario in scenarios { _ = scenario.mapQuantities(note) }
        return values
      }
      let before = all(loaded.model, [loaded.baseline] + loaded.scenarios)
      let after = all(drawn.model, [drawn.baseline] + drawn.scenarios)
      // A scenario may not have what is read for another.
      guard let old = before[input.quantity], let new = after[input.quantity] else { continue }
      for (place, pair) in zip(old, new).enumerated() {
        let isIt = input.positions.contains(place)
        #expect(
          abs(pair.1 - (isIt ? value : pair.0)) <= 1e-12
            || !isIt && found[0].names[0].contains("#"),
          "\(input.path) at \(place)")
      }
    }
  }

  // MARK: - Threshold

  @Test("The price at which saving turns into cost is programme cost over falls avoided")
  func threshold() throws {
    defer { files.remove() }
    let falls = try call(["sweep", Self.price, "0..1"]).rows.first {
      $0["measure"] == "emergency-admission"
    }
    let root = try 2000 / number(falls, "mean_result")
    let said = try call(["threshold", Self.price, "0..500"]).console.out
    func printed(after words: String) throws -> Double {
      let word = try #require(said.components(separatedBy: words).last?.split(separator: " ").first)
      let read: Double? = Double(word.filter { "0123456789".contains($0) || $0 == "." })
      return try #require(read, "\(word)")
    }
    // No more digits are printed than the error bears, to one figure: it is off by half of that.
    let (crossing, error) = try (
      printed(after: "sign changes at "), printed(after: "standard error of ")
    )
    #expect(abs(crossing - root) <= error * 0.55 && error < root / 4)
    #expect(
      try call(["threshold", Self.price]).console.out.contains("No crossing between 2000 and 8000.")
    )
    let harm = try call(["threshold", "multiplyRate", "0.5..1.7", "--of=emergency-admission"])
    #expect(harm.console.out.contains("The sign changes at"))
    #expect(
      try call(["threshold", Self.price, "--of=savings"]).console.error.contains(
        "did you mean 'saving'?"))
  }

  // MARK: - Options

  @Test(
    "An option changes the table as it should",
    arguments: [
      ("--replicates=3", true), ("--seed=2", true), ("--step=month", true),
      ("--choose=falls=rare", true), ("--baseline=leaflets.json", true), ("--threads=2", false),
      ("--quiet", false),
    ])
  func option(option: String, changes: Bool) throws {
    defer { files.remove() }
    let word = option.replacingOccurrences(of: "=leaflets", with: "=\(files.path("leaflets"))")
    for words in [["tornado"], ["sweep", Self.ratio, "0.4..0.6"]] {
      #expect(try (call(words + [word]).rows != call(words).rows) == changes, "\(words[0])")
    }
    let search = ["threshold", Self.ratio, "0.5..1.2"]
    // A threshold prints to four figures only what its range has.
    let (with, without) = (try call(search + [word]).console, try call(search).console)
    try #require(!with.out.isEmpty && !without.out.isEmpty)
    #expect((with.out != without.out) == changes)
    if option == "--quiet" {
      #expect(try call(["tornado", word]).console.error.isEmpty && with.error.isEmpty)
    }
  }

  @Test("Options of one verb change its table")
  func own() throws {
    defer { files.remove() }
    let usual = try call(["tornado"]).rows
    #expect(try call(["tornado", "--quantiles=5,95"]).rows != usual)
    #expect(try call(["tornado", "--only=poundsPerYear"]).rows.count == usual.count / 2)
    #expect(try call(["tornado", "--only=xyz"]).console.error.contains("no uncertain number has"))
    #expect(try call(["tornado", "--quantiles=90,10"]).console.error.contains("two percentages"))
    #expect(try call(["sweep", Self.price, "0..8000", "--points=3"]).rows.count == 8)
    for words in [["tornado"], ["sweep", Self.price, "0..1"]] {
      _ = try call(words + ["--output=\(files.path("here"))"])
      #expect(try files.names("here").sorted() == ["manifest.json", "\(words[0]).csv"].sorted())
    }
  }
}
