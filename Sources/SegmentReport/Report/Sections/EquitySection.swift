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
      let least = rates.groups.last, let gap = rates.gap
    else { return nil }
    let whole = rates.groups.map(\.personYears).reduce(0, +)
    let ends = [most, least].map {
      EquityWords.End(
        name: $0.name, share: $0.personYears / whole, avoided: $0.rate, before: $0.before)
    }
    return EquityWords(
      frame: frame, scenario: world.quoted(scenario),
      outcome: world.names.within("outcome", headline), most: ends[0], least: ends[1], gap: gap)
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
          let label = Self.label(index, of: rates.groups, kind)
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
        "\(name) prevented or postponed per 1,000 people a year, \(frame.place), \(frame.period), compared "
        + "with \(Phrase.within(frame.baseline)); groups in file order, not ranked",
      description: "A dot with its range for each group.",
      table: grid, source: "outcomes.csv, segments.csv and costs-by-group.csv",
      draw: IntervalChart(
        groups: groups, measure: "Avoided per 1,000 people a year",
        key: "mean and \(frame.levelText) range", style: world.style(scenario)
      ).draw)
  }

  /// What a group is called in a list of them.
  private static func label(_ index: Int, of groups: [GroupRates.Group], _ kind: String) -> String {
    if kind == "area" { return groups[index].name }
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
        return
          "\(world.quoted(scenario)) avoids more \(world.names.within(name)) per 1,000 people in "
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
  private func whereFirst(
    _ rates: GroupRates, _ kind: String, _ name: String, _ scenario: String
  ) -> String? {
    let told = rates.groups.compactMap { group in
      group.perTenThousandPounds.map { (group, $0) }
    }
    guard told.count > 1, let best = told.max(by: { $0.1.mean < $1.1.mean }),
      let range = best.1.range
    else { return nil }
    let others = told.filter { $0.0.id != best.0.id }
    let isClear = others.allSatisfy { ($0.1.range?.upperBound ?? .infinity) < range.lowerBound }
    let size = Phrase.decimal(best.1.mean)
    let start = "Where first, by \(kind), with \(terms(scenario)): "
    let ends = [range.lowerBound, range.upperBound].map { Phrase.decimal($0) }
      .joined(separator: " to ")
    return isClear
      ? "\(start)£10,000 of programme avoids most in \(label(best.0)), \(size) \(name) "
        + "(\(frame.levelText) range \(ends))."
      : "\(start)we cannot tell. £10,000 of programme avoids most on average in "
        + "\(label(best.0)), \(size) \(name), but its \(frame.levelText) range, \(ends), meets that "
        + "of other groups."
  }

  /// The scenario, the comparator, the place and the period.
  private func terms(_ scenario: String) -> String {
    "\(world.quoted(scenario)) compared with \(Phrase.within(frame.baseline)) in \(frame.place) "
      + frame.period
  }

  /// The slope index of inequality in one sentence.
  private func slopeText(_ index: Found, fit: Double?, _ name: String, _ scenario: String) -> String
  {
    let range = index.range.map {
      " (\(frame.levelText) range \(Phrase.decimal($0.lowerBound)) to \(Phrase.decimal($0.upperBound)))"
    }
    let meaning =
      switch index.verdict {
      case .above: "the more deprived gain more"
      case .below: "the less deprived gain more"
      case .nothing: "all gain alike"
      case .cannotTell, .unsure: "we cannot tell who gains more"
      }
    let isTold = [.above, .below].contains(index.verdict)
    let explained = fit.map { fit in
      let percent = fit < 0.995 ? Phrase.wholePercent(fit) : "more than 99%"
      return isTold ? " The line explains \(percent) of the differences between groups." : ""
    }
    return
      "Slope index of inequality of \(terms(scenario)): \(Phrase.decimal(index.mean))\(range ?? "") "
      + "\(name) avoided per 1,000 people a year from the least to the most deprived end of all "
      + "groups: \(meaning).\(explained ?? "")"
  }

  /// The section.
  var section: ReportSection? {
    guard let headline = world.headline, let first = world.scenarios.first, !kinds(first).isEmpty
    else { return nil }
    let name = world.names.within("outcome", headline)
    var section = ReportSection("places", "By area and deprivation")
    for scenario in world.scenarios {
      section.when(scenario: scenario) { section in
        if let words = words(scenario) {
          section.say(words.sentence)
          section.say(DeprivationWords(world: world).text)
        }
        let kinds = kinds(scenario)
        if let rates = kinds.first(where: { $0.kind == "deprivation" })?.rates,
          let slope = rates.slope
        {
          section.say(slopeText(slope.index, fit: slope.fit, name, scenario))
        }
        if let chart = dots(scenario) { section.chart(chart) }
        section.list(kinds.compactMap { whereFirst($0.rates, $0.kind, name, scenario) })
        let money = money(kinds, scenario)
        if !money.isEmpty {
          section.details("Money by area and deprivation") { section in
            for table in money { section.table(table) }
            section.say(GroupMoney.note, style: "note")
          }
        }
      }
    }
    return section
  }

  /// Tables of what payers pay and gain for each kind of group.
  private func money(
    _ kinds: [(kind: String, name: String, rates: GroupRates)], _ scenario: String
  ) -> [ReportGrid] {
    let tables = GroupMoney(world: world, frame: frame)
    return kinds.compactMap { kind, name, rates in
      let groups = rates.groups.indices.map { index in
        (id: rates.groups[index].id, label: Self.label(index, of: rates.groups, kind))
      }
      return tables.table((kind, name, groups), scenario)
    }
  }
}
