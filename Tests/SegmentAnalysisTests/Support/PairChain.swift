import SegmentModel

/// The exact spread of a difference between two scenarios that share their luck.
///
/// For one pathway in probabilities whose only outcome is one event, with one uniform a step for
/// the move and one for the event: exits take the lowest uniforms in file order, staying the rest,
/// so the joint chances of both scenarios are the overlaps of their intervals.
struct PairChain {
  private let steps: Int
  private let segments: Int
  /// The chance of the event by segment.
  private let event: [Double]
  /// The intervals of uniforms by scenario and segment.
  private let intervals: [[[(to: Int, low: Double, high: Double)]]]

  /// The chain of a pathway, with the probabilities of moves in each of two scenarios.
  init(_ pathway: Pathway, probabilities: [[Double]], event: [Double], steps: Int) {
    self.steps = steps
    self.event = event
    segments = pathway.segments.count
    intervals = probabilities.map { probabilities in
      pathway.segments.indices.map { segment in
        var reached = 0.0
        var result: [(to: Int, low: Double, high: Double)] = []
        for (move, probability) in zip(pathway.moves, probabilities) {
          guard let own = move.move, own.from.contains(segment) else { continue }
          result.append((own.to, reached, reached + probability))
          reached += probability
        }
        return result + [(segment, reached, 1)]
      }
    }
  }

  /// The mean and the variance of the difference for one resident, by the segment they start in.
  func difference() -> [(mean: Double, variance: Double)] {
    var after = [(mean: Double, variance: Double)](
      repeating: (0, 0), count: segments * segments)
    for _ in 0..<steps {
      let next = after
      for first in 0..<segments {
        for second in 0..<segments {
          after[first * segments + second] = before(first, second, next)
        }
      }
    }
    return (0..<segments).map { after[$0 * segments + $0] }
  }

  private func before(
    _ first: Int, _ second: Int, _ after: [(mean: Double, variance: Double)]
  ) -> (mean: Double, variance: Double) {
    var parts: [(probability: Double, mean: Double, variance: Double)] = []
    for a in intervals[0][first] {
      for b in intervals[1][second] {
        let overlap = min(a.high, b.high) - max(a.low, b.low)
        let next = after[a.to * segments + b.to]
        if overlap > 0 { parts.append((overlap, next.mean, next.variance)) }
      }
    }
    let mean = parts.reduce(0) { $0 + $1.probability * $1.mean }
    let variance = parts.reduce(0) { sum, part in
      let off = part.mean - mean
      return sum + part.probability * (part.variance + off * off)
    }
    let now = event[first] - event[second]
    return (mean + now, variance + abs(now) - now * now)
  }
}
