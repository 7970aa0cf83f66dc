/// Looks for a value at which a result changes its sign, between two ends.
///
/// With the same luck at every value a result moves little by little with a number, so that a crossing
/// can be bracketed. Where it crosses several times, one of the crossings is found.
public struct ThresholdSearch: Sendable {
  /// What was found.
  public enum Answer: Hashable, Sendable {
    /// The value, and the ends between which the sign changes.
    case crossing(Double, between: ClosedRange<Double>)
    /// The result has the same sign wherever it was looked at.
    case none
  }

  /// The looks after which a search ends by itself.
  public static let usualMost = 20

  /// Where the result was looked at, in order, and what it was.
  public private(set) var looked: [(value: Double, result: Double)] = []
  /// What was found.
  public private(set) var answer = Answer.none

  /// Searches a range, with at most so many looks, until the ends are within a part of the range.
  ///
  /// First at both ends; where they have the same sign, at three values between. Then by false
  /// position with the weight of a lasting end halved (Illinois), which finds the root of a line at
  /// the first try.
  public init(
    in range: ClosedRange<Double>, tolerance: Double = 0.001, most: Int = usualMost,
    _ result: (Double) throws -> Double
  ) throws {
    var found: [(value: Double, result: Double)] = []
    func look(_ value: Double) throws -> Double {
      let result = try result(value)
      found.append((value, result))
      return result
    }
    defer { looked = found }
    let width = range.upperBound - range.lowerBound
    let parts = [0, 1, 0.5, 0.25, 0.75]
    for part in parts {
      _ = try look(range.lowerBound + part * width)
      guard let bracket = Self.bracket(found) else { continue }
      answer = try Self.narrow(
        bracket, tolerance: tolerance * width, most: most - found.count, look)
      return
    }
  }

  /// How fast the result moves at the crossing: from there to the nearest value that was looked at and is
  /// a twentieth of the range away, since steps hide the slope to nearer ones; nil without a crossing.
  public var slope: Double? {
    guard case .crossing(let crossing, _) = answer, let low = looked.map(\.value).min(),
      let high = looked.map(\.value).max()
    else { return nil }
    return looked.filter { ($0.value - crossing).magnitude >= (high - low) / 20 }
      .min { ($0.value - crossing).magnitude < ($1.value - crossing).magnitude }
      .map { $0.result / ($0.value - crossing) }
  }

  private typealias Point = (value: Double, result: Double)

  /// Neighbours between which the sign changes.
  ///
  /// A result of exactly zero has none: where nobody is reached, say, an answer is nothing and does
  /// not flip.
  private static func bracket(_ points: [Point]) -> (low: Point, high: Point)? {
    let sorted = points.filter { $0.result != 0 }.sorted { $0.value < $1.value }
    for (a, b) in zip(sorted, sorted.dropFirst()) where (a.result < 0) != (b.result < 0) {
      return (a, b)
    }
    return nil
  }

  private static func narrow(
    _ bracket: (low: Point, high: Point), tolerance: Double, most: Int,
    _ look: (Double) throws -> Double
  ) throws -> Answer {
    var (low, high) = bracket
    let negligible = 1e-9 * max(low.result.magnitude, high.result.magnitude)
    // How much the result of each end counts.
    var weights = (low: 1.0, high: 1.0)
    var lastWasLow: Bool?
    func meet() -> Double {
      let (a, b) = (low.result * weights.low, high.result * weights.high)
      return low.value - a * (high.value - low.value) / (b - a)
    }
    for _ in 0..<max(0, most) where high.value - low.value > tolerance {
      let value = meet()
      let result = try look(value)
      guard result.magnitude > negligible else { return .crossing(value, between: value...value) }
      let isLow = (result < 0) == (low.result < 0)
      // The end that stays a second time counts half, so that it is let go in the end.
      if isLow {
        weights = (1, lastWasLow == true ? weights.high / 2 : 1)
        low = (value, result)
      } else {
        weights = (lastWasLow == false ? weights.low / 2 : 1, 1)
        high = (value, result)
      }
      lastWasLow = isLow
    }
    weights = (1, 1)
    return .crossing(meet(), between: low.value...high.value)
  }
}
