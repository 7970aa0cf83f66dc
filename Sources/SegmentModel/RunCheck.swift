/// Finds what is right by the format but probably not meant.
struct RunCheck {
  let run: LoadedRun

  /// Things a user should know before trusting the run.
  var warnings: [String] {
    loneNumbers + UtilityCheck(run: run).warnings + SameNameCheck(run: run).warnings + drawnApart
      + IdleCheck(run: run).warnings
  }

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

  /// Says which interventions are written out in several scenarios, whose luck of draws differs.
  private var drawnApart: [String] {
    var first: [String: (numbers: Set<String>, scenario: String)] = [:]
    var said: [String] = []
    for scenario in [run.baseline] + run.scenarios {
      for intervention in scenario.interventions {
        let id = intervention.id
        let numbers = uncertainInline(intervention)
        let isSaid = said.contains { $0.hasPrefix("'\(id)' ") }
        guard !numbers.isEmpty, !isSaid else { continue }
        guard let other = first[id] else {
          first[id] = (numbers, scenario.id)
          continue
        }
        guard numbers.isDisjoint(with: other.numbers) else { continue }
        said.append(
          "'\(id)' is written out in the scenarios '\(other.scenario)' and '\(scenario.id)', so its "
            + "uncertain numbers are drawn apart; put it into a file of its own that both name")
      }
    }
    return said
  }

  /// Ids of the uncertain numbers of an intervention that stands in the file of a scenario.
  private func uncertainInline(_ intervention: Intervention) -> Set<String> {
    var ids: Set<String> = []
    let scenario = Scenario(id: "", interventions: [intervention])
    _ = scenario.mapQuantities { quantity in
      quantity.mapParts { part in
        if part.isUncertain, part.id.contains(":interventions[") { ids.insert(part.id) }
        return part
      }
    }
    return ids
  }
}

extension LoadedRun {
  /// Things a user should know before trusting the run, such as a number that moves with no other.
  public var warnings: [String] { RunCheck(run: self).warnings }
}
