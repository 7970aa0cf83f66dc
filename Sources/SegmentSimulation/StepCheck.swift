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
  static func offBoundary(_ scenarios: [Scenario], start: CalendarMonth, step: StepLength)
    -> [String]
  {
    func isOff(_ month: CalendarMonth) -> Bool {
      (month.ordinal - start.ordinal) % step.months != 0
    }
    var said: [String] = []
    for intervention in scenarios.flatMap(\.interventions) {
      let off = ([intervention.starts] + (intervention.ends.map { [$0] } ?? [])).filter(isOff)
      guard !off.isEmpty else { continue }
      let months = off.map(\.description).joined(separator: " and ")
      let text =
        "\(intervention.id): \(months) falls within a \(step); it counts from the next \(step) on"
      if !said.contains(text) { said.append(text) }
    }
    return said
  }
}
