/// Everything that a step can bring to someone in one state.
struct ExactStep {
  /// The interventions that reach the person.
  var reached: [Int]
  /// Those of them that do so for the first time.
  var started: [Int]
  /// What happens whatever the outcome.
  var counts: [ExactCount]
  /// The outcomes; their probabilities add up to 1.
  var outcomes: [ExactOutcome]
}

extension ExactStep {
  /// The moments of a functional over this step and everything after it.
  func moments(_ weights: ExactTable, step: Int, _ after: [ExactMoments]) -> ExactMoments {
    func moments(_ counts: [ExactCount]) -> ExactMoments {
      counts.reduce(into: ExactMoments(mean: 0, variance: 0)) { sum, count in
        let weight = reached.reduce(weights.happened[step][count.happening]) {
          $0 + weights.happenedToReached[step][$1][count.happening]
        }
        sum.mean += weight * count.mean
        sum.variance += weight * weight * count.variance
      }
    }
    var result = ExactMoments(
      mixing: outcomes.map { outcome in
        var own = moments(outcome.counts)
        for trigger in outcome.triggered { own.mean += weights.triggered[step][trigger] }
        for move in outcome.movedOnce { own.mean += weights.movedOnce[step][move] }
        own.mean += after[outcome.next].mean
        own.variance += after[outcome.next].variance
        return (outcome.probability, own)
      })
    let anyway = moments(counts)
    result.mean += anyway.mean + started.reduce(0) { $0 + weights.started[step][$1] }
    result.variance += anyway.variance
    return result
  }
}
