/// The mean and the variance of a number that depends on chance.
struct ExactMoments {
  var mean: Double
  var variance: Double
}

extension ExactMoments {
  /// The moments of a number that has some moments with a probability each.
  init(mixing parts: [(probability: Double, moments: ExactMoments)]) {
    let centre = parts.reduce(0) { $0 + $1.probability * $1.moments.mean }
    mean = centre
    variance = parts.reduce(0) { sum, part in
      let off = part.moments.mean - centre
      return sum + part.probability * (part.moments.variance + off * off)
    }
  }
}
