import SegmentModel
import Testing

@testable import SegmentReport

@Suite("Discount rates of their own for costs and health")
struct DiscountWordsTests {
  private static let both = DiscountRate(costs: 0.035, health: 0.015)

  /// Files of the small run at some rates.
  private func files(_ rates: [DiscountRate]) throws -> [String: String] {
    var model = SmallRun.model
    model.discountRatesPerYear = rates
    let run = try WrittenRun(
      SmallRun.compare([SmallRun.dear, SmallRun.cheap], replicates: 4, model: model))
    defer { run.remove() }
    return try run.files()
  }

  private func rows(_ files: [String: String], _ name: String) throws -> [[String: String]] {
    let table = CSVReader.rows(try #require(files[name]))
    return table.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(table[0], $0)) }
  }

  @Test(
    "Labels and words",
    arguments: [
      (.none, "0", "undiscounted"), (DiscountRate(0.035), "0.035", "discounted at 3.5% a year"),
      (both, "0.035/0.015", "costs discounted at 3.5%, health at 1.5% a year"),
      (
        DiscountRate(costs: 0.035, health: 0), "0.035/0",
        "costs discounted at 3.5% a year, health undiscounted"
      ),
    ] as [(DiscountRate, String, String)])
  func words(rate: DiscountRate, label: String, words: String) {
    #expect(DiscountWords.label(rate) == label)
    #expect(DiscountWords.rate(label) == rate)
    #expect(DiscountWords.words(rate) == words)
  }

  @Test("What is no discount rate is not read as one", arguments: ["", "x", "0.1/", "1/2/3", "/1"])
  func malformed(label: String) { #expect(DiscountWords.rate(label) == nil) }

  @Test("No row, column or number of plain rates changes, and none is there twice")
  func rowsStay() throws {
    let plain = try files([.none, DiscountRate(0.015), DiscountRate(0.035)])
    let own = try files([.none, DiscountRate(0.015), DiscountRate(0.035), Self.both])
    for name in ["costs.csv", "draws.csv", "chances.csv", "outcomes.csv"] {
      #expect(own[name] == plain[name], "\(name)")
    }
    let before = try #require(plain["value.csv"])
    #expect(try #require(own["value.csv"]).hasPrefix(before))
    let value = try rows(own, "value.csv")
    func cells(_ rate: String, _ columns: [String]) -> [String: [String?]] {
      Dictionary(
        uniqueKeysWithValues: value.filter { $0["discount_rate_per_year"] == rate }
          .compactMap { row in row["scenario"].map { ($0, columns.map { row[$0] }) } })
    }
    let pounds = ["mean_pounds", "extra_pounds_over_baseline", "mcse_extra_pounds_over_baseline"]
    let health = ["mean_qalys", "mean_life_years", "extra_qalys_over_baseline"]
    #expect(cells("0.035/0.015", pounds).count == 3)
    #expect(cells("0.035/0.015", pounds) == cells("0.035", pounds))
    #expect(cells("0.035/0.015", health) == cells("0.015", health))
    #expect(cells("0.035", health) != cells("0.015", health))
  }

  @Test("Alone, costs stand at their rate only and health at its own, in tables and report")
  func alone() throws {
    let files = try files([Self.both])
    let rates = try rows(files, "costs.csv").compactMap { $0["discount_rate_per_year"] }
    #expect(Set(rates) == ["0", "0.035"])
    let header = try #require(files["draws.csv"]?.split(separator: "\n").first)
    let columns = header.split(separator: ",")
    #expect(Set(columns.compactMap { $0.split(separator: "@").dropFirst().first }).count == 2)
    #expect(columns.contains("qalys@0.015") && columns.contains("pounds:all:all@0.035"))
    #expect(!columns.contains("qalys@0.035") && !columns.contains("pounds:all:all@0.015"))
    let world = try ReportData(files: files).worlds[0]
    let names = HeadlineTable(world: world, frame: OutcomeWordsTests.frame).grid.rows.map(\.name)
    #expect(
      names.filter { $0.contains("discounted at") } == [
        "QALYs, discounted at 1.5% a year",
        "Net cost of each QALY gained by March 2024, costs discounted at 3.5%, health at 1.5% a year",
        "Net: all payers, discounted at 3.5% a year",
      ])
    let titles = "costs discounted at 3.5%, health at 1.5% a year: means"
    #expect(try #require(files["report.html"]).contains(titles))
    let rate = #""discountRatePerYear": { "costs": 0.035, "health": 0.015 }"#
    let summary = try #require(files["summary.json"]).split(whereSeparator: \.isWhitespace)
    #expect(summary.joined(separator: " ").contains(rate))
  }

  @Test("A value table with another rate is refused")
  func refused() throws {
    var files = try files([Self.both])
    files["value.csv"] = try #require(files["value.csv"]).replacing("0.035/0.015", with: "low")
    #expect(throws: ReportError.self) { try ReportData(files: files) }
  }
}
