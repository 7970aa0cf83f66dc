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
    let found = model.pathways.flatMap { pathway in
      pathway.segments.indices.compactMap { segment -> String? in
        guard let chance = chanceOfTwo(pathway, segment: segment) else { return nil }
        let percent = Int((chance * 100).rounded())
        return "\(pathway.id)/\(pathway.segments[segment].id) \(percent)%"
      }
    }
    guard !found.isEmpty else { return [] }
    return [
      "only one move of a pathway is made in a \(step), and at the highest rates a second is likely "
        + "out of \(found.joined(separator: ", ")) (see --step)"
    ]
  }

  /// The chance of two or more moves out of a segment in a step, if it is above the limit.
  private func chanceOfTwo(_ pathway: Pathway, segment: Int) -> Double? {
    var total = 0.0
    for move in pathway.moves where move.move?.from.contains(segment) == true {
      // Where nothing leads on, a second move cannot happen.
      guard let to = move.move?.to,
        pathway.moves.contains(where: { $0.move?.from.contains(to) == true })
      else { continue }
      guard case .ratePerYear(let rate) = move.chance else { return nil }
      total += move.multipliers.reduce(rate.values.ceiling) { product, multiplier in
        let ratios = multiplier.ratios.values.map(\.values.ceiling)
        return product * max(1, ratios.max() ?? 1)
      }
    }
    let mean = total * step.years
    let chance = PortableMath.oneMinusExp(minus: mean) - mean * PortableMath.exp(-mean)
    return chance > Self.limit ? chance : nil
  }

  /// Says which interventions do not start or end with a step, and so run for another time.
  func offBoundary(_ scenarios: [Scenario]) -> [String] {
    var said: [String] = []
    for intervention in scenarios.flatMap(\.interventions) {
      guard let words = offBoundary(intervention) else { continue }
      let text = "\(intervention.id): \(words)"
      if !said.contains(text) { said.append(text) }
    }
    return said
  }

  private func offBoundary(_ intervention: Intervention) -> String? {
    let (starts, ends) = (intervention.starts, min(intervention.ends ?? model.end, model.end))
    guard firstStep(from: starts) < firstStep(from: ends) else {
      return "it never runs, because no \(step) begins from \(starts) until \(ends)"
    }
    let off = [starts, ends].filter { ($0.ordinal - model.start.ordinal) % step.months != 0 }
    guard let last = off.last else { return nil }
    if off.count == 2 {
      return "\(starts) and \(ends) each fall within a \(step); "
        + "each counts from the next \(step) on"
    }
    return "\(last) falls within a \(step); it counts from the next \(step) on"
  }

  /// The first step that begins in a month or later.
  private func firstStep(from month: CalendarMonth) -> Int {
    (month.ordinal - model.start.ordinal + step.months - 1) / step.months
  }
}
