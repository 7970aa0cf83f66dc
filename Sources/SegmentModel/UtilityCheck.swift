/// Finds utilities that nobody can have: above that of full health, or below that of being dead.
struct UtilityCheck {
  let run: LoadedRun

  var warnings: [String] {
    guard let base = run.model.baseUtility?.values else { return [] }
    let byAge = base.valuesByAge(for: Attributes(age: 0))
    return gains(byAge) + losses(highest(byAge, nil))
  }

  /// The utility of whoever loses none, at those of some ages at which it is highest.
  private func highest(_ base: [Double], _ ages: AgeRange?) -> Double {
    base.indices.filter { ages?.contains($0) ?? true }.map { base[$0] }.max() ?? 0
  }

  /// Says which interventions make those they reach better than in full health, alone or together.
  ///
  /// `base` is the utility of whoever loses none: [age].
  private func gains(_ base: [Double]) -> [String] {
    var said: [String] = []
    for interventions in ([run.baseline] + run.scenarios).map(\.interventions) {
      let gaining = interventions.filter { ($0.utilityGain?.scalar ?? 0) > 0 }
      var alone: Set<String> = []
      for intervention in gaining {
        let gain = intervention.utilityGain?.scalar ?? 0
        let most = most(intervention.eligible, base) + gain
        guard most > 1 + 1e-9 else { continue }
        alone.insert(intervention.id)
        add(
          "\(intervention.id): with its utility gain of \(Mistake.plain(gain)) those it reaches may "
            + "have a utility of \(Mistake.sum(most)), but full health is 1", to: &said)
      }
      let rest = gaining.filter { !alone.contains($0.id) }
      if let text = together(rest, base) { add(text, to: &said) }
    }
    return said
  }

  /// The first of some interventions that make people whom they reach together better than in full
  /// health.
  private func together(_ interventions: [Intervention], _ base: [Double]) -> String? {
    for (index, first) in interventions.enumerated() {
      var (shared, ids, gain) = (first.eligible, [first.id], first.utilityGain?.scalar ?? 0)
      var (from, until) = (first.starts, first.ends ?? run.model.end)
      for other in interventions[(index + 1)...] {
        let (later, sooner) = (max(from, other.starts), min(until, other.ends ?? until))
        guard later < sooner, let both = shared.overlap(other.eligible) else { continue }
        (from, until) = (later, sooner)
        (shared, gain) = (both, gain + (other.utilityGain?.scalar ?? 0))
        ids.append(other.id)
      }
      let most = most(shared, base) + gain
      guard ids.count > 1, most > 1 + 1e-9 else { continue }
      return
        "\(ids.joined(separator: ", ")): with their utility gains of \(Mistake.sum(gain)) together "
        + "those whom all reach may have a utility of \(Mistake.sum(most)), but full health is 1"
    }
    return nil
  }

  /// Says in which segments everybody is worse than dead.
  private func losses(_ base: Double) -> [String] {
    let least = leastLoss(Eligibility())
    let found = run.model.pathways.flatMap { pathway in
      let living = pathway.segments.filter { $0.leaves == nil }
      let own = living.map { $0.utilityLoss?.scalar ?? 0 }
      return zip(living, own).compactMap { segment, loss -> (String, Double)? in
        let most = base - least + (own.min() ?? 0) - loss
        return most < -1e-9 ? ("\(pathway.id)/\(segment.id)", most) : nil
      }
    }
    guard let highest = found.map(\.1).max() else { return [] }
    return [
      "whoever is in \(found.map(\.0).joined(separator: ", ")) has a utility of at most "
        + "\(Mistake.sum(highest)), but that of the dead is 0"
    ]
  }

  private func add(_ text: String, to said: inout [String]) {
    if !said.contains(text) { said.append(text) }
  }

  /// The highest utility of somebody for whom an intervention is, without it.
  private func most(_ eligible: Eligibility, _ base: [Double]) -> Double {
    highest(base, eligible.ages) - leastLoss(eligible)
  }

  /// The least utility that somebody loses, per year, by the segments that they are in.
  private func leastLoss(_ eligible: Eligibility) -> Double {
    run.model.pathways.enumerated().reduce(0) { sum, pathway in
      let segments = eligible.segments[pathway.offset] ?? Set(pathway.element.segments.indices)
      let losses = segments.map { pathway.element.segments[$0] }.filter { $0.leaves == nil }
        .map { $0.utilityLoss?.scalar ?? 0 }
      return sum + (losses.min() ?? 0)
    }
  }
}

extension Eligibility {
  /// Whom two conditions are both open to; nil where there is nobody.
  fileprivate func overlap(_ other: Eligibility) -> Eligibility? {
    func both(_ a: Set<Int>?, _ b: Set<Int>?) -> Set<Int>? {
      guard let a, let b else { return a ?? b }
      return a.intersection(b)
    }
    var ages = ages ?? other.ages
    if let own = self.ages, let others = other.ages {
      ages = AgeRange(max(own.lower, others.lower), min(own.upper, others.upper))
    }
    let result = Eligibility(
      ages: ages, sexes: both(sexes, other.sexes), areas: both(areas, other.areas),
      deprivation: both(deprivation, other.deprivation),
      segments: segments.merging(other.segments) { $0.intersection($1) })
    let sets = [result.sexes, result.areas, result.deprivation].compactMap { $0 }
    let isEmpty = (sets + result.segments.values).contains(where: \.isEmpty)
    return isEmpty || (ages.map { $0.lower > $0.upper } ?? false) ? nil : result
  }
}
