/// Finds what is right by the format but probably not meant.
struct RunCheck {
  let run: LoadedRun

  /// Things a user should know before trusting the run.
  var warnings: [String] { loneNumbers + utilities }

  /// Says which numbers name a group that nothing else of the run names.
  private var loneNumbers: [String] {
    var groups: [(name: String, numbers: [InputNumber])] = []
    for number in run.inputs {
      guard let name = number.correlation?.group else { continue }
      guard let index = groups.firstIndex(where: { $0.name == name }) else {
        groups.append((name, [number]))
        continue
      }
      // The numbers of a table move together anyhow.
      let isKnown = groups[index].numbers.contains { $0.quantity == number.quantity }
      if !isKnown { groups[index].numbers.append(number) }
    }
    return groups.compactMap { name, numbers in
      guard numbers.count == 1 else { return nil }
      let others = groups.map(\.name).filter { $0 != name }
      let nearest = Spelling.nearest(to: name, in: others)
      return
        "\(numbers[0].file): \(numbers[0].path): no other number of the run is correlated with '\(name)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    }
  }

  /// Says which interventions make those they reach better than in full health.
  private var utilities: [String] {
    guard let base = run.model.baseUtility?.scalar else { return [] }
    var said: [String] = []
    for intervention in ([run.baseline] + run.scenarios).flatMap(\.interventions) {
      guard let gain = intervention.utilityGain?.scalar else { continue }
      let most = base - leastLoss(intervention.eligible) + gain
      guard most > 1 + 1e-9 else { continue }
      let text =
        "\(intervention.id): with its utility gain of \(Mistake.plain(gain)) those it reaches may "
        + "have a utility of \(Mistake.sum(most)), but full health is 1"
      if !said.contains(text) { said.append(text) }
    }
    return said
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

extension LoadedRun {
  /// Things a user should know before trusting the run, such as a number that moves with no other.
  public var warnings: [String] { RunCheck(run: self).warnings }
}
