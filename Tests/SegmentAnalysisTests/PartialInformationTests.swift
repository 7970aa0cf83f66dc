import Foundation
import Testing

@testable import SegmentAnalysis

/// The value of knowing some parameters, against closed forms.
@Suite("Partial information")
struct PartialInformationTests {
  private func expect(
    _ estimate: Estimate, _ known: Double, within most: Double,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let error = try #require(estimate.standardError)
    #expect(
      abs(estimate.value - known) < DecisionTests.limit * error, "\(estimate) for \(known)",
      sourceLocation: location)
    #expect(error < most, sourceLocation: location)
  }

  @Test("Each parameter, and both, have their closed forms")
  func closedForm() throws {
    let (netBenefit, p1, p2) = DecisionTests.known(draws: 6_000)
    func value(_ parameters: [Double]...) -> Estimate {
      PartialInformation.value(netBenefit: netBenefit, parameters: parameters)
    }
    try expect(value(p1), 0.083315471, within: 0.012)
    try expect(value(p2), 0.395593115, within: 0.015)
    // Both together are all there is to know.
    let all = Decision(netBenefit: netBenefit).perfectInformation
    #expect(close(value(p1, p2).value, all.value, within: 1e-6))
  }

  @Test("The standard error is that of repeats, and the bias is small beside it")
  func repeats() throws {
    let repeats = 60
    let scores = try (0..<repeats).map { repetition in
      let (netBenefit, p1, _) = DecisionTests.known(draws: 400, seed: 100 + UInt32(repetition))
      let value = PartialInformation.value(netBenefit: netBenefit, parameters: [p1])
      return (value.value - 0.083315471) / (try #require(value.standardError))
    }
    let moments = Moments(scores)
    // Chi-square with 59 degrees of freedom has 99.98% between 26.5 and 108.
    let squares =
      try #require(moments.standardDeviation) * (try #require(moments.standardDeviation))
    #expect((26.5 / 59...108.0 / 59).contains(squares), "variance of scores \(squares)")
    // The fit of noise raises the value, by well below one standard error.
    #expect(abs(moments.mean) < 0.3 + 3.89 / Double(repeats).squareRoot())
  }

  @Test("Bends, and two parameters that act only together, are seen")
  func shapes() throws {
    let (x, y) = (Normals.list(0, count: 3_000), Normals.list(1, count: 3_000))
    let noise = Normals.list(2, count: 3_000)
    let bent = [x.map { _ in 0 }, zip(x, noise).map { $0 * $0 - 1 + $1 }]
    // E max(0, x² - 1) = 2 φ(1).
    try expect(
      PartialInformation.value(netBenefit: bent, parameters: [x]),
      2 * exp(-0.5) / (2 * .pi).squareRoot(),
      within: 0.03)
    let joint = [x.map { _ in 0 }, zip(zip(x, y).map(*), noise).map { $0 + $1 }]
    // E max(0, xy) = 1 / π, and nothing is known from one of them.
    try expect(
      PartialInformation.value(netBenefit: joint, parameters: [x, y]), 1 / .pi, within: 0.03)
    #expect(PartialInformation.value(netBenefit: joint, parameters: [x]).value < 0.06)
  }

  @Test("Many parameters, and ones that never change or say the same, do not upset it")
  func many() throws {
    let (netBenefit, p1, p2) = DecisionTests.known(draws: 500)
    let others = (10..<70).map { Normals.list($0, count: 500) }
    let constant = [Double](repeating: 3, count: 500)
    let all = PartialInformation.value(
      netBenefit: netBenefit, parameters: [p1, p2, p2, constant] + others)
    let known = Decision(netBenefit: netBenefit).perfectInformation.value
    #expect(abs(all.value - known) < 0.05 * known)
    let nothing = PartialInformation.value(netBenefit: netBenefit, parameters: [constant])
    #expect(nothing.value == 0)
    let one = PartialInformation.value(netBenefit: [p1], parameters: [p1])
    #expect(one.value == 0)
  }

  @Test("Three strategies: the value of what tells two of them apart")
  func three() throws {
    // Net benefits 0, x and -x: E max(0, |x|) = √(2/π), the best on average being any.
    let x = Normals.list(0, count: 4_000)
    let value = PartialInformation.value(
      netBenefit: [x.map { _ in 0 }, x, x.map(-)], parameters: [x])
    try expect(value, (2 / Double.pi).squareRoot(), within: 0.02)
  }
}
