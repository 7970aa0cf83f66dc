/// A symmetric positive definite matrix taken apart as L times its own transpose.
struct Cholesky {
  /// The lower triangle, row by row.
  let lower: [[Double]]

  /// Takes a matrix apart; nil when it is not positive definite.
  init?(_ matrix: [[Double]]) {
    var lower = matrix.map { [Double](repeating: 0, count: $0.count) }
    for i in matrix.indices {
      for j in 0...i {
        var sum = matrix[i][j]
        for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
        if i == j {
          guard sum > 0, sum.isFinite else { return nil }
          lower[i][i] = sum.squareRoot()
        } else {
          lower[i][j] = sum / lower[j][j]
        }
      }
    }
    self.lower = lower
  }

  /// What L must be multiplied by to give a vector.
  func forward(_ vector: [Double]) -> [Double] {
    var result = vector
    for i in result.indices {
      for k in 0..<i { result[i] -= lower[i][k] * result[k] }
      result[i] /= lower[i][i]
    }
    return result
  }

  /// What the matrix must be multiplied by to give a vector.
  func solve(_ vector: [Double]) -> [Double] {
    var result = forward(vector)
    for i in result.indices.reversed() {
      for k in i + 1..<max(i + 1, result.count) { result[i] -= lower[k][i] * result[k] }
      result[i] /= lower[i][i]
    }
    return result
  }
}
