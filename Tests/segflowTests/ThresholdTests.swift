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
}
