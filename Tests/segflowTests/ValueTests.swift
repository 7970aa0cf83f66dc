import Foundation
import SegmentAnalysis
import SegmentReport
import Testing

@testable import segflow

/// What a run writes about value, against the library on the run's own draws.
@Suite("Value of a run")
struct ValueTests {
  private let files: SmallFiles

  init() throws {
    files = try SmallFiles()
    let place = try files.read("place.json")
    let utility =
      #""baseUtility": { "value": 0.9, "source": "made-up", "quality": "assumed" },"#
      + Self.prices
    try files.write(
      place.replacingOccurrences(of: #""years": 2,"#, with: #""years": 2, \#(utility)"#)
        .replacingOccurrences(
          of: "[0, 0.035]", with: #"[0, 0.035, { "costs": 0.035, "health": 0.015 }]"#
        )
        .replacingOccurrences(of: #""pounds": 4000 }"#, with: #""pounds": 4 }"#)
        .replacingOccurrences(of: #""residents": 3000"#, with: #""residents": 600"#)
        .replacingOccurrences(
          of: #""costs": [ { "payer": "nhs", "service": "inpatient""#,
          with: #""qalyLoss": 0.05, "costs": [ { "payer": "nhs", "service": "inpatient""#),
      to: "place.json")
  }

  /// What a QALY is worth in the place.
  private static let prices = #"""
     "willingnessToPay": [ { "poundsPerQALY": 20000, "source": "made-up" },
                           { "poundsPerQALY": 45000, "source": "made-up" } ],
    """#

  private func run(_ words: [String], _ out: String = "out") throws -> RecordedConsole {
    let console = RecordedConsole()
    #expect(
      console.run(
        ["run", files.path("classes.json"), files.path("leaflets.json"), "--threads=1"] + words
          + ["--output=\(files.path(out))"]) == 0)
    return console
  }

  private func rows(_ name: String) throws -> [[String: String]] {
    let table = CSVReader.rows(try files.read("out/\(name)"))
    return table.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(table[0], $0)) }
  }

  private func number(_ row: [String: String]?, _ column: String) throws -> Double {
    let text = try #require(row?[column])
    let value: Double? = Double(text)
    return try #require(value, "\(column): \(text)")
  }

  @Test("Files agree with the library on the draws that stand in draws.csv")
  func agrees() throws {
    defer { files.remove() }
    let console = try run(["--draws=24", "--replicates=2"])
    let ids = ["baseline", "classes", "leaflets"]
    let whole = try rows("draws.csv").filter { $0["year"] == "all" }
    let names = Set(whole.compactMap { $0["scenario"] })
    let baseline = try #require(names.subtracting(ids).first ?? names.first { $0 == "baseline" })
    func means(_ scenario: String, _ column: String) throws -> [Double] {
      let own = whole.filter { $0["scenario"] == scenario }
      return try stride(from: 0, to: own.count, by: 2).map {
        (try number(own[$0], column) + number(own[$0 + 1], column)) / 2
      }
    }
    let rates = [
      ("0", "", ""), ("0.035", "@0.035", "@0.035"), ("0.035/0.015", "@0.035", "@0.015"),
    ]
    for (rate, ofCosts, ofHealth) in rates {
      let scenarios = [baseline, "classes", "leaflets"]
      let draws = DecisionDraws(
        pounds: try scenarios.map { try means($0, "pounds:all:all\(ofCosts)") },
        qalys: try scenarios.map { try means($0, "qalys\(ofHealth)") })
      #expect(draws.draws == 24)
      let decision = draws.decisions(poundsPerQALY: [20_000])[0]
      let shown = try rows("acceptability.csv").filter {
        $0["discount_rate_per_year"] == rate && $0["pounds_per_qaly"] == "20000"
      }
      #expect(shown.map { $0["scenario"] } == scenarios)
      for (index, row) in shown.enumerated() {
        #expect(try abs(number(row, "chance_best") - decision.chanceBest[index]) < 1e-5)
        #expect(try abs(number(row, "expected_loss_pounds") - decision.expectedLoss[index]) < 0.01)
        #expect(
          try abs(number(row, "evpi_pounds") - decision.perfectInformation.value) < 0.01)
        #expect((row["on_frontier"] == "yes") == (index == decision.best))
      }
      let plane = draws.plane(of: 1, against: 0)
      let row = try rows("plane.csv").first {
        $0["discount_rate_per_year"] == rate && $0["scenario"] == "classes"
      }
      #expect(row?["compared_with"] == baseline)
      #expect(try abs(number(row, "more_qalys_more_pounds") - plane.betterDearer) < 1e-5)
      #expect(try abs(number(row, "more_qalys_fewer_pounds") - plane.betterCheaper) < 1e-5)
      let value = try rows("value.csv").filter { $0["discount_rate_per_year"] == rate }
      #expect(value.count == 3)
      let classes = value.first { $0["scenario"] == "classes" }
      let gained = Moments(zip(draws.qalys[1], draws.qalys[0]).map(-)).mean
      let spent = Moments(zip(draws.pounds[1], draws.pounds[0]).map(-)).mean
      #expect(try abs(number(classes, "extra_qalys_over_baseline") - gained) < 1e-4)
      #expect(try abs(number(classes, "extra_pounds_over_baseline") - spent) < 0.01)
      // Leaflets cost the same programme and do nothing.
      #expect(classes?["standing"] == "frontier")
      #expect(try abs(number(classes, "pounds_per_qaly") / (spent / gained) - 1) < 1e-5)
      #expect(value.first { $0["scenario"] == "leaflets" }?["standing"] != "frontier")
      #expect(try number(classes, "extra_life_years_over_baseline").isFinite)
    }
    let known = try rows("evppi.csv").filter { $0["pounds_per_qaly"] == "20000" }
    #expect(
      known.filter { $0["parameter"] == "all" }.map { $0["tag"] } == [
        "evidence", "delivery", "evidence", "delivery", "evidence", "delivery",
      ])
    #expect(Set(known.compactMap { $0["discount_rate_per_year"] }) == Set(rates.map(\.0)))
    #expect(
      Set(try rows("evppi.csv").compactMap { $0["pounds_per_qaly"] }) == ["20000", "45000"])
    for text in [
      "What it is worth", "Chance to be best at £20,000", "Chance to be best at £45,000", "EVPI",
      "by tag (EVPPI)", "What a QALY is taken to be worth: £20,000 and £45,000 (Nobody).",
    ] {
      #expect(console.out.contains(text))
    }
    #expect(console.out.contains("Gained, discounted at 3.5%"))
    #expect(console.out.contains("Gained, discounted at 1.5%"))
    #expect(console.out.contains("Costs discounted at 3.5%, health at 1.5% a year"))
    #expect(console.out.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("Where the place does not say what a QALY is worth, nothing is said at any price")
  func withoutPrices() throws {
    defer { files.remove() }
    _ = try run(["--draws=24", "--replicates=1"])
    let stated = Set(try files.names("out"))
    let chances = try files.read("out/acceptability.csv")
    try files.write(
      try files.read("place.json").replacingOccurrences(of: Self.prices, with: ""),
      to: "place.json")
    let console = try run(["--draws=24", "--replicates=1"])
    #expect(stated.subtracting(try files.names("out")) == ["evppi.csv"])
    #expect(try files.read("out/acceptability.csv") == chances)
    let said = console.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("The place does not say what a QALY is worth ('willingnessToPay')"))
    #expect(!said.contains("best at £") && !said.contains("EVPI") && said.contains("Standing"))
    #expect(try !files.read("out/report.html").contains("taken to be worth"))
  }

  @Test("With a utility of 1 and no losses, a QALY is a year lived")
  func lifeYears() throws {
    defer { files.remove() }
    let place = try files.read("place.json")
    try files.write(
      place.replacingOccurrences(of: #""value": 0.9"#, with: #""value": 1"#)
        .replacingOccurrences(of: #""qalyLoss": 0.05, "#, with: ""), to: "place.json")
    let classes = try files.read("classes.json")
    try files.write(
      classes.replacingOccurrences(of: #""on": "fall""#, with: #""on": "illness/death""#),
      to: "classes.json")
    _ = try run(["--draws=2", "--replicates=2"])
    let value = try rows("value.csv")
    #expect(value.count == 9)
    for row in value {
      for column in ["mean", "mcse"] {
        #expect(row["\(column)_qalys"] == row["\(column)_life_years"])
      }
      #expect(row["extra_qalys_over_baseline"] == row["extra_life_years_over_baseline"])
    }
    let lived = value.filter { $0["scenario"] == "classes" }
    #expect(try lived.allSatisfy { try number($0, "extra_life_years_over_baseline") > 0 })
  }

  @Test("Without draws there are no chances; without QALYs there is nothing")
  func without() throws {
    defer { files.remove() }
    _ = try run(["--draws=0", "--replicates=2"])
    let names = try files.names("out")
    #expect(names.contains("value.csv") && !names.contains("acceptability.csv"))
    #expect(!names.contains("plane.csv") && !names.contains("evppi.csv"))
    let plain = try SmallFiles()
    defer { plain.remove() }
    let console = RecordedConsole()
    #expect(
      console.run([
        "run", plain.path("classes.json"), "--draws=2", "--threads=1",
        "--output=\(plain.path("out"))",
      ]) == 0)
    #expect(try !plain.names("out").contains("value.csv"))
    #expect(!console.out.contains("What it is worth"))
  }
}
