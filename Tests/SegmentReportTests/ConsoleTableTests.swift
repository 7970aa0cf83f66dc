import Foundation
import SegmentAnalysis
import SegmentModel
import Testing

@testable import SegmentReport

@Suite("Console table")
struct ConsoleTableTests {
  private func text(_ comparison: Comparison, width: Int = 100) -> String {
    ConsoleTable(RunWorld(comparison, record: SmallRun.record(comparison))).text(width: width)
  }

  /// The words of the first line that starts with a label.
  private func words(_ label: String, in text: String) throws -> [String] {
    let lines = text.split(separator: "\n")
    let line = try #require(lines.first { $0.drop { $0 == " " }.hasPrefix(label) })
    return line.split(separator: " ").map(String.init)
  }

  @Test("It says place, period, comparator, prices, discounting and replicates")
  func title() throws {
    let lines = text(try SmallRun.compare([SmallRun.cheap])).split(separator: "\n")
    #expect(lines[0] == "Small Place: 2022/23 to 2023/24 (2 years), compared with Baseline")
    #expect(
      lines[1]
        == "Means of 6 replicates, seed 1, steps of a quarter; pounds in 2023/24 prices, undiscounted"
    )
  }

  @Test("A scenario that costs money is seen to cost money, one that does not is not")
  func netCost() throws {
    let text = text(try SmallRun.compare([SmallRun.dear, SmallRun.cheap]))
    let words = try words("All payers", in: text)
    #expect(words.prefix(5) == ["All", "payers", "-", "net", "cost"])
    #expect(words.filter { $0 == "net" }.count == 1)
  }

  @Test("Payers, value, programme and care stand apart")
  func money() throws {
    let text = text(try SmallRun.compare([SmallRun.cheap]))
    for heading in [
      "Value of activity avoided, £", "Programme cost, £", "Extra cost of care, £",
      "Net: value of activity avoided less programme cost and extra cost of care, £",
    ] {
      #expect(text.contains("\n\(heading)\n"))
    }
  }

  @Test("Resources are shown with their change, and only where a place has some")
  func resources() throws {
    let comparison = try SmallRun.compare([SmallRun.cheap])
    let shown = text(comparison)
    #expect(shown.contains("\n\nResources\n  Bed-days "))
    let avoided = try #require(comparison.results[1].avoided(.resource(0, year: nil))).mean
    #expect(avoided > 0)
    let rows = try #require(shown.components(separatedBy: "\nResources\n").last)
    #expect(try words("Extra", in: rows)[2].hasPrefix("-"))
    var model = SmallRun.model
    model.resources = []
    for event in model.events.indices { model.events[event].uses = [] }
    #expect(!text(try SmallRun.compare([SmallRun.cheap], model: model)).contains("Resources"))
    #expect(text(try SmallRun.compare([])).contains("\n\nResources\n  Bed-days "))
  }

  @Test("What the programmes of a baseline cost is shown where it stands alone")
  func programmeOfBaseline() throws {
    let alone = try SmallRun.compare([], baseline: SmallRun.dear)
    #expect(text(alone).contains("\nProgramme cost, £\n"))
    #expect(!text(try SmallRun.compare([])).contains("Programme cost"))
  }

  @Test("The notes say what the interval is and is not, and promise no cash")
  func notes() throws {
    let text = text(try SmallRun.compare([SmallRun.cheap]), width: 200)
    #expect(text.contains("80% one place: where the figure of one place falls by luck alone"))
    #expect(text.contains("Uncertainty of the inputs is not included."))
    #expect(text.contains("not cash that can be released"))
    #expect(text.contains("standard error"))
    for word in ["saves", "saving", "forecast", "will "] { #expect(!text.contains(word)) }
  }

  /// Totals of the headline and what is avoided of them, of replicates of a baseline and a scenario.
  private func totals(
    _ baseline: [Double], _ scenario: [Double]
  ) throws -> (totals: [String], avoided: String) {
    var comparison = try Comparison(
      model: SmallRun.model, scenarios: [SmallRun.baseline, SmallRun.cheap], step: .quarter)
    let headline = Measure.outcome(0, cause: nil, year: nil, group: 0)
    for (replicate, pair) in zip(baseline, scenario).enumerated() {
      comparison.add(
        draw: 0, replicate: replicate,
        values: [pair.0, pair.1].map { total in
          comparison.measures.map { $0 == headline ? total : 0 }
        })
    }
    let text = text(comparison, width: 200)
    return (
      try words("Total", in: text).dropFirst().map { $0 },
      try words("Avoided", in: text).dropFirst(2).joined(separator: " ")
    )
  }

  @Test("The totals of a row go to one place, the finest that the error of one of them supports")
  func onePlace() throws {
    func spread(_ mean: Double, _ sizes: Double...) -> [Double] { sizes.map { mean + $0 } }
    // Errors of 87 and 98 are on both sides of where tens become hundreds.
    let apart = try totals(
      spread(860, -150, 150, -150, 150), spread(940, -170, 170, -170, 170))
    #expect(apart.totals == ["860", "940"] && apart.avoided == "-80")
    // Digits that no total supports are not shown, however well the difference is known.
    let fine = try totals(
      spread(22_249, -200, 200, -200, 200), spread(21_998, -203, 203, -203, 203))
    #expect(fine.totals == ["22,200", "22,000"] && fine.avoided == "251")
  }

  @Test("What a scenario is held against is named, which need not be the column beside it")
  func comparedWith() throws {
    let comparison = try SmallRun.compare([SmallRun.dear, SmallRun.cheap], replicates: 4)
    let run = text(comparison, width: 200)
    // The same visits at another price, of which the cheap ones cost less than none.
    #expect(
      try words("Standing", in: run) == ["Standing", "dominated", "dominated", "cheapest"])
    #expect(
      try words("Compared with", in: run).joined(separator: " ")
        == "Compared with Cheap visits Cheap visits -")
  }

  @Test("One replicate has no interval and says so")
  func single() throws {
    let text = text(try SmallRun.compare([SmallRun.cheap], replicates: 1))
    #expect(!text.contains("80% one place"))
    #expect(text.contains("One replicate gives no interval"))
  }

  @Test("A scenario without any effect avoids exactly nothing")
  func nothing() throws {
    let idle = SmallRun.scenario("idle", name: "Idle", multiplier: 1, price: 0)
    let text = text(try SmallRun.compare([idle]))
    #expect(try words("Avoided", in: text) == ["Avoided", "-", "0"])
  }

  @Test("The baseline alone is shown without differences")
  func baseline() throws {
    let text = text(try SmallRun.compare([]))
    #expect(!text.contains("Avoided"))
    #expect(text.contains("Activity at average cost, £"))
    #expect(!text.contains("compared with"))
  }

  @Test("No line is wider than asked", arguments: [1, 2, 5])
  func width(scenarios: Int) throws {
    let names = [
      "Case finding", "Everything together at twice the pace", "A", "Falls prevention for all",
      "The most ambitious scenario of them all",
    ]
    let many = names.prefix(scenarios).enumerated().map { index, name in
      SmallRun.scenario("s\(index)", name: name, multiplier: 0.5, price: Double(index * 1000))
    }
    let comparison = try SmallRun.compare(many, replicates: 2)
    for width in [60, 80, 100, 120] {
      for line in text(comparison, width: width).split(separator: "\n") {
        #expect(line.count <= width, "\(line)")
      }
    }
  }
}
