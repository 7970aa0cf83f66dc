import SegmentAnalysis
import Testing

@testable import SegmentReport

@Suite("Quantiles of a forecast")
struct ForecastMakerTests {
  private func quantiles(_ values: [Double], _ probabilities: [Double]) throws -> [Double] {
    let intervals = probabilities.map {
      Intervals(level: 1 - 2 * $0, draws: values.count, replicates: 1)
    }
    return try #require(
      ForecastMaker.quantiles(Finding(values: values, replicates: 1), intervals))
  }

  @Test("Where the ends are quantiles of values, the middle is the median, however far the mean is")
  func skewed() throws {
    // 99 values, so that the k-th stands for k in 100; the mean is above the upper quarter.
    let values = (1...98).map(Double.init) + [100_000]
    let found = try quantiles(values, [0.1, 0.25])
    #expect(zip(found, [10, 25, 50, 75, 90]).allSatisfy { ($0 - $1).magnitude < 1e-9 }, "\(found)")
    #expect(values.reduce(0, +) / 99 > 75)
  }

  @Test("Where the ends are Student's t, the middle is the mean, around which that lies")
  func few() throws {
    let found = try quantiles([1, 2, 3, 4, 20], [0.1, 0.25])
    #expect(found[2] == 6)
    #expect((found[0] + found[4] - 12).magnitude < 1e-9 && found == found.sorted())
  }

  @Test("Ends of the two kinds are put in order, and none takes the place of another")
  func crossing() throws {
    // Of 30 draws only the quarters are quantiles; the outlier throws the ends of t far out below.
    let values = [-1e6] + (1...29).map(Double.init)
    let found = try quantiles(values, [0.1, 0.25])
    #expect(found == found.sorted() && Set(found).count == 5)
    #expect(found.contains(7.75 - 1) && found.contains(15.5 - 1) && found.contains(23.25 - 1))
  }
}
