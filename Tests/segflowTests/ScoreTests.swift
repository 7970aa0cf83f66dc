import Foundation
import Testing

@testable import segflow

/// Forecasts that a run writes, and how they are scored.
@Suite("Forecasts")
struct ScoreTests {
  private let files: SmallFiles

  init() throws { files = try SmallFiles() }

  /// Runs scenarios into `out`.
  private func run(_ scenarios: [String] = ["classes.json"], _ words: String...) {
    let all = ["run"] + scenarios.map(files.path) + ["-o", files.path("out"), "-q"] + words
    #expect(RecordedConsole().run(all) == 0)
  }

  private func score(_ observed: String, _ words: String...) throws -> (Int32, RecordedConsole) {
    try files.write(observed, to: "observed.csv")
    let console = RecordedConsole()
    let paths = ["out/forecast.json", "observed.csv"].map(files.path)
    return (console.run(["score"] + paths + words), console)
  }

  /// What the forecast's table says of a scenario's item: mean, sd, low, high.
  private func said(_ item: String, of scenario: String = "classes") throws -> [Double] {
    let rows = try files.read("out/forecast.csv").split(separator: "\n").map {
      $0.split(separator: ",").map(String.init)
    }
    let row = try #require(rows.first { $0[0] == scenario && $0[2] == item })
    return row[3...].compactMap(Double.init)
  }

  @Test("A forecast says what the run found of the first year, and carries its digest")
  func forecast() throws {
    defer { files.remove() }
    run(["classes.json"], "--draws=6")
    let rows = try files.read("out/draws.csv").split(separator: "\n").map {
      $0.split(separator: ",").map(String.init)
    }
    let column = try #require(rows[0].firstIndex(of: "emergency-admission"))
    let falls = rows.filter { $0[0] == "classes" && $0[4] == "2022/23" }
      .compactMap { Double($0[column]) }
    #expect(falls.count == 12)
    let item = try said("outcome:emergency-admission")
    #expect(abs(item[0] - falls.reduce(0, +) / 12) < 1e-5)
    #expect(item[2] < item[0] && item[0] < item[3])
    let (well, ill) = (try said("people:illness/well")[0], try said("people:illness/ill")[0])
    let living = try said("people:living")[0]
    #expect(abs(well + ill - living) < 1e-4)
    #expect(try said("started:classes")[0] > 0)
    #expect(try said("moves:illness/onset")[0] > 0)
    let manifest = try files.read("out/manifest.json")
    let digest = try #require(
      (try JSONSerialization.jsonObject(with: Data(manifest.utf8)) as? [String: Any])?["runDigest"]
        as? String)
    #expect(try files.read("out/forecast.json").contains(digest))
  }

  @Test("The central values alone make no forecast")
  func central() throws {
    defer { files.remove() }
    run(["classes.json"], "--draws=0", "--replicates=2")
    #expect(try !files.names("out").contains("forecast.json"))
  }

  @Test("What was seen is told where it fell")
  func scoring() throws {
    defer { files.remove() }
    run(["classes.json"], "--draws=6")
    let falls = try said("outcome:emergency-admission")
    let deaths = try said("deaths")
    let (status, console) = try score(
      """
      item,observed,comment
      outcome:emergency-admission,\(falls[0] + 2 * falls[1]),"much, more"
      deaths,\(deaths[0]),
      """)
    #expect(status == 0, "\(console.error)")
    let said = console.out.replacingOccurrences(of: "\n", with: " ")
    #expect(said.contains("outside, z 2.0, percentile 9"), "\(said)")
    #expect(said.contains("inside, z 0.0, percentile 50 "), "\(said)")
    #expect(said.contains("1 of 2 fall inside, where 1.6 are expected to."))
    #expect(said.contains("80% intervals of one place"))
  }

  @Test("A range that is one number is as good as sure to hold what is seen")
  func sure() throws {
    defer { files.remove() }
    try files.write(
      try files.read("place.json").replacingOccurrences(
        of: #""ratePerYear": 0.03"#, with: #""ratePerYear": 0"#), to: "place.json")
    run(["classes.json"], "--draws=6")
    let (status, console) = try score("item,observed\nmoves:illness/onset,0\ndeaths,0\n")
    #expect(status == 0, "\(console.error)")
    let said = console.out.replacingOccurrences(of: "\n", with: " ")
    #expect(
      said.contains(
        "where 1.8 are expected to (1 as good as surely: one number is the whole range)"),
      "\(said)")
  }

  @Test("The scenario that was done is named where there are several")
  func scenario() throws {
    defer { files.remove() }
    run(["classes.json", "leaflets.json"], "--draws=2")
    let table = "item,observed\ndeaths,30\n"
    let (status, console) = try score(table)
    #expect(status == 2)
    #expect(console.error.contains("--scenario which of 'baseline', 'classes', 'leaflets'"))
    #expect(try score(table, "--scenario=leaflets").1.out.hasPrefix("smallton, leaflets:"))
    #expect(try score(table, "--scenario", "classes").1.out.hasPrefix("smallton, classes:"))
    #expect(try score(table, "--scenario=leaflet").1.error.contains("did you mean 'leaflets'?"))
  }

  @Test("What cannot be scored is refused")
  func refusals() throws {
    defer { files.remove() }
    run(["classes.json"], "--draws=2")
    // The small place has no pathway of which shares are told.
    let said = try files.read("out/forecast.json")
    try files.write(said.replacing("\"draws\": 2", with: "\"draws\": 3"), to: "out/forecast.json")
    let (edited, why) = try score("item,observed\ndeaths,30\n")
    #expect(edited == 2)
    #expect(why.error.contains("/forecast.json' is not as the run wrote it: "), "\(why.error)")
    // Without the folder of its run a forecast is taken as it is.
    try FileManager.default.removeItem(atPath: files.path("out/manifest.json"))
    try files.write(
      said.replacingOccurrences(of: "people:illness/ill", with: "share:illness/ill"),
      to: "out/forecast.json")
    let trials = [
      (
        "item,observed\nshare:illness/ill,150\n",
        "150 cannot have been seen of 'share:illness/ill', which is a share between 0 and 1"
      ),
      (
        "item,observed\ndeath,30\n",
        "the forecast has no item 'death'\n  help: did you mean 'deaths'?"
      ),
      ("item,seen\ndeaths,30\n", "needs the columns 'item' and 'observed'"),
      ("item,observed\ndeaths,many\n", "row 'deaths,many' has no number in 'observed'"),
      ("item,observed\ndeaths,1\ndeaths,2\n", "'deaths' stands twice"),
      ("item,observed\ndeaths,0x7d\n", "row 'deaths,0x7d' has no number in 'observed'"),
      ("item,observed\ndeaths,1,234\n", "row 'deaths,1,234' has 3 cells, but there are 2 columns"),
      ("item,observed\n", "has no rows"),
      ("item,observed\ndeaths,-5\n", "-5 cannot have been seen of 'deaths', which is a count"),
    ]
    for (table, words) in trials {
      let (status, console) = try score(table)
      #expect(status == 2)
      #expect(console.error.contains(words), "\(console.error)")
      #expect(console.out.isEmpty)
    }
    let console = RecordedConsole()
    #expect(
      console.run(["score", files.path("out/summary.json"), files.path("observed.csv")]) == 2)
    #expect(console.error.contains("is not a forecast"))
    #expect(RecordedConsole().run(["score", files.path("out/forecast.json")]) == 2)
    let forecast = try files.read("out/forecast.json")
    let short = forecast.replacing(/"probabilities": \[\s*[0-9.]+,/, with: "\"probabilities\": [")
    #expect(short != forecast)
    try files.write(short, to: "out/forecast.json")
    let (status, shortened) = try score("item,observed\ndeaths,30\n")
    #expect(status == 2)
    #expect(shortened.error.contains("quantiles for"), "\(shortened.error)")
  }
}
