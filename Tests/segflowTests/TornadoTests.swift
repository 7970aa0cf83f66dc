import Foundation
import SegmentAnalysis
import SegmentReport
import Testing

@testable import segflow

@Suite("Tornado")
struct TornadoTests {
  private let call: SensitivityCall
  private var files: SmallFiles { call.files }

  init() throws { call = try SensitivityCall() }

  @Test("A number that only prices is not simulated again, and comes out exactly")
  func prices() throws {
    defer { files.remove() }
    let (console, rows) = try call(["tornado"])
    #expect(console.error.hasPrefix("2 uncertain numbers at two values each: 1 + 2 simulations"))
    let saving = rows.filter { $0["measure"] == "net-saving-pounds" }
    let cost = saving.first { $0["parameter"]?.hasSuffix("costs[0].poundsPerYear") == true }
    #expect(cost?["simulated"] == "no")
    #expect(cost?["tag"] == "delivery")
    let low = try call.number(cost, "low_value")
    // 900 to 1,100 is 3.92 standard deviations wide; the 10% quantile lies 1.2816 below the mean.
    #expect(abs(low - (1000 - 1.281552 * 200 / 3.92)) < 0.01)
    // Two years of programme; nothing else changes.
    #expect(abs(try call.number(cost, "change_at_low") - 2 * (1000 - low)) < 1e-5)
    #expect(try call.number(cost, "mcse_change_at_low") < 1e-5)
    let falls = rows.filter { $0["measure"] == "emergency-admission" }
    #expect(falls.map { $0["rank"] } == ["1", "2"])
    #expect(falls[0]["parameter"]?.hasSuffix("multiplyRate") == true)
    #expect(try call.number(falls[1], "width") == 0)
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
      return try call.avoided(by: "other.json")
    }
    let central = try avoided("0.5")
    #expect(central > 0)
    #expect(try call.number(bar, "central_result") == central)
    for end in ["low", "high"] {
      let value = try #require(bar["\(end)_value"])
      #expect(try abs(call.number(bar, "change_at_\(end)") - (avoided(value) - central)) < 1e-9)
    }
  }

  @Test("QALYs gained are a measure where the place has them, which a loss at a fall only prices")
  func qalys() throws {
    defer { files.remove() }
    #expect(try call(["tornado"]).rows.allSatisfy { $0["measure"] != "qalys-gained" })
    try call.addQALYs(
      loss: #"{ "value": 0.05, "range95": [0.03, 0.08], "distribution": "logNormal" }"#)
    let run = ["run", files.path("classes.json"), "--draws=5", "--threads=1"]
    #expect(RecordedConsole().run(run + ["--output=\(files.path("drawn"))"]) == 0)
    let (console, rows) = try call(["tornado", "--draws-from=\(files.path("drawn"))"])
    #expect(console.out.contains("QALYs gained: "))
    let gained = rows.filter { $0["measure"] == "qalys-gained" }
    #expect(gained.count == 3 && gained.allSatisfy { $0["share_of_variance"] != "" })
    let loss = gained.first { $0["parameter"]?.hasSuffix("qalyLoss") == true }
    #expect(loss?["simulated"] == "no")
    // Falls kill nobody, so that QALYs are lost by falls alone.
    let falls = try call.number(
      rows.first { $0["measure"] == "emergency-admission" }, "central_result")
    #expect(falls > 0)
    #expect(abs(try call.number(loss, "central_result") - 0.05 * falls) < 1e-4)
    for end in ["low", "high"] {
      let change = falls * (try call.number(loss, "\(end)_value") - 0.05)
      #expect(abs(try call.number(loss, "change_at_\(end)") - change) < 1e-4)
    }
  }

  @Test("Shares of variance come from the draws of a run")
  func shares() throws {
    defer { files.remove() }
    let run = ["run", files.path("classes.json"), "--draws=20", "--threads=1"]
    #expect(RecordedConsole().run(run + ["--output=\(files.path("drawn"))"]) == 0)
    let (console, rows) = try call(["tornado", "--draws-from=\(files.path("drawn"))"])
    let falls = rows.filter { $0["measure"] == "emergency-admission" }
    try #require(falls.count == 2)
    // A straight line through 20 draws; luck alone passes it once in 10,000 times.
    let limit = StudentT.quantile(1 - 0.5e-4, degreesOfFreedom: 18)
    for row in falls {
      // The other number only prices.
      let known = row["parameter"]?.hasSuffix("multiplyRate") == true ? 1.0 : 0
      let error = try call.number(row, "se_share_of_variance")
      #expect(abs(try call.number(row, "share_of_variance") - known) < limit * error)
    }
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
}
