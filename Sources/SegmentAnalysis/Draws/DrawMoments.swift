/// Mean and spread of a number over draws of the uncertain parameters and over replicates of luck
/// within each draw; one number added at a time.
///
/// A one-way analysis of variance tells the two apart (O'Hagan, Stevenson and Madan 2007): with N
/// draws of M replicates the mean square within draws estimates the variance of luck, and the mean
/// square between draws that of luck plus M times that of the parameters. Adding the negatives of the
/// same numbers gives exactly the negative mean and the same spread.
public struct DrawMoments: Hashable, Sendable {
  /// How many draws were begun.
  public private(set) var draws = 0
  private var closed = Moments()
  private var closedSquares = 0.0
  private var open = Moments()

  /// Nothing added yet.
  public init() {}

  /// The moments of numbers: by draw, then replicate.
  public init(_ values: [[Double]]) {
    for draw in values {
      for (replicate, value) in draw.enumerated() { add(value, startsDraw: replicate == 0) }
    }
  }

  /// Adds the number of one more replicate, of the draw in hand or of a new one.
  public mutating func add(_ value: Double, startsDraw: Bool) {
    if startsDraw {
      (closed, closedSquares) = (means, squares)
      open = Moments()
      draws += 1
    }
    open.add(value)
  }

  /// Replicates in a draw, the same in each.
  public var replicates: Int { open.count }
  /// The mean; 0 before anything is added.
  public var mean: Double { means.mean }

  /// The means of the draws.
  private var means: Moments {
    guard open.count > 0 else { return closed }
    var means = closed
    means.add(open.mean)
    return means
  }

  /// The sum of squares about the means of the draws.
  private var squares: Double { closedSquares + open.squares }

  /// The mean square between draws; nil for fewer than two.
  public var meanSquareBetween: Double? {
    draws < 2 ? nil : Double(replicates) * max(0, means.squares) / Double(draws - 1)
  }

  /// The mean square within draws; nil for draws of one replicate.
  public var meanSquareWithin: Double? {
    replicates < 2 ? nil : max(0, squares) / Double(draws * (replicates - 1))
  }

  /// The estimated variance between draws of what a draw is expected to give; negative where draws
  /// differ less than luck alone would have them, nil where it cannot be told from luck.
  public var parameterVariance: Double? {
    guard let meanSquareBetween, let meanSquareWithin else { return nil }
    return (meanSquareBetween - meanSquareWithin) / Double(replicates)
  }

  /// The degrees of freedom of ``parameterVariance`` (Satterthwaite's); 0 where draws differ by no
  /// more than luck.
  var parameterFreedom: Double? {
    guard let between = meanSquareBetween, let within = meanSquareWithin else { return nil }
    let difference = max(0, between - within)
    let spread =
      between * between / Double(draws - 1) + within * within / Double(draws * (replicates - 1))
    return spread > 0 ? difference * difference / spread : Double(draws - 1)
  }

  /// The standard deviation by the parameters, with the sign of ``parameterVariance``: one below zero
  /// says that draws differ by no more than luck.
  public var sdParameters: Double? {
    parameterVariance.map { $0 < 0 ? -(-$0).squareRoot() : $0.squareRoot() }
  }

  /// The standard deviation by luck, within a draw; nil for draws of one replicate.
  public var sdLuck: Double? { meanSquareWithin?.squareRoot() }

  /// The variance of one replicate of one draw, and the degrees of freedom that its estimate has
  /// (Satterthwaite's); nil for a single number.
  public var totalVariance: (variance: Double, degreesOfFreedom: Double)? {
    guard let between = meanSquareBetween else {
      return meanSquareWithin.map { ($0, Double(replicates - 1)) }
    }
    guard let within = meanSquareWithin else { return (between, Double(draws - 1)) }
    let luck = Double(replicates - 1) * within
    let spread =
      between * between / Double(draws - 1)
      + luck * luck / Double(draws * (replicates - 1))
    let sum = between + luck
    return (sum / Double(replicates), spread > 0 ? sum * sum / spread : Double(draws - 1))
  }

  /// The standard deviation of one replicate of one draw; nil for a single number.
  public var standardDeviation: Double? { totalVariance?.variance.squareRoot() }

  /// The share of that variance that is luck; nil where the two cannot be told apart, or nothing
  /// varies.
  public var shareOfLuck: Double? {
    guard let luck = meanSquareWithin, let parameters = parameterVariance else { return nil }
    let sum = luck + max(0, parameters)
    return sum > 0 ? luck / sum : nil
  }

  /// The standard error of ``shareOfLuck``, from those of the two mean squares.
  public var standardErrorOfShare: Double? {
    guard let share = shareOfLuck, let between = meanSquareBetween, let within = meanSquareWithin
    else { return nil }
    let sum = between + Double(replicates - 1) * within
    let relative = (2 / Double(draws - 1) + 2 / Double(draws * (replicates - 1))).squareRoot()
    return sum > 0 ? share * between / sum * relative : 0
  }

  /// The Monte Carlo standard error of the mean; nil for a single number.
  ///
  /// With several draws it is by how their means differ. The error of a single draw is by luck alone:
  /// how far the mean is from what that draw is expected to give.
  public var standardError: Double? {
    let numbers = Double(draws * replicates)
    return (meanSquareBetween ?? meanSquareWithin).map { ($0 / numbers).squareRoot() }
  }

  /// The degrees of freedom of ``standardError``.
  var degreesOfFreedomOfError: Int {
    Self.degreesOfFreedomOfError(draws: draws, replicates: replicates)
  }

  /// The degrees of freedom of the error of a mean over draws of some replicates each.
  public static func degreesOfFreedomOfError(draws: Int, replicates: Int) -> Int {
    draws > 1 ? draws - 1 : replicates - 1
  }
}
