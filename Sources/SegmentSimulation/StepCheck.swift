import SegmentModel

/// Finds moves that the step is too long for.
///
/// At most one move of a pathway happens in a step. Where a second would be likely, a shorter step
/// gives another answer, and the user should know.
struct StepCheck {
  let model: Model
  let step: StepLength

  /// The chance of two or more in a step above which a warning is given.
  static let limit = 0.02

  var warnings: [String] {
    model.pathways.flatMap { pathway in
      pathway.segments.indices.compactMap { warning(pathway, segment: $0) }
    }
  }

  private func warning(_ pathway: Pathway, segment: Int) -> String? {
    var total = 0.0
    for move in pathway.moves where move.move?.from.contains(segment) == true {
      guard case .ratePerYear(let rate) = move.chance else { return nil }
      total += rate.values.leaves.max() ?? 0
    }
    let mean = total * step.years
    let twice = PortableMath.oneMinusExp(minus: mean) - mean * PortableMath.exp(-mean)
    guard twice > Self.limit else { return nil }
    let percent = Int((twice * 100).rounded())
    return "\(pathway.id)/\(pathway.segments[segment].id): at its highest rate a second move within "
      + "a \(step) has a chance of \(percent)%; only one is made (see --step)"
  }
}
