/// Newton's method for the unknowns of one block, with slopes that are learnt as it goes on.
///
/// Unknowns are logarithms of factors, misses logarithms of simulated over target values. A little
/// damping keeps steps small along what the targets hardly tell apart.
struct Newton {
  /// How much each miss (outer index) changes with each unknown (inner index).
  private(set) var slopes: [[Double]]

  /// The longest step in any unknown.
  static let longestStep = 1.0

  init(slopes: [[Double]]) { self.slopes = slopes }

  /// The step that should take misses to 0, as far as the slopes are right.
  func step(misses: [Double]) -> [Double] {
    let n = misses.count
    // (J'J + d) step = -J' misses
    var rows = [[Double]](repeating: [Double](repeating: 0, count: n + 1), count: n)
    for i in 0..<n {
      for row in 0..<n {
        for j in 0..<n { rows[i][j] += slopes[row][i] * slopes[row][j] }
        rows[i][n] -= slopes[row][i] * misses[row]
      }
    }
    var scale = 0.0
    for i in 0..<n { scale += rows[i][i] / Double(n) }
    for i in 0..<n { rows[i][i] += 1e-4 * scale + 1e-12 }
    let step: [Double] = Self.solved(&rows)
    let longest = step.map(abs).max() ?? 0
    return longest > Self.longestStep ? step.map { $0 * Self.longestStep / longest } : step
  }

  /// Learns from what a step changed (Broyden's update).
  mutating func learn(step: [Double], change: [Double]) {
    let square = step.reduce(0) { $0 + $1 * $1 }
    // After a short step, rounding and luck would be learnt.
    guard square > 1e-4 else { return }
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
