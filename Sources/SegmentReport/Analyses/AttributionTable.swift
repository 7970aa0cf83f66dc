import SegmentAnalysis
import SegmentModel

/// Which intervention is credited with what, as a table and as CSV.
public struct AttributionTable: Sendable {
  private let attributed: AttributedScenario
  private let attribution: Attribution
  private let measures: [AttributedMeasure]
  private let method: AttributionMethod
  private let record: RunRecord
  private let intervals: Intervals
  /// Half of a 95% confidence interval of a mean, in standard errors.
  private let confidence: Double

  /// The table of what was attributed; the record says how it was made.
  public init(
    _ attributed: AttributedScenario, _ attribution: Attribution, measures: [AttributedMeasure],
    method: AttributionMethod, record: RunRecord
  ) {
    (self.attributed, self.attribution) = (attributed, attribution)
    (self.measures, self.method, self.record) = (measures, method, record)
    let draws = attribution.draws
    intervals = Intervals(level: record.level, draws: draws, replicates: 1)
    confidence = StudentT.half95(degreesOfFreedom: draws - 1)
  }

  private var model: Model { attributed.model }
  private var hasAlone: Bool { !attribution.alone.isEmpty }
  private var level: String { Phrase.percent(record.level) }

  // MARK: - The printed table

  /// The whole text: title, table and notes, each line ended by a line feed.
  public func text(width: Int) -> String {
    let columns =
      ["Share", "\(level) from", "\(level) to"] + (hasAlone ? ["Alone", "Last in"] : [])
    var table = TextTable(headers: columns)
    for measure in measures.indices { append(measure, to: &table) }
    let title = title.flatMap { TextWrap.lines($0, width: width) }
    let notes = notes.flatMap { TextWrap.lines($0, width: width) }
    return (title + [""] + table.lines(width: width) + [""] + notes).map { $0 + "\n" }.joined()
  }

  private var title: [String] {
    let run = AttributionRun(draws: record.draws, replicates: record.replicates.count)
    let named = World.choicesToName([record.choices])
    return (named.isEmpty ? [] : [record.choices.name(ofChoices: named)]) + [
      "\(model.name): what '\(attributed.scenario.name)' does beyond '\(attributed.baseline.name)', "
        + "and which intervention is credited with it",
      "\(run.hasError ? "Means of \(run.name)" : Phrase.capitalised(run.name)), seed "
        + "\(record.seed), steps of a \(record.step.rawValue); whole period, undiscounted",
    ]
  }

  private func append(_ measure: Int, to table: inout TextTable) {
    table.appendHeading(SensitivityWords(model: model).name(measures[measure]))
    for place in attributed.ids.indices {
      let cells = shown(attribution.shares[place][measure])
      let others =
        hasAlone
        ? [text(attribution.alone[place][measure]), text(attribution.lastIn[place][measure])] : []
      table.append("  \(attributed.name(place))", cells + others)
    }
    if hasAlone {
      let overlap = text(attribution.overlap[measure])
      table.append("  Overlap", ["-", "-", "-", overlap, "-"])
    }
    let total = attribution.total[measure]
    table.append("  Total", shown(total) + (hasAlone ? [text(total), "-"] : []))
  }

  private func shown(_ moments: Moments) -> [String] {
    let rounding = rounding(moments)
    let range = intervals.oneMore(moments)
    return [text(moments)]
      + [range?.lowerBound, range?.upperBound].map { $0.map(rounding.text) ?? "-" }
  }

  /// A mean as far as it is known, or the words for not even its sign.
  private func text(_ moments: Moments) -> String {
    if let error = moments.standardError, error > 0, moments.mean.magnitude < confidence * error {
      return Phrase.cannotTell
    }
    return rounding(moments).text(moments.mean)
  }

  /// As far as a mean is known; of one draw, whose luck is not known, three significant digits.
  private func rounding(_ moments: Moments) -> Rounding {
    var exponent = 0
    while moments.mean.magnitude >= 999.5 * NumberText.powerOfTen(exponent) { exponent += 1 }
    return Rounding(standardError: moments.standardError, otherwise: exponent)
  }

  private var notes: [String] {
    let shares =
      switch method {
      case .exact: "over all orders in which they could be switched on"
      case .orders:
        "over one random order of the interventions and its reverse in each draw, without bias"
      }
    let spread = method == .orders ? "; of shares, the random order's too" : ""
    return [
      "Share: the Shapley value, what an intervention adds to those before it, \(shares). Unrounded "
        + "shares add up to the total in every draw; rows are rounded, so they may not.",
      hasAlone
        ? "Alone: without the others. Last in: what is lost without it. Overlap: the total less the "
          + "sum of each alone." : "",
      attribution.draws > 1
        ? "\(level) from, to: where the figure of one further draw falls (Student's t over "
          + "\(attribution.draws) draws)\(spread). \"\(Phrase.cannotTell)\": the 95% confidence "
          + "interval of the mean includes zero, so more draws are needed."
        : "\(record.draws == 0 ? "The central values alone give" : "A single draw gives") no interval, and "
          + "luck's part in its figures is not known: they have three significant digits at most.",
      "\(MoneyNames.net): \(MoneyNames.within(MoneyNames.netOf)); the value is average cost, not cash that "
        + "can be released.",
    ].filter { !$0.isEmpty }
  }

  // MARK: - CSV

  /// How many interventions a chart shows by name; of more, the others are one step of it.
  static let mostNamed = 14

  /// The places of those that a chart shows as one, by how much each does: never a single one.
  static func others(_ values: [Double]) -> [Int] {
    guard values.count > mostNamed + 1 else { return [] }
    return values.indices.sorted { (-values[$0].magnitude, $0) < (-values[$1].magnitude, $1) }
      .dropFirst(mostNamed).sorted()
  }

  /// The ids of several interventions as one cell.
  private static func text(ofMembers ids: [String]) -> String { ids.joined(separator: "; ") }

  /// The ids in the cell of several interventions.
  static func members(_ text: String) -> [String] { text.split(separator: "; ").map(String.init) }

  /// A row for each measure and intervention, then `other` where a chart shows some as one, then
  /// `overlap` where it is known, then `all`.
  ///
  /// Shares of single interventions add up to that of `all`, and what each does alone with `overlap`
  /// to the same; `other` is the sum of its `members`, taken draw by draw.
  public var csv: CSVTable {
    var table = CSVTable(
      header: [
        "scenario", "measure", "payer", "intervention", "mean_share", "se_share", "share_low",
        "share_high", "mean_alone", "se_alone", "mean_last_in", "se_last_in", "members",
      ], choices: record.choices.label)
    for (index, measure) in measures.enumerated() {
      for (place, id) in attributed.ids.enumerated() {
        table.append(
          row(
            measure, id, share: attribution.shares[place][index],
            alone: hasAlone ? attribution.alone[place][index] : nil,
            lastIn: hasAlone ? attribution.lastIn[place][index] : nil))
      }
      let sizes = hasAlone ? attribution.alone : attribution.shares
      let others = Self.others(sizes.map { $0[index].mean })
      if !others.isEmpty {
        table.append(
          row(
            measure, "other", share: attribution.share(of: others, measure: index),
            alone: attribution.alone(of: others, measure: index),
            members: others.map { attributed.ids[$0] }))
      }
      if hasAlone {
        table.append(row(measure, "overlap", share: nil, alone: attribution.overlap[index]))
      }
      let total = attribution.total[index]
      table.append(row(measure, "all", share: total, alone: hasAlone ? total : nil))
    }
    return table
  }

  private func row(
    _ measure: AttributedMeasure, _ intervention: String, share: Moments?, alone: Moments?,
    lastIn: Moments? = nil, members: [String] = []
  ) -> [CSVTable.Cell] {
    let range = share.flatMap(intervals.oneMore)
    return [.text(attributed.scenario.id)] + cells(measure) + [
      .text(intervention), .number(share?.mean), .number(share?.standardError),
      .number(range?.lowerBound), .number(range?.upperBound), .number(alone?.mean),
      .number(alone?.standardError), .number(lastIn?.mean), .number(lastIn?.standardError),
      .text(Self.text(ofMembers: members)),
    ]
  }

  /// What is measured, and who pays.
  private func cells(_ measure: AttributedMeasure) -> [CSVTable.Cell] {
    switch measure {
    case .outcome(let outcome): [.text(model.outcomes[outcome].id), .empty]
    case .pounds(let payer):
      [.text("net-saving-pounds"), .text(payer.map { model.payers[$0].id } ?? "all")]
    case .qalys: [.text("qalys-gained"), .empty]
    case .netBenefit: [.text("net-benefit"), .text("all")]
    }
  }
}
