/// Least squares on a smooth function of some parameters, as smooth as cross-validation wants it.
///
/// The function is a sum of a line and a penalised natural cubic spline for each parameter and, for
/// few parameters, of penalised products of each two. One penalty serves all, and generalised
/// cross-validation (Golub, Heath and Wahba 1979) chooses it. A function that is linear in the
/// parameters is fitted without bias. Of many parameters only the lines are kept, penalised too
/// where there are not ten draws for each.
struct SmoothRegression {
  /// What is fitted with: [column][draw], each with mean 0.
  private let columns: [[Double]]
  private let penalties: [Double]
  private let products: [[Double]]
  private let draws: Int

  /// A fit of one target.
  struct Fit {
    /// The fitted value in each draw; their mean is that of the target.
    let fitted: [Double]
    /// What is left in each draw.
    let residuals: [Double]
    /// Degrees of freedom that the fit took, that of the mean among them.
    let degreesOfFreedom: Double
    /// The variance of the fitted function times the weights of a sum over draws is w'Vw times the
    /// residual variance; this is the inverse of the penalised products.
    fileprivate let inverse: [[Double]]
  }

  /// The most knots of a spline, and the most parameters whose products are fitted.
  private static let (mostKnots, mostPaired) = (9, 8)

  /// Parameters as [parameter][draw].
  init(_ parameters: [[Double]]) {
    precondition(!parameters.isEmpty, "a regression needs a parameter")
    draws = parameters[0].count
    let isFew = parameters.count <= Self.mostPaired
    let room = draws / (10 * parameters.count)
    let bases = parameters.map { SplineBasis($0, knots: min(Self.mostKnots, room)) }
    let lines = bases.compactMap(\.line)
    let pairs =
      isFew && room > 2 * parameters.count
      ? lines.indices.flatMap { i in (0..<i).map { j in zip(lines[i], lines[j]).map(*) } } : []
    let bent = bases.flatMap(\.bends) + pairs
    columns = (lines + bent).map { column in
      let mean = Moments(column).mean
      return column.map { $0 - mean }
    }
    penalties = lines.map { _ in room > 0 ? 0 : 1 } + bent.map { _ in 1 }
    products = Self.products(columns)
  }

  private static func products(_ columns: [[Double]]) -> [[Double]] {
    var result = columns.map { _ in [Double](repeating: 0, count: columns.count) }
    for i in columns.indices {
      for j in 0...i {
        let sum = dot(columns[i], columns[j])
        (result[i][j], result[j][i]) = (sum, sum)
      }
    }
    return result
  }

  /// The sum of products of two vectors.
  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }

  /// Fits a target, one number a draw.
  func fit(_ target: [Double]) -> Fit {
    precondition(target.count == draws, "a target has a number for each draw")
    let mean = Moments(target).mean
    let centred = target.map { $0 - mean }
    let sides = columns.map { Self.dot($0, centred) }
    let trials = Self.penalties.compactMap { trial($0, sides, centred) }
    guard let best = trials.min(by: { $0.score < $1.score }) else {
      return Fit(
        fitted: target.map { _ in mean }, residuals: centred, degreesOfFreedom: 1, inverse: [])
    }
    var fitted = [Double](repeating: mean, count: draws)
    for (column, coefficient) in zip(columns, best.coefficients) {
      for draw in fitted.indices { fitted[draw] += coefficient * column[draw] }
    }
    return Fit(
      fitted: fitted, residuals: zip(target, fitted).map(-), degreesOfFreedom: best.freedom,
      inverse: best.inverse)
  }

  /// Penalties for each draw, from hardly any to one under which hardly a bend is left.
  private static let penalties = [
    1e-7, 1e-6, 1e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3, 1, 10, 1e3, 1e5,
  ]

  private struct Trial {
    var score: Double
    var coefficients: [Double]
    var freedom: Double
    var inverse: [[Double]]
  }

  /// The fit under a penalty for each draw, with its score of generalised cross-validation.
  private func trial(_ penalty: Double, _ sides: [Double], _ centred: [Double]) -> Trial? {
    guard !columns.isEmpty else { return nil }
    let count = Double(draws)
    var matrix = products
    // The least there is lets parameters that are the same in every draw share what they do.
    for i in matrix.indices { matrix[i][i] += count * (penalty * penalties[i] + 1e-10) }
    guard let root = Cholesky(matrix) else { return nil }
    let inverse = matrix.indices.map { i in
      root.solve(matrix.indices.map { $0 == i ? 1 : 0 })
    }
    let coefficients = inverse.map { Self.dot($0, sides) }
    var (freedom, squares) = (1.0, Self.dot(centred, centred))
    for i in matrix.indices {
      freedom += Self.dot(inverse[i], products[i])
      squares += coefficients[i] * (Self.dot(products[i], coefficients) - 2 * sides[i])
    }
    guard freedom < count else { return nil }
    let score = count * max(0, squares) / ((count - freedom) * (count - freedom))
    return Trial(
      score: score, coefficients: coefficients, freedom: freedom, inverse: inverse)
  }

  /// The covariance, by the noise that was fitted with the function, of two weighted means over
  /// draws of fitted values; weights are one number a draw.
  func covariance(_ a: Fit, _ b: Fit, weights wa: [Double], _ wb: [Double]) -> Double {
    let count = Double(draws)
    let free = max(1, count - (a.degreesOfFreedom + b.degreesOfFreedom) / 2)
    let noise = Self.dot(a.residuals, b.residuals) / free
    let (va, vb) = (columns.map { Self.dot($0, wa) }, columns.map { Self.dot($0, wb) })
    let left = a.inverse.map { Self.dot($0, va) }
    let right = b.inverse.map { Self.dot($0, vb) }
    var spread = wa.reduce(0, +) * wb.reduce(0, +) / count
    for i in left.indices { spread += left[i] * Self.dot(products[i], right) }
    return noise * spread / (count * count)
  }
}
