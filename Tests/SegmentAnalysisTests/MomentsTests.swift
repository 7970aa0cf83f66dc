import Testing

@testable import SegmentAnalysis

@Suite("Moments")
struct MomentsTests {
  private let values: [Double] = [12, 15.5, 9, 14, 11, 13.25]

  private func prediction(_ moments: Moments) -> ClosedRange<Double>? {
    PredictionInterval(level: 0.8, count: moments.count).around(moments)
  }

  @Test("Mean, spread and error are the textbook's")
  func textbook() throws {
    let moments = Moments([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(moments.mean == 5)
    #expect(close(try #require(moments.standardDeviation), (32.0 / 7).squareRoot()))
    #expect(close(try #require(moments.standardError), (32.0 / 56).squareRoot()))
  }

  @Test("Negated numbers give exactly the negated interval")
  func symmetry() throws {
    let there = Moments(values)
    let back = Moments(values.map { -$0 })
    #expect(there.mean == -back.mean)
    #expect(there.standardDeviation == back.standardDeviation)
    let interval = try #require(prediction(there))
    let mirrored = try #require(prediction(back))
    #expect(interval.lowerBound == -mirrored.upperBound)
    #expect(interval.upperBound == -mirrored.lowerBound)
  }

  @Test("The interval is Student's prediction interval")
  func interval() throws {
    let moments = Moments([1, 2, 3, 4, 5])
    let interval = try #require(prediction(moments))
    let half = 1.5332062741 * 2.5.squareRoot() * 1.2.squareRoot()
    #expect(close(interval.upperBound, 3 + half, within: 1e-8))
    #expect(close(interval.lowerBound, 3 - half, within: 1e-8))
  }

  @Test("One replicate has no spread and no interval")
  func single() {
    let moments = Moments([4])
    #expect(moments.mean == 4)
    #expect(moments.standardDeviation == nil)
    #expect(moments.standardError == nil)
    #expect(prediction(moments) == nil)
  }

  @Test("Equal numbers have an interval of no width")
  func equal() throws {
    let interval = try #require(prediction(Moments([0.1, 0.1, 0.1])))
    #expect(interval.lowerBound == interval.upperBound)
  }
}
