import Foundation
import Testing

@testable import SegmentAnalysis

@Suite("Steps of the frontier")
struct FrontierStepTests {
  @Test("Errors are those of paired differences, that of the price by the delta method")
  func errors() throws {
    let (pounds, qalys) = ([90.0, 110, 120, 80], [9.0, 11, 10, 10])
    let step = FrontierStep(pounds: pounds, qalys: qalys)
    #expect(step.pounds.value == 100 && step.qalys.value == 10)
    #expect(step.poundsPerQALY.value == 10)
    // Deviations of the pounds are -10, 10, 20 and -20; of the QALYs -1, 1, 0 and 0.
    #expect(close(try #require(step.pounds.standardError), (1000.0 / 3 / 4).squareRoot()))
    #expect(close(try #require(step.qalys.standardError), (2.0 / 3 / 4).squareRoot()))
    // What is left of pounds less 10 a QALY is 0, 0, 20 and -20.
    #expect(
      close(try #require(step.poundsPerQALY.standardError), (800.0 / 3 / 4).squareRoot() / 10))
    #expect(step.isTold)
  }

  @Test("QALYs that may be none are not told; of a single number nothing is known")
  func told() {
    // The mean is 3.18 standard errors from 0 at 95% with three degrees of freedom.
    #expect(!FrontierStep(pounds: [1, 1, 1, 1], qalys: [1, 3, 1, -1]).isTold)
    #expect(FrontierStep(pounds: [1, 1, 1, 1], qalys: [1, 3, 2, 2]).isTold)
    let single = FrontierStep(pounds: [100], qalys: [2])
    #expect(single.isTold && single.poundsPerQALY.value == 50)
    #expect(single.poundsPerQALY.standardError == nil)
  }
}
