import Testing

@testable import SegmentAnalysis

@Suite("Moments")
struct MomentsTests {
  private let values: [Double] = [12, 15.5, 9, 14, 11, 13.25]

  @Test("Mean, spread and error are the textbook's")
  func textbook() throws {
    let moments = Moments([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(moments.mean == 5)
    #expect(close(try #require(moments.standardDeviation), (32.0 / 7).squareRoot()))
    #expect(close(try #require(moments.standardError), (32.0 / 56).squareRoot()))
  }

  @Test("Negated numbers give exactly the negated mean and the same spread")
  func symmetry() {
    let there = Moments(values)
    let back = Moments(values.map { -$0 })
    #expect(there.mean == -back.mean)
    #expect(there.standardDeviation == back.standardDeviation)
  }

  @Test("One replicate has no spread")
  func single() {
    let moments = Moments([4])
    #expect(moments.mean == 4)
    #expect(moments.standardDeviation == nil)
    #expect(moments.standardError == nil)
  }
}
