import SegmentAnalysis
import SegmentModel

/// The tables of what scenarios are worth, where the place has QALYs.
struct ValueTables {
  let world: RunWorld
  let values: [RunValue]

  /// The tables of a world; nil where there are no QALYs, or nothing to choose between.
  init?(_ world: RunWorld) {
    let comparison = world.comparison
    values = comparison.catalogue.valueRates.compactMap {
      RunValue(comparison, rate: $0)
    }
    guard !values.isEmpty, comparison.results.count > 1 else { return nil }
    self.world = world
  }

  /// Pounds per QALY at which acceptability is shown.
  static let thresholds = ((0...60).map { $0 * 1000 } + (7...20).map { $0 * 10_000 }).map(
    Double.init)
  /// Pounds per QALY that the place names, at which the value of information is shown.
  var prices: [Double] { comparison.model.willingnessToPay.map(\.poundsPerQALY) }

  var comparison: Comparison { world.comparison }
  private var choices: String { world.record.choices.label }
  var ids: [String] { comparison.results.map(\.scenario.id) }
  private func rate(_ value: RunValue) -> CSVTable.Cell {
    .text(DiscountWords.label(value.rate))
  }
  var isDrawn: Bool { (values.first?.draws.draws ?? 0) > 1 }

  /// Every table by the name of its file.
  var all: [(name: String, table: CSVTable)] {
    [("value.csv", incremental)]
      + (isDrawn ? [("acceptability.csv", acceptability), ("plane.csv", plane)] : [])
      + (information.map { [("evppi.csv", $0)] } ?? [])
  }

  /// The incremental table, cheapest first, at every discount rate.
  private var incremental: CSVTable {
    var table = CSVTable(
      header: [
        "scenario", "discount_rate_per_year", "mean_pounds", "mcse_pounds", "mean_qalys",
        "mcse_qalys", "mean_life_years", "mcse_life_years", "extra_pounds_over_baseline",
        "mcse_extra_pounds_over_baseline", "extra_qalys_over_baseline",
        "mcse_extra_qalys_over_baseline", "extra_life_years_over_baseline",
        "mcse_extra_life_years_over_baseline", "standing", "compared_with",
        "extra_pounds_over_compared", "mcse_extra_pounds_over_compared",
        "extra_qalys_over_compared", "mcse_extra_qalys_over_compared", "step_is_told",
        "pounds_per_qaly", "mcse_pounds_per_qaly",
      ], choices: choices)
    for value in values {
      let rows = value.incremental.rows
      for row in rows {
        guard let index = ids.firstIndex(of: row.strategy.id) else { continue }
        let measures: [Measure] = [
          value.poundsMeasure, value.qalysMeasure,
          .lifeYears(rate: comparison.catalogue.index(ofRate: value.rate.health), year: nil),
        ]
        let result = comparison.results[index]
        let own = measures.flatMap { cells(result.value($0), sign: 1) }
        let extra = measures.flatMap { cells(result.avoided($0), sign: -1) }
        let (name, others) = Self.standing(row, rows)
        let step = value.step(row)
        let told = step.map { $0.isTold ? "yes" : "no" } ?? ""
        let (first, last) = ([step?.pounds, step?.qalys], step?.poundsPerQALY)
        table.append(
          [.text(row.strategy.id), rate(value)] + own + extra + [
            .text(name), .text(others.joined(separator: " ")),
          ]
            + first.flatMap { [.number($0?.value), .number($0?.standardError)] }
            + [.text(told), .number(last?.value), .number(last?.standardError)])
      }
    }
    return table
  }

  private func cells(_ finding: Finding?, sign: Double) -> [CSVTable.Cell] {
    [.number(finding.map { sign * $0.mean }), .number(finding?.standardError)]
  }

  /// Where a scenario stands, and the ids of the one or two that decide it.
  static func standing(
    _ row: IncrementalAnalysis.Row, _ rows: [IncrementalAnalysis.Row]
  ) -> (name: String, others: [String]) {
    func id(_ index: Int) -> String { rows[index].strategy.id }
    switch row.standing {
    case .cheapest: return ("cheapest", [])
    case .frontier(_, let before): return ("frontier", [id(before)])
    case .same(let other): return ("same", [id(other)])
    case .dominated(let other): return ("dominated", [id(other)])
    case .extendedlyDominated(let a, let b): return ("extendedly dominated", [id(a), id(b)])
    }
  }

  /// Chances of being best, frontier, expected loss and EVPI, threshold by threshold.
  private var acceptability: CSVTable {
    var table = CSVTable(
      header: [
        "scenario", "discount_rate_per_year", "pounds_per_qaly", "chance_best",
        "mcse_chance_best", "on_frontier", "mean_net_benefit_pounds", "expected_loss_pounds",
        "evpi_pounds", "mcse_evpi_pounds", "draws",
      ], choices: choices)
    for value in values {
      let decisions = value.draws.decisions(poundsPerQALY: Self.thresholds)
      for (threshold, decision) in zip(Self.thresholds, decisions) {
        for (index, id) in ids.enumerated() {
          table.append([
            .text(id), rate(value), .exact(threshold), .number(decision.chanceBest[index]),
            .number(decision.chanceErrors[index]), .text(index == decision.best ? "yes" : "no"),
            .number(decision.meanNetBenefit[index]), .number(decision.expectedLoss[index]),
            .number(decision.perfectInformation.value),
            .number(decision.perfectInformation.standardError), .exact(Double(value.draws.draws)),
          ])
        }
      }
    }
    return table
  }

  /// Shares of draws in the quadrants of the plane, each scenario against the baseline.
  private var plane: CSVTable {
    var table = CSVTable(
      header: [
        "scenario", "discount_rate_per_year", "compared_with", "more_qalys_more_pounds",
        "more_qalys_fewer_pounds", "fewer_qalys_fewer_pounds", "fewer_qalys_more_pounds", "draws",
      ], choices: choices)
    for value in values {
      for index in ids.indices.dropFirst() {
        let plane = value.draws.plane(of: index, against: 0)
        table.append([
          .text(ids[index]), rate(value), .text(ids[0]), .number(plane.betterDearer),
          .number(plane.betterCheaper), .number(plane.worseCheaper), .number(plane.worseDearer),
          .exact(Double(value.draws.draws)),
        ])
      }
    }
    return table
  }

  /// What knowing each tag, and the parameters that matter most, would be worth.
  private var information: CSVTable? {
    guard let log = world.draws, isDrawn else { return nil }
    var table = CSVTable(
      header: [
        "discount_rate_per_year", "pounds_per_qaly", "tag", "parameter", "evppi_pounds",
        "se_evppi_pounds", "share_of_variance", "se_share_of_variance", "evpi_pounds", "draws",
      ], choices: choices)
    var hasRows = false
    for value in values {
      for threshold in prices {
        guard let found = value.information(log, poundsPerQALY: threshold) else { continue }
        for entry in found.entries {
          hasRows = true
          table.append([
            rate(value), .exact(threshold), .text(entry.tag.rawValue),
            .text(entry.parameter?.id ?? "all"), .number(entry.value.value),
            .number(entry.value.standardError), .number(entry.share?.value),
            .number(entry.share?.standardError),
            .number(found.decision.perfectInformation.value), .exact(Double(value.draws.draws)),
          ])
        }
      }
    }
    return hasRows ? table : nil
  }
}
