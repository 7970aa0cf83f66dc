import Foundation
import Testing

@testable import segflow

/// Numbers that draws move as one, by the quantile of what they share.
@Suite("Groups in a sweep and a threshold")
struct SweepGroupTests {
  private let call: SensitivityCall
  private var files: SmallFiles { call.files }

  /// Two ratios around 1 that move as one, and one of 0.6.
  init() throws {
    call = try SensitivityCall()
    let ratio =
      #""value": 1, "range95": [0.7, 1.42], "distribution": "logNormal", "correlated": "effect""#
    let one = #"{ "value": 0.5, "range95": [0.3, 0.8], "distribution": "logNormal" }"#
    let effects = ["0.6", "{ \(ratio) }", "{ \"note\": \"another\", \(ratio) }"]
      .joined(separator: #" }, { "on": "fall", "multiplyRate": "#)
    try files.write(
      try files.read("classes.json").replacing(one, with: effects), to: "classes.json")
  }

  @Test(
    "A sweep at the quantiles of a tornado gives the ends of its bar", arguments: [true, false])
  func ends(isWhole: Bool) throws {
    defer { files.remove() }
    let bar = try #require(
      try call(["tornado", "--only=group:effect"]).rows.first { $0["numbers"] == "2" })
    let name = isWhole ? "group:effect" : "effect"
    let (console, all) = try call(["sweep", name, "0.1..0.9", "--points=2"])
    let rows = all.filter { $0["measure"] == "emergency-admission" }
    #expect(rows.map { $0["value"] } == ["", "0.1", "0.9"])
    #expect(rows.map { $0["is_central"] } == ["yes", "no", "no"])
    #expect(rows.allSatisfy { $0["number"] == "group:effect" && $0["tag"] == "evidence" })
    for (row, end) in zip(rows.dropFirst(), ["low", "high"]) {
      let change = try call.number(row, "change_from_central")
      #expect(try change == call.number(bar, "change_at_\(end)") && change != 0)
    }
    #expect(
      console.out.replacing("\n", with: " ")
        .contains("at quantiles of Falls classes: effect (2 numbers as one)"))
    // A number of the group can still be set by itself.
    let one = try call(["sweep", "effects[1].multiplyRate", "0.5..0.9", "--points=2"]).rows
    #expect(one.first?["value"] == "1")
  }

  @Test("What is no quantile is refused", arguments: ["0..0.5", "0.5..1", "0.5..7"])
  func senseless(range: String) throws {
    defer { files.remove() }
    let console = try call(["sweep", "group:effect", range]).console
    #expect(console.error.contains("group:effect is set by a quantile above 0 and below 1, not"))
  }

  @Test("A quantile at which numbers come to more than makes sense is refused")
  func tooMuch() throws {
    defer { files.remove() }
    let factors = [(0.8, "0.7, 0.9"), (1.1, "0.9, 1.4")].map { value, range in
      "{ \"value\": \(value), \"range95\": [\(range)], \"distribution\": \"logNormal\", "
        + "\"correlated\": \"uptake\" }"
    }.joined(separator: ", ")
    try files.write(
      try files.read("classes.json").replacing(
        "\"reach\": 0.4", with: "\"reach\": { \"product\": [ \(factors) ] }"), to: "classes.json")
    let console = try call(["sweep", "uptake", "0.5..0.9", "--points=2"]).console
    #expect(
      console.error.replacing("\n", with: " ").contains("group:uptake at 0.9 brings "),
      "\(console.error)")
    #expect(try call(["sweep", "uptake", "0.4..0.5", "--points=2"]).rows.isEmpty == false)
  }

  @Test("A threshold of a group is a quantile, looked for in the middle 95%")
  func threshold() throws {
    defer { files.remove() }
    let rows = try call(["sweep", "group:effect", "0.9..0.94", "--points=2"]).rows
      .filter { $0["measure"] == "emergency-admission" }
    try #require(rows.count == 3)
    // 0.6 times both ratios is below 1 at the one, above it at the other.
    #expect(try call.number(rows[1], "mean_result") > 0 && call.number(rows[2], "mean_result") < 0)
    let out = try call(["threshold", "group:effect", "--of=emergency-admission"]).console.out
    let words = out.replacing("\n", with: " ")
    #expect(words.contains("0.025") && words.contains("0.975") && !words.contains("central value"))
    #expect(words.contains("changes sign with quantiles of Falls classes: effect (2 numbers"))
    let said = try #require(words.components(separatedBy: "The sign changes at ").last)
    let digits = said.prefix { "0123456789.".contains($0) }
    let read: Double? = Double(String(digits.hasSuffix(".") ? digits.dropLast() : digits))
    #expect((0.9...0.94).contains(try #require(read, "\(said)")))
  }
}
