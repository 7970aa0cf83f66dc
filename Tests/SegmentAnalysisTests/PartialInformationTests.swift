import Foundation
import Testing

@testable import SegmentAnalysis

/// The value of knowing some parameters, against closed forms.
@Suite("Partial information")
struct PartialInformationTests {
  /// Holds the value of knowing parameters against the known one.
  private func expect(
    _ netBenefit: [[Double]], _ parameters: [[Double]], _ known: Double,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let estimate = PartialInformation.value(netBenefit: netBenefit, parameters: parameters)
    let error = try #require(estimate.standardError)
    #expect(
      abs(estimate.value - known) < DecisionTests.limit * error, "\(estimate) for \(known)",
      sourceLocation: location)
    // What is fitted and what is left vary together as the differences between strategies do, and count
    // only where a fit is above 0: the value is no less sure than the means of all differences.
    var most = 0.0
    for (i, one) in netBenefit.enumerated() {
      for other in netBenefit[..<i] {
        let error = try #require(Moments(zip(one, other).map(-)).standardError)
        most += error * error
      }
    }
    #expect(error < most.squareRoot(), sourceLocation: location)
  }

  @Test("Each parameter, and both, have their closed forms")
  func closedForm() throws {
    let (netBenefit, p1, p2) = DecisionTests.known(draws: 6_000)
    try expect(netBenefit, [p1], 0.083315471)
    try expect(netBenefit, [p2], 0.395593115)
    // Both together are all there is to know.
    let both = PartialInformation.value(netBenefit: netBenefit, parameters: [p1, p2])
    let all = Decision(netBenefit: netBenefit).perfectInformation
    #expect(close(both.value, all.value, within: 1e-6))
  }

  @Test("Where one strategy is best in every draw, nothing is worth knowing, whatever is fitted")
  func settled() {
    // A smooth fit of two draws that bring much and many that bring little falls below 0 in between.
    let parameter = (0..<40).map(Double.init)
    let less = parameter.map { $0 < 2 ? -100 : -0.01 * (1 + $0.truncatingRemainder(dividingBy: 2)) }
    let nothing = PartialInformation.value(
      netBenefit: [parameter.map { _ in 0 }, less], parameters: [parameter])
    #expect(nothing == Estimate(value: 0, standardError: 0))
    // One draw in which the other is better makes it worth fitting.
    var once = less
    once[39] = 50
    let something = PartialInformation.value(
      netBenefit: [parameter.map { _ in 0 }, once], parameters: [parameter])
    #expect(something.value > 0)
  }

  @Test("The standard error is that of repeats, and the bias is small beside it")
  func repeats() throws {
    let (repeats, draws) = (400, 400)
    let scores = try (0..<repeats).map { repetition in
      let (netBenefit, p1, _) = DecisionTests.known(draws: draws, seed: 100 + UInt32(repetition))
      let value = PartialInformation.value(netBenefit: netBenefit, parameters: [p1])
      return (value.value - 0.083315471) / (try #require(value.standardError))
    }
    let moments = Moments(scores)
    let deviation = try #require(moments.standardDeviation)
    let band = DrawMomentsTests.chiSquareBand(repeats - 1)
    #expect(band.contains(deviation * deviation), "variance of scores \(deviation * deviation)")
    // The fit of noise raises the value: half the variance of the fitted line where it is 0, which is
    // 4 / n times two, times how densely p1 lies there. The true variance is that of what knowing p1
    // gains, with what p2 adds wherever the choice changes.
    let bias = 0.5 * (4 * 2 / Double(draws)) * 0.241970725
    let error = ((0.068397 + 4 * 0.158655) / Double(draws)).squareRoot()
    #expect(abs(moments.mean - bias / error) < DecisionTests.limit / Double(repeats).squareRoot())
  }

  @Test("Bends, and two parameters that act only together, are seen")
  func shapes() throws {
    let (x, y) = (Normals.list(0, count: 3_000), Normals.list(1, count: 3_000))
    let noise = Normals.list(2, count: 3_000)
    let bent = [x.map { _ in 0 }, zip(x, noise).map { $0 * $0 - 1 + $1 }]
    // E max(0, x² - 1) = 2 φ(1).
    try expect(bent, [x], 2 * exp(-0.5) / (2 * .pi).squareRoot())
    let joint = [x.map { _ in 0 }, zip(zip(x, y).map(*), noise).map { $0 + $1 }]
    // E max(0, xy) = 1 / π, and nothing is known from one of them.
    try expect(joint, [x, y], 1 / .pi)
    try expect(joint, [x], 0)
  }

  @Test("Many parameters, and ones that never change or say the same, do not upset it")
  func many() throws {
    let (netBenefit, p1, p2) = DecisionTests.known(draws: 500)
    let others = (10..<70).map { Normals.list($0, count: 500) }
    let constant = [Double](repeating: 3, count: 500)
    let all = PartialInformation.value(
      netBenefit: netBenefit, parameters: [p1, p2, p2, constant] + others)
    let known = Decision(netBenefit: netBenefit).perfectInformation.value
    #expect(close(all.value, known, within: 1e-6))
    let nothing = PartialInformation.value(netBenefit: netBenefit, parameters: [constant])
    #expect(nothing.value == 0)
    let one = PartialInformation.value(netBenefit: [p1], parameters: [p1])
    #expect(one.value == 0)
  }

  @Test("Three strategies: the value of what tells two of them apart")
  func three() throws {
    // Net benefits 0, x and -x: E max(0, |x|) = √(2/π), the best on average being any.
    let x = Normals.list(0, count: 4_000)
    try expect([x.map { _ in 0 }, x, x.map(-)], [x], (2 / Double.pi).squareRoot())
  }
}
