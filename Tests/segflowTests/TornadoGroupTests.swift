import Foundation
import SegmentAnalysis
import SegmentReport
import Testing

@testable import segflow

/// Numbers that draws move as one, which a tornado moves as one.
@Suite("Groups in a tornado")
struct TornadoGroupTests {
  private let call: SensitivityCall
  private var files: SmallFiles { call.files }

  init() throws { call = try SensitivityCall() }

  /// A ratio around 1, or around 0.7, with what it moves with.
  private static func ratio(_ correlated: String?, isWide: Bool = true) -> String {
    let (wide, narrow) = (
      #""value": 1, "range95": [0.7, 1.42]"#, #""value": 0.7, "range95": [0.6, 0.8]"#
    )
    let group = correlated.map { ", \"correlated\": \($0)" } ?? ""
    return "{ \(isWide ? wide : narrow), \"distribution\": \"logNormal\"\(group) }"
  }
  private static let with = #""common-effect""#
  private static let against = #"{ "group": "common-effect", "correlation": -1 }"#

  /// A scenario with three effects on falls, the first that of numbers that are certain.
  private func scenario(_ ratios: String..., pounds: String = "1000") -> String {
    let effects = (["0.6"] + ratios).enumerated().map { place, ratio in
      // Two effects that are the same are a mistake.
      let own = ratio.replacing("{ \"value\"", with: "{ \"note\": \"\(place)\", \"value\"")
      return #"{ "on": "fall", "multiplyRate": \#(own) }"#
    }
    return """
      { "segflow": "scenario/1", "id": "classes", "name": "Falls classes", "place": "place.json",
        "interventions": [ {
          "id": "classes", "name": "Falls classes", "starts": "2022-04", "reach": 0.8,
          "evidence": { "source": "made-up", "quality": "assumed" },
          "effects": [ \(effects.joined(separator: ", ")) ],
          "costs": [ { "payer": "nhs", "poundsPerYear": \(pounds) } ] } ] }
      """
  }

  private typealias Row = [String: String]

  /// The rows about admissions of a tornado of a scenario.
  private func tornado(_ scenario: String, _ words: String...) throws -> [Row] {
    try files.write(scenario, to: "classes.json")
    let (console, rows) = try call(["tornado"] + words)
    try #require(!rows.isEmpty, "\(console.error)")
    return rows.filter { $0["measure"] == "emergency-admission" }
  }

  private func changes(_ row: Row?) throws -> [Double] {
    try ["change_at_low", "change_at_high"].map { try call.number(row, $0) }
  }

  @Test("A group gives what a run gives with all its numbers at its ends", arguments: [1, -1])
  func ends(sign: Int) throws {
    defer { files.remove() }
    let alone = try tornado(scenario(Self.ratio(nil), Self.ratio(nil, isWide: false)))
    try #require(alone.count == 2)
    let wide = alone.first { $0["central_value"] == "1" }
    let narrow = alone.first { $0["central_value"] != "1" }
    let rows = try tornado(
      scenario(
        Self.ratio(Self.with), Self.ratio(sign < 0 ? Self.against : Self.with, isWide: false)))
    try #require(rows.count == 1)
    let group = rows[0]
    #expect(group["parameter"] == "group:common-effect")
    var avoided: [String: Double] = [:]
    for end in ["low", "high"] {
      let other = sign > 0 ? end : (end == "low" ? "high" : "low")
      let (one, two) = try (
        #require(wide?["\(end)_value"]), #require(narrow?["\(other)_value"])
      )
      try files.write(scenario(one, two), to: "other.json")
      avoided[end] = try call.avoided(by: "other.json")
    }
    try files.write(scenario("1", "0.7"), to: "other.json")
    let central = try call.avoided(by: "other.json")
    #expect(try call.number(group, "central_result") == central)
    for (end, change) in zip(["low", "high"], try changes(group)) {
      #expect(try abs(change - (#require(avoided[end]) - central)) < 1e-9 && change != 0)
    }
    // Neither any number alone nor the sum of the two.
    let singles = try alone.map(changes)
    for (place, change) in try changes(group).enumerated() {
      #expect(!singles.map { $0[place] }.contains(change))
      #expect(change != singles[0][place] + singles[1][place])
    }
  }

  @Test("What two numbers do against each other cancels, to nothing at all")
  func cancelling() throws {
    defer { files.remove() }
    let alone = try tornado(scenario(Self.ratio(nil), Self.ratio(nil)))
    #expect(try alone.count == 2 && alone.allSatisfy { try call.number($0, "width") > 10 })
    let rows = try tornado(scenario(Self.ratio(Self.with), Self.ratio(Self.against)))
    try #require(rows.count == 1)
    #expect(try changes(rows[0]) == [0, 0])
    for end in ["low", "high"] { #expect(try call.number(rows[0], "mcse_change_at_\(end)") == 0) }
    #expect(rows[0]["simulated"] == "yes")
  }

  @Test(
    "The order of its numbers does not matter to a group, nor a partly correlated one beside it")
  func order() throws {
    defer { files.remove() }
    let partly = Self.ratio(#"{ "group": "common-effect", "correlation": 0.9 }"#)
    let (one, two) = (Self.ratio(Self.with), Self.ratio(Self.against, isWide: false))
    let rows = try [
      tornado(scenario(one, two, partly)), tornado(scenario(two, one, partly)),
      tornado(scenario(partly, two, one)),
    ]
    let groups = rows.map { $0.first { $0["parameter"] == "group:common-effect" } }
    let first = try changes(groups[0])
    #expect(first[0] != 0 && first[1] != 0)
    for (group, rows) in zip(groups, rows) {
      #expect(try rows.count == 2 && changes(group) == first && group?["numbers"] == "2")
      let other = rows.first { $0["parameter"] != "group:common-effect" }
      #expect(other?["numbers"] == "1" && other?["members"] == "")
      #expect(try call.number(other, "low_value") < 1 && call.number(other, "high_value") > 1)
    }
  }

  @Test(
    "The only number that shares all of a group's luck is that number alone, at its own quantiles")
  func lone() throws {
    defer { files.remove() }
    let alone = try tornado(scenario(Self.ratio(nil)))
    let row = try tornado(scenario(Self.ratio(Self.against)))
    #expect(row == alone && row.count == 1)
    #expect(try call.number(row[0], "low_value") < call.number(row[0], "high_value"))
  }

  @Test("A group is found by its id and by that of any of its numbers")
  func only() throws {
    defer { files.remove() }
    let text = scenario(
      Self.ratio(Self.with), Self.ratio(Self.with), Self.ratio(nil, isWide: false))
    let all = try tornado(text)
    #expect(all.count == 2)
    for words in ["group:", "common-effect", "effects[1]", "effects[2]"] {
      let found = try tornado(text, "--only=\(words)")
      #expect(found.map { $0["parameter"] } == ["group:common-effect"], "\(words)")
      #expect(try changes(found[0]) == changes(all.first { $0["numbers"] == "2" }))
    }
    #expect(try tornado(text, "--only=effects[3]").map { $0["numbers"] } == ["1"])
    #expect(
      try call(["tornado", "--only=effects[0]"]).console.error.contains("no uncertain number"))
  }

  @Test("The table says which numbers a group has and what they agree on, and gives it no value")
  func table() throws {
    defer { files.remove() }
    let pounds =
      #"{ "value": 1000, "range95": [800, 1300], "distribution": "gamma", "correlated": "common-effect" }"#
    let rows = try tornado(scenario(Self.ratio(Self.with), pounds: pounds))
    let columns = try #require(
      files.names().compactMap { try? files.read("\($0)/tornado.csv") }.first?
        .split(separator: "\n").first)
    #expect(
      columns
        == "scenario,choices,measure,rank,parameter,numbers,members,tag,source,quality,distribution,"
        + "central_value,low_quantile,high_quantile,low_value,high_value,central_result,"
        + "mcse_central_result,change_at_low,mcse_change_at_low,change_at_high,mcse_change_at_high,"
        + "width,simulated,share_of_variance,se_share_of_variance,trouble")
    try #require(rows.count == 1)
    let start = "smallton/classes.json:interventions[0]"
    let expected = [
      "parameter": "group:common-effect", "numbers": "2",
      "members": "\(start).effects[1].multiplyRate; \(start).costs[0].poundsPerYear",
      // What the effect is decides nobody, whoever decides the price.
      "tag": "evidence", "source": "made-up", "quality": "assumed",
      "distribution": "logNormal; gamma", "central_value": "", "low_value": "", "high_value": "",
      "low_quantile": "0.1", "high_quantile": "0.9", "simulated": "yes",
    ]
    for (column, cell) in expected { #expect(rows[0][column] == cell, "\(column)") }
    let console = try call(["tornado"]).console
    #expect(
      console.error.hasPrefix(
        "2 uncertain numbers, 2 of them moved as one in 1 group, at two values each: 1 + 2 simul"))
    let text = console.out.replacing(try Regex("\\s+"), with: " ")
    #expect(text.contains("Falls classes: common effect (2 numbers as one)"))
    #expect(text.contains("quantile (those that draws move as one, together)"))
  }

  @Test("A group of prices is not simulated")
  func prices() throws {
    defer { files.remove() }
    let place = try files.read("place.json")
    let price =
      #"{ "value": 4000, "range95": [3000, 5300], "distribution": "gamma", "correlated": "price" }"#
    try files.write(
      place.replacing(#""pounds": 4000"#, with: #""pounds": \#(price)"#), to: "place.json")
    let pounds =
      #"{ "value": 1000, "range95": [800, 1300], "distribution": "gamma", "correlated": "price" }"#
    try files.write(scenario(pounds: pounds), to: "classes.json")
    let (console, rows) = try call(["tornado"])
    #expect(console.error.contains(": 1 + 0 simulations"))
    #expect(rows.count == 2 && rows.allSatisfy { $0["simulated"] == "no" && $0["numbers"] == "2" })
    let saving = rows.first { $0["measure"] == "net-saving-pounds" }
    #expect(try call.number(saving, "width") > 0)
  }

  @Test("The share of variance of a group is that of what its numbers share")
  func shares() throws {
    defer { files.remove() }
    let text = scenario(Self.ratio(Self.against), Self.ratio(Self.against))
    try files.write(text, to: "classes.json")
    let run = ["run", files.path("classes.json"), "--draws=20", "--threads=1"]
    #expect(RecordedConsole().run(run + ["--output=\(files.path("drawn"))"]) == 0)
    let rows = try tornado(text, "--draws-from=\(files.path("drawn"))")
    try #require(rows.count == 1)
    // A straight line through 20 draws; luck alone passes it once in 10,000 times.
    let limit = StudentT.quantile(1 - 0.5e-4, degreesOfFreedom: 18)
    let error = try call.number(rows[0], "se_share_of_variance")
    #expect(abs(try call.number(rows[0], "share_of_variance") - 1) < limit * error)
  }

  @Test("The report of a run names a group and its numbers")
  func report() throws {
    defer { files.remove() }
    try files.write(
      scenario(Self.ratio(Self.with), Self.ratio(Self.with), Self.ratio(nil, isWide: false)),
      to: "classes.json")
    let words = [files.path("classes.json"), "--draws=2", "-q", "-o", files.path("out")]
    #expect(RecordedConsole().run(["run"] + words) == 0)
    #expect(
      RecordedConsole().run([
        "tornado", files.path("classes.json"), "--replicates=1", "--into", files.path("out"),
      ]) == 0)
    let page = try files.read("out/report.html")
    let name = "Falls classes: common effect (2 inputs as one)"
    for written in [page, try files.read("out/charts/tornado_classes.svg")] {
      #expect(written.contains(name) && !written.contains("effects["))
    }
    #expect(
      page.contains(
        "\(name): Falls classes: 2nd effect on fall, multiply rate; Falls classes: 3rd effect on fall, "
          + "multiply rate"))
    #expect(
      page.contains("; inputs that draws move as one count as one, moved together: 1 group"))
    #expect(RecordedConsole().run(["report", files.path("out"), "--verify"]) == 0)
  }
}
