import SegmentAnalysis
import SegmentModel

/// What scenarios are worth, in print.
extension ValueTables {
  /// A short block, each line ended by a line feed.
  func text(width: Int) -> String {
    var table = TextTable(headers: comparison.scenarios.map(\.name))
    for value in values { append(value, to: &table) }
    let year = comparison.model.priceYear
    let title =
      "What it is worth: pounds of all payers\(year.isEmpty ? "" : " in \(year) prices") against QALYs, "
      + "whole period"
    let lines = TextWrap.lines(title, width: width) + [""] + table.lines(width: width) + [""]
    return (lines + notes.flatMap { TextWrap.lines($0, width: width) }).map { $0 + "\n" }.joined()
  }

  private func append(_ value: RunValue, to table: inout TextTable) {
    table.appendHeading(Phrase.capitalised(DiscountWords.words(value.rate)))
    let rows = value.incremental.rows
    let standings = ids.map { id in rows.first { $0.strategy.id == id } }
    let told = standings.map { $0.map { Self.standing($0, rows) } }
    table.append("  Standing", told.map { $0?.name ?? ComparisonRows.none })
    // Not the column beside it, which is that of the baseline.
    table.append(
      "  Compared with",
      told.map { told in
        let others = told?.others ?? []
        return others.isEmpty ? ComparisonRows.none : Phrase.list(others.map(name))
      })
    table.append(
      "  £ per QALY along the frontier",
      standings.map { row in
        guard let step = row.flatMap(value.step) else { return ComparisonRows.none }
        return step.isTold ? Self.pounds(step.poundsPerQALY) : Phrase.cannotTell
      })
    guard isDrawn else { return }
    for threshold in prices {
      let decision = value.draws.decisions(poundsPerQALY: [threshold])[0]
      table.append(
        "  Chance to be best at £\(NumberText.grouped(threshold))",
        decision.chanceBest.map { Phrase.chance($0, draws: value.draws.draws) })
    }
    table.append(
      "  More QALYs for less money than \(Phrase.within(comparison.scenarios[0].name))",
      ids.indices.map { index in
        let draws = value.draws
        let differs = draws.pounds[index] != draws.pounds[0] || draws.qalys[index] != draws.qalys[0]
        guard index > 0, differs else { return ComparisonRows.none }
        let share = value.draws.plane(of: index, against: 0).betterCheaper
        return Phrase.chance(share, draws: value.draws.draws)
      })
  }

  private func name(_ id: String) -> String {
    comparison.scenarios.first { $0.id == id }?.name ?? id
  }

  private var notes: [String] {
    let end = CalendarMonth(ordinal: comparison.model.end.ordinal - 1)
    let after = "Of each price: \(Frame.lifeAfter(Phrase.month(end.description)))."
    let worth = WillingnessWords(comparison.model).text
    guard isDrawn, let value = values.last else {
      return [after] + [worth].compactMap { $0 } + [
        "Without draws there is no chance of being worth its price, and no value of knowing more."
      ]
    }
    let means = "Means over \(value.draws.draws) draws; chances are shares of draws' means."
    guard let threshold = prices.first, let worth else {
      return [
        after, means,
        "The place does not say what a QALY is worth ('willingnessToPay'); acceptability.csv has "
          + "the chances to be best and the value of knowing everything at £0 to "
          + "£\(NumberText.grouped(Self.thresholds[Self.thresholds.count - 1])).",
      ]
    }
    let decision = value.draws.decisions(poundsPerQALY: [threshold])[0]
    let rate = DiscountWords.words(value.rate, span: "")
    let all = Self.pounds(decision.perfectInformation)
    var notes = [
      after, worth,
      "\(means) To know everything (EVPI) would be worth £\(all) at £\(NumberText.grouped(threshold)) a QALY, "
        + "\(rate), for the whole place and period.",
    ]
    if let log = world.draws, let found = value.information(log, poundsPerQALY: threshold) {
      let tags = found.entries.filter { $0.parameter == nil }.map {
        "\($0.tag.rawValue) £\(Self.pounds($0.value))"
      }
      notes.append(
        "Of that, by tag (EVPPI): \(tags.joined(separator: ", ")); more in evppi.csv. Each is "
          + "fitted by itself, so that a tag may come out below one of its numbers.")
    }
    return notes
  }

  private static func pounds(_ estimate: Estimate) -> String {
    Rounding(standardError: estimate.standardError).text(estimate.value)
  }
}
