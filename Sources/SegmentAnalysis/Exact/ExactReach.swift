import SegmentModel

/// Divides residents by their propensities to be reached.
struct ExactReach {
  let model: Model
  let scenario: Scenario
  let step: StepLength

  /// A share of residents, and a propensity of each name that stands for theirs.
  private struct Part {
    var share: Double
    var propensity: [String: Double]
  }

  /// The classes of residents with some attributes at each boundary.
  func classes(_ attributes: [Attributes]) -> [ExactGroup.PropensityClass] {
    let reach = attributes.indices.map { boundary in
      scenario.interventions.map {
        // At the end of the run, whatever ran in the last step still does.
        share(
          of: $0, attributes[boundary], boundary: boundary,
          runningAt: min(boundary, attributes.count - 2))
      }
    }
    return parts(reach).map { part in
      let propensities = scenario.interventions.map { part.propensity[$0.propensity] ?? 1 }
      return ExactGroup.PropensityClass(
        share: part.share, inReach: reach.map { row in zip(propensities, row).map { $0 < $1 } })
    }
  }

  /// All combinations of the intervals between the reaches of each propensity's interventions.
  private func parts(_ reach: [[Double]]) -> [Part] {
    var parts = [Part(share: 1, propensity: [:])]
    for name in Set(scenario.interventions.map(\.propensity)).sorted() {
      var cuts: Set<Double> = []
      for (index, intervention) in scenario.interventions.enumerated()
      where intervention.propensity == name {
        cuts.formUnion(reach.map { $0[index] }.filter { 0 < $0 && $0 < 1 })
      }
      let ends = [0] + cuts.sorted() + [1]
      parts = parts.flatMap { part in
        zip(ends, ends.dropFirst()).map { low, high in
          var narrower = part
          narrower.share *= high - low
          narrower.propensity[name] = (low + high) / 2
          return narrower
        }
      }
    }
    return parts
  }

  /// The reach of an intervention in the step that begins at a boundary; 0 when it does not run.
  private func share(
    of intervention: Intervention, _ who: Attributes, boundary: Int, runningAt lastLook: Int
  ) -> Double {
    let month = model.start.ordinal + boundary * step.months
    let looked = model.start.ordinal + lastLook * step.months
    let hasEnded = intervention.ends.map { $0.ordinal <= looked } ?? false
    guard intervention.starts.ordinal <= looked, !hasEnded else { return 0 }
    let person = ExactPerson(who: who, segments: [], reached: [])
    let ramp = intervention.reach.ramp.map { ($0.years, person.value($0.share)) }
    let years = Double(month - intervention.starts.ordinal) / 12 + step.years / 2
    let factor = intervention.reach.factor.map { person.value($0) } ?? 1
    return min(1, ExactPerson.onLines(through: ramp, at: years) * factor)
  }
}
