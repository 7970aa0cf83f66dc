import Foundation
import Testing

@testable import segflow

@Suite("Threshold")
struct ThresholdTests {
  private let call: SensitivityCall
  private var files: SmallFiles { call.files }

  init() throws { call = try SensitivityCall() }

  @Test("The price at which saving turns into cost is programme cost over falls avoided")
  func threshold() throws {
    defer { files.remove() }
    let falls = try call(["sweep", SensitivityCall.price, "0..1"]).rows.first {
      $0["measure"] == "emergency-admission"
    }
    let root = try 2000 / call.number(falls, "mean_result")
    try expectCrossing(at: root, call(["threshold", SensitivityCall.price, "0..500"]).console.out)
    #expect(
      try call(["threshold", SensitivityCall.price]).console.out.contains(
        "No crossing between 2000 and 8000."))
    let harm = try call(["threshold", "multiplyRate", "0.5..1.7", "--of=emergency-admission"])
    #expect(harm.console.out.contains("The sign changes at"))
    #expect(
      try call(["threshold", "interventions[0].reach"]).console.out.contains(
        "No crossing between 0.2 and 0.8."))
    try files.write(
      try files.read("classes.json").replacingOccurrences(of: "0.4", with: "0.7"),
      to: "classes.json")
    #expect(
      try call(["threshold", "interventions[0].reach"]).console.out.contains(
        "No crossing between 0.35 and 1."))
    #expect(
      try call(["threshold", SensitivityCall.price, "--of=savings"]).console.error.contains(
        "did you mean 'saving'?"))
  }

  /// Expects that a text has a crossing at a value.
  private func expectCrossing(at root: Double, _ said: String) throws {
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
  }

  @Test("Net benefit is none where a programme costs what its QALYs and its saving are worth")
  func netBenefit() throws {
    defer { files.remove() }
    let price = "classes.json:interventions[0].costs[0].poundsPerYear"
    let search = ["threshold", price, "0..200000", "--of=net-benefit"]
    #expect(try call(search).console.error.contains("needs a place with QALYs"))
    try call.addQALYs()
    let unpriced = try call(search).console.error
    #expect(
      unpriced.contains("'--of net-benefit' needs '--pounds-per-qaly'")
        && unpriced.contains("smallton does not say what a QALY is worth ('willingnessToPay')"))
    let place = try files.read("place.json")
    let prices = #""willingnessToPay": [ { "poundsPerQALY": 20000, "source": "made-up" } ]"#
    try files.write(
      place.replacingOccurrences(of: #""years": 2,"#, with: #""years": 2, \#(prices),"#)
        .replacingOccurrences(
          of: "[0, 0.035]", with: #"[0, 0.9, { "costs": 0.035, "health": 0.015 }]"#),
      to: "place.json")
    let rows = try call(["sweep", price, "0..1"]).rows.filter { $0["value"] == "0" }
    func free(_ measure: String) throws -> Double {
      try call.number(rows.first { $0["measure"] == measure }, "mean_result")
    }
    let (saving, qalys) = try (free("net-saving-pounds"), free("qalys-gained"))
    // Two years of it.
    try expectCrossing(at: (20_000 * qalys + saving) / 2, call(search).console.out)
    try expectCrossing(
      at: (5_000_000 * qalys + saving) / 2,
      call([
        "threshold", price, "0..10000000", "--of=net-benefit", "--pounds-per-qaly=5000000",
      ]).console.out)
    let said = try ["0", "0.9", "0.035/0.015"].map {
      try call(search + ["--discount-rate=\($0)"]).console.out
    }
    #expect(said[0] == (try call(search).console.out))
    #expect(Set(said).count == 3)
    #expect(said[0].contains("Net benefit at £20,000 a QALY") && said[0].contains("undiscounted"))
    let words = said[2].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("whole period, costs discounted at 3.5%, health at 1.5% a year"))
    func refusal(_ words: String...) throws -> String {
      try call(["threshold", price] + words).console.error
    }
    #expect(
      try refusal("--of=net-benefit", "--discount-rate=0.02").contains(
        "must be one of 0, 0.9, 0.035/0.015, not '0.02'"))
    #expect(try refusal("--of=qalys", "--discount-rate=0.9").contains("'--of net-benefit' only"))
    #expect(try refusal("--pounds-per-qaly=30000").contains("'--of net-benefit' only"))
  }

  @Test("QALYs gained flip where falls do, and a loss of QALYs at a fall moves them by its falls")
  func qalys() throws {
    defer { files.remove() }
    let search = ["threshold", SensitivityCall.ratio, "0.5..1.7"]
    #expect(
      try call(search + ["--of=qalys"]).console.error.contains("needs a place with QALYs"))
    try call.addQALYs()
    // Falls kill nobody, so that QALYs are lost by falls alone: each of them 0.05.
    func answer(_ of: String) throws -> Substring {
      let said = try call(search + ["--of=\(of)"]).console.out
      return try #require(said.firstMatch(of: /The sign changes at [^,;]*/)).output
    }
    #expect(try answer("qalys") == answer("emergency-admission"))
    let said = try call(search + ["--of=qalys"]).console.out
    #expect(said.contains("QALYs gained") && said.contains("undiscounted"))
    #expect(
      try call(["threshold", SensitivityCall.price, "--of=qaly"]).console.error.contains(
        "did you mean 'qalys'?"))
    let rows = try call(["sweep", "qalyLoss", "0..0.1", "--points=3"]).rows
    let gained = rows.filter { $0["measure"] == "qalys-gained" }
    let falls = rows.filter { $0["measure"] == "emergency-admission" }
    #expect(gained.map { $0["value"] } == ["0.05", "0", "0.05", "0.1"])
    for (row, falls) in zip(gained, falls) {
      let expected = try call.number(falls, "mean_result") * call.number(row, "value")
      #expect(abs(try call.number(row, "mean_result") - expected) < 1e-4)
    }
    #expect(try call.number(falls.first, "mean_result") > 0)
  }
}
