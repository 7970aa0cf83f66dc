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
    let said = try call(["threshold", SensitivityCall.price, "0..500"]).console.out
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
