/// Where it helps: by area and by deprivation.
struct EquitySection {
  let world: ReportWorld
  let frame: Frame

  private func kinds(_ scenario: String) -> [(kind: String, name: String, rates: GroupRates)] {
    [
      ("area", world.names.of("group_kind", "area")),
      ("deprivation", "Deprivation, from the most deprived"),
    ]
    .map { ($0.0, $0.1, GroupRates(world, kind: $0.0, scenario: scenario)) }
    .filter { $0.2.groups.count > 1 }
  }

  /// The sentence about who gains more, where there are groups of deprivation.
  func words(_ scenario: String) -> EquityWords? {
    let rates = GroupRates(world, kind: "deprivation", scenario: scenario)
    guard let headline = world.headline, let most = rates.groups.first,
      let least = rates.groups.last,
      rates.groups.count > 1
    else { return nil }
    return EquityWords(
      frame: frame, scenario: world.quoted(scenario),
      outcome: world.names.of("outcome", headline), groups: rates.groups.count,
      most: (most.rate, most.before), least: (least.rate, least.before),
      chance: frame.samples > 1
        ? world.chance("most_deprived_gain_more", scenario, outcome: headline)?.probability : nil)
  }

  /// Dots by area and deprivation.
  func dots(_ scenario: String) -> Chart? {
    guard let headline = world.headline else { return nil }
    let kinds = kinds(scenario)
    guard !kinds.isEmpty else { return nil }
    let name = world.names.of("outcome", headline)
    var grid = ReportGrid(
      "\(name) avoided by group \(frame.period), \(world.scenarioName(scenario))",
      columns: [
        "Group", "\(frame.baseline), per 1,000 people a year", "Avoided per 1,000 a year",
        "\(frame.levelText) range", "Avoided in all", "Per £10,000 of programme",
      ])
    let groups = kinds.map { kind, kindName, rates in
      grid.appendHeading(kindName)
      return IntervalChart.Group(
        name: kindName,
        items: rates.groups.enumerated().map { index, group in
          let label = kind == "area" ? group.name : Self.place(index, of: rates.groups)
          let rate = group.rate
          let text = rate.isUntold ? Phrase.cannotTell : Phrase.decimal(rate.mean)
          grid.append(
            label,
            [
              NumberText.fixed(group.before, decimals: 1), text,
              rate.range.map {
                "\(Phrase.decimal($0.lowerBound)) to \(Phrase.decimal($0.upperBound))"
              } ?? "",
              HeadlineTable.cell(group.avoided, .count, .fewer),
              group.perTenThousandPounds.map { found in
                found.isUntold
                  ? Phrase.cannotTell
                  : Phrase.decimal(found.mean)
                    + (found.range.map {
                      " (\(Phrase.decimal($0.lowerBound)) to \(Phrase.decimal($0.upperBound)))"
                    } ?? "")
              } ?? "–",
            ])
          return IntervalChart.Item(
            name: label, mean: rate.mean, range: rate.range, text: text)
        })
    }
    return Chart(
      id: ReportSection.fileName("by-group", scenario),
      title: title(kinds.map(\.rates), scenario, name),
      subtitle:
        "\(name) avoided per 1,000 people a year, \(frame.place), \(frame.period), compared "
        + "with \(Phrase.within(frame.baseline)); groups in file order, not ranked",
      description: "A dot with its range for each group.",
      table: grid, source: "outcomes.csv, segments.csv, reach.csv and costs.csv",
      draw: IntervalChart(
        groups: groups, measure: "Avoided per 1,000 people a year",
        key: "mean and \(frame.levelText) range of one place", style: world.style(scenario)
      ).draw)
  }

  /// What a group of deprivation is called in a list of them.
  private static func place(_ index: Int, of groups: [GroupRates.Group]) -> String {
    let end = index == 0 ? ", most deprived" : index == groups.count - 1 ? ", least deprived" : ""
    return "Group \(groups[index].name)\(end)"
  }

  /// Whether any two groups can be told apart.
  private func title(_ kinds: [GroupRates], _ scenario: String, _ name: String) -> String {
    for rates in kinds {
      let sorted = rates.groups.sorted { $0.rate.mean > $1.rate.mean }
      if let first = sorted.first, let last = sorted.last, let high = first.rate.range,
        let low = last.rate.range, high.lowerBound > low.upperBound
      {
        return "\(world.quoted(scenario)) avoids more \(Phrase.within(name)) per 1,000 people in "
          + "\(label(first)) than in \(label(last))."
      }
    }
    return "No two groups can be told apart in what \(world.quoted(scenario)) avoids per 1,000 "
      + "people."
  }

  private func label(_ group: GroupRates.Group) -> String {
    group.name == group.id ? "group \(group.name)" : group.name
  }

  /// Where a pound of programme avoids most.
  private func whereFirst(_ rates: GroupRates, _ kind: String, _ name: String) -> String? {
    let told = rates.groups.compactMap { group in
      group.perTenThousandPounds.map { (group, $0) }
    }
    guard told.count > 1, let best = told.max(by: { $0.1.mean < $1.1.mean }),
      let range = best.1.range
    else { return nil }
    let others = told.filter { $0.0.id != best.0.id }
    let isClear = others.allSatisfy { ($0.1.range?.upperBound ?? .infinity) < range.lowerBound }
    let size = NumberText.fixed(best.1.mean, decimals: 2)
    let ends = [range.lowerBound, range.upperBound].map { Phrase.decimal($0) }
      .joined(separator: " to ")
    return isClear
      ? "Where first, by \(kind): £10,000 of programme avoids most in \(label(best.0)), \(size) \(name) "
        + "(\(frame.levelText) range \(ends))."
      : "Where first, by \(kind): we cannot tell. £10,000 of programme avoids most on average in "
        + "\(label(best.0)), \(size) \(name), but its \(frame.levelText) range, \(ends), meets that "
        + "of other groups."
  }

  /// The slope index of inequality in one sentence.
  private func slopeText(_ index: Found, fit: Double, _ name: String) -> String {
    let range = index.range.map {
      " (\(frame.levelText) range \(Phrase.decimal($0.lowerBound)) to \(Phrase.decimal($0.upperBound)))"
    }
    let meaning =
      switch index.verdict {
      case .above: "the most deprived gain more"
      case .below: "the least deprived gain more"
      case .nothing: "all gain alike"
      case .cannotTell, .unsure: "we cannot tell who gains more"
      }
    return
      "Slope index of inequality: \(Phrase.decimal(index.mean))\(range ?? "") \(name) avoided per "
      + "1,000 people a year from the least to the most deprived end: \(meaning). The line explains "
      + "\(NumberText.fixed(fit * 100, decimals: 0))% of the differences between groups."
  }

  /// The section.
  var section: ReportSection? {
    guard let headline = world.headline, let first = world.scenarios.first, !kinds(first).isEmpty
    else { return nil }
    let name = Phrase.within(world.names.of("outcome", headline))
    var section = ReportSection("places", "By area and deprivation")
    for scenario in world.scenarios {
      section.when(scenario: scenario) { section in
        if let words = words(scenario) { section.say(words.sentence) }
        let kinds = kinds(scenario)
        if let rates = kinds.first(where: { $0.kind == "deprivation" })?.rates,
          let slope = rates.slope
        {
          section.say(slopeText(slope.index, fit: slope.fit, name))
        }
        if let chart = dots(scenario) { section.chart(chart) }
        section.list(kinds.compactMap { whereFirst($0.rates, $0.kind, name) })
      }
    }
    section.say(
      "Programme cost is shared out in the proportion in which each programme first reached people of "
        + "the groups.", style: "note")
    return section
  }
}
