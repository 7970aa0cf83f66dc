import SegmentModel

/// Finds moves that the step is too long for.
///
/// At most one move of a pathway happens in a step. Where a second would be likely, a shorter step
/// gives another answer, and the user should know.
struct StepCheck {
  let model: Model
  let scenarios: [Scenario]
  let step: StepLength

  /// The segments out of which a second move in a step is likely, in file order.
  var secondMoves: [SecondMove] {
    model.pathways.indices.flatMap { index in
      let pathway = model.pathways[index]
      return pathway.segments.indices.compactMap { segment in
        chanceOfTwo(index, segment: segment).map {
          SecondMove(pathway: pathway.id, segment: pathway.segments[segment].id, chance: $0)
        }
      }
    }
  }

  var warnings: [String] {
    let found = secondMoves.map { move in
      "\(move.pathway)/\(move.segment) \(Int((move.chance * 100).rounded()))%"
    }
    guard !found.isEmpty else { return [] }
    return [
      "only one move of a pathway is made in a \(step), and a second is put off to the next: at the "
        + "highest rates its chance is above \(Int(SecondMove.limit * 100))% out of "
        + "\(found.joined(separator: ", ")) (a shorter --step makes it less)"
    ]
  }

  /// The chance of two or more moves out of a segment in a step, in the scenario where it is highest, if
  /// it is above the limit.
  private func chanceOfTwo(_ pathway: Int, segment: Int) -> Double? {
    let chances = ([[]] + scenarios.map(\.interventions)).map { interventions in
      let reaching = interventions.filter {
        $0.eligible.segments[pathway]?.contains(segment) ?? true
      }
      let mean = rate(outOf: segment, in: pathway, reaching) * step.years
      return PortableMath.oneMinusExp(minus: mean) - mean * PortableMath.exp(-mean)
    }
    return chances.max().flatMap { $0 > SecondMove.limit ? $0 : nil }
  }

  /// The highest rate at which a segment is left for one that can be left too, under some interventions;
  /// 0 where chances are not given as rates.
  private func rate(
    outOf segment: Int, in index: Int, _ interventions: [Intervention]
  ) -> Double {
    let pathway = model.pathways[index]
    let first = model.pathways[..<index].reduce(0) { $0 + $1.moves.count }
    var total = 0.0
    for (number, move) in pathway.moves.enumerated()
    where move.move?.from.contains(segment) == true {
      // Where nothing leads on, a second move cannot happen.
      guard let to = move.move?.to,
        pathway.moves.contains(where: { $0.move?.from.contains(to) == true })
      else { continue }
      guard case .ratePerYear(let rate) = move.chance else { return 0 }
      var base = move.multipliers.reduce(rate.values.ceiling) { product, multiplier in
        let ratios = multiplier.ratios.values.map(\.values.ceiling)
        return product * max(1, ratios.max() ?? 1)
      }
      var (ratio, added) = (1.0, 0.0)
      let target = EffectTarget.happening(first + number)
      for effect in interventions.flatMap(\.effects) where effect.target == target {
        let value = effect.change.quantity.values.ceiling
        switch effect.change {
        case .multiplyRate: ratio *= max(1, value)
        case .addRatePerYear: added += max(0, value)
        case .setRatePerYear: base = max(base, value)
        case .setProbability: break
        }
      }
      total += base * ratio + added
    }
    return total
  }

  /// Says which interventions do not start or end with a step, and so run for another time.
  var offBoundary: [String] {
    scenarios.flatMap(\.interventions).compactMap { intervention in
      offBoundary(intervention).map { "\(intervention.id): \($0)" }
    }.distinct
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
