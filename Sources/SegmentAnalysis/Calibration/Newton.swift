/// Newton's method for the unknowns of one block, with slopes that are learnt as it goes on.
///
/// Unknowns are logarithms of factors, misses logarithms of simulated over target values.
struct Newton {
  /// How much each miss (outer index) changes with each unknown (inner index).
  private(set) var slopes: [[Double]]

  /// By how much every unknown is held back, as a part of what its own slopes say of it.
  ///
  /// It keeps steps small along what the targets hardly tell apart, where slopes are mostly luck.
  private static let damping = 0.03
  /// How long a step must be to be learnt from by half: of what a shorter one changes, much is luck.
  private static let half = 0.15
  /// The longest step in any unknown.
  static let longestStep = 1.0

  init(slopes: [[Double]]) { self.slopes = slopes }

  /// The step that should take misses to 0, as far as the slopes are right, no change in it being
  /// longer than `longest`.
  func step(misses: [Double], longest limit: Double) -> [Double] {
    let n = misses.count
    // (J'J + damping) step = -J' misses
    var rows = [[Double]](repeating: [Double](repeating: 0, count: n + 1), count: n)
    for i in 0..<n {
      for row in 0..<n {
        for j in 0..<n { rows[i][j] += slopes[row][i] * slopes[row][j] }
        rows[i][n] -= slopes[row][i] * misses[row]
      }
    }
    for i in 0..<n { rows[i][i] += Self.damping * rows[i][i] + 1e-12 }
    let step: [Double] = Self.solved(&rows)
    let longest = step.map(abs).max() ?? 0
    return longest > limit ? step.map { $0 * limit / longest } : step
  }

  /// Learns from what a step changed (Broyden's update, damped for short steps).
  mutating func learn(step: [Double], change: [Double]) {
    let square = step.reduce(Self.half * Self.half) { $0 + $1 * $1 }
    for i in slopes.indices {
      let expected = zip(slopes[i], step).reduce(0) { $0 + $1.0 * $1.1 }
      for j in step.indices { slopes[i][j] += (change[i] - expected) * step[j] / square }
    }
  }

  /// Solves linear equations, each a row with its right side last.
  private static func solved(_ rows: inout [[Double]]) -> [Double] {
    let n = rows.count
    for column in 0..<n {
      let pivot = (column..<n).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      for row in column + 1..<max(n, column + 1) {
        let factor = rows[row][column] / rows[column][column]
        for k in column...n { rows[row][k] -= factor * rows[column][k] }
      }
    }
    var result = [Double](repeating: 0, count: n)
    for row in (0..<n).reversed() {
      let known = (row + 1..<max(n, row + 1)).reduce(rows[row][n]) {
        $0 - rows[row][$1] * result[$1]
      }
      result[row] = known / rows[row][row]
    }
    return result
  }
}
