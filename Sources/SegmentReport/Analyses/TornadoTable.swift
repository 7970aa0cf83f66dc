import SegmentAnalysis
import SegmentModel

/// How far each uncertain number moves a scenario's results by itself, as text and as CSV; numbers that
/// draws move as one are one.
public struct TornadoTable: Sendable {
  private let tornado: Tornado
  private let measures: [AttributedMeasure]
  private let model: Model
  private let scenario: Scenario
  private let record: RunRecord
  /// By measure, then number or group: the share of the variance over draws; nil where none were given.
  private let shares: [[String: Estimate]]?

  /// The table of a tornado of one scenario; `shares` are by measure and the id of what is moved.
  public init(
    _ tornado: Tornado, measures: [AttributedMeasure], model: Model, scenario: Scenario,
    record: RunRecord, shares: [[String: Estimate]]? = nil
  ) {
    (self.tornado, self.measures, self.model) = (tornado, measures, model)
    (self.scenario, self.record, self.shares) = (scenario, record, shares)
    numbers = NumberNames(record.inputs, model: model)
  }

  private let numbers: NumberNames
  private var words: SensitivityWords { SensitivityWords(model: model) }
  private var ends: (low: String, high: String) {
    (Phrase.percent(tornado.quantiles.low), Phrase.percent(tornado.quantiles.high))
  }

  // MARK: - Text

  /// The most bars printed for each measure and tag; all are in the CSV.
  private static let mostPrinted = 8

  /// The whole text, each line ended by a line feed.
  public func text(width: Int) -> String {
    let title = [
      "\(model.name): what moves '\(scenario.name)', one number at a time",
      "Each uncertain number alone at its \(ends.low) and its \(ends.high) quantile\(asOne), all others "
        + "at their central values; \(record.replicates.count) "
        + "\(record.replicates.count == 1 ? "replicate" : "replicates") with the same luck, seed "
        + "\(record.seed), steps of a \(record.step.rawValue); whole period, undiscounted",
    ].flatMap { TextWrap.lines($0, width: width) }
    let parts = measures.indices.flatMap { [""] + part($0, width: width) }
    return (title + parts + [""] + notes.flatMap { TextWrap.lines($0, width: width) })
      .map { $0 + "\n" }.joined()
  }

  /// That some numbers are not moved alone, where that is so.
  private var asOne: String {
    tornado.bars.contains { $0.input.isGroup } ? " (those that draws move as one, together)" : ""
  }

  private func part(_ measure: Int, width: Int) -> [String] {
    let bars = tornado.ordered(by: measure)
    let central = tornado.central[measure]
    let middle = SensitivityWords.text(central, replicates: record.replicates.count)
    var lines = TextWrap.lines(
      "\(words.name(measures[measure])): \(middle) at the central values", width: width)
    lines.append(
      line("at \(ends.low)", "at \(ends.high)", shares == nil ? nil : "share", "number", width)[0])
    lines.append(String(repeating: "-", count: width))
    // The tag with the widest bar first.
    for tag in bars.map(\.input.tag).distinct {
      let own = bars.filter { $0.input.tag == tag }
      let moving = own.filter { $0.width(measure) > 0 }
      let together =
        shares.map { shares in
          let sum = Self.sum(own.compactMap { shares[measure][$0.input.id] })
          return ", \(Self.share(sum, withError: true)) of the variance together"
        } ?? ""
      lines.append("\(SensitivityWords.name(tag)): \(own.count)\(together)")
      for bar in moving.prefix(Self.mostPrinted) {
        let share = shares.map { $0[measure][bar.input.id].map { Self.share($0) } ?? "-" }
        let ends = [bar.atLow, bar.atHigh].map {
          SensitivityWords.signed($0[measure], replicates: record.replicates.count)
        }
        lines += line(ends[0], ends[1], share, name(bar), width)
      }
      let rest = moving.count - min(moving.count, Self.mostPrinted)
      let still = own.count - moving.count
      if rest > 0 || still > 0 {
        let more = rest > 0 ? ["\(rest) that move it less"] : []
        let none = still > 0 ? ["\(still) that do not move it"] : []
        lines.append("  and \((more + none).joined(separator: ", "))")
      }
    }
    return lines
  }

  /// What is moved: a number from one value to another, or how many as one.
  private func name(_ bar: Tornado.Bar) -> String {
    let name = numbers[bar.input.id]
    if bar.input.isGroup { return "\(name) (\(bar.input.members.count) numbers as one)" }
    return "\(name) \(SensitivityWords.value(bar.low[0])) to \(SensitivityWords.value(bar.high[0]))"
  }

  /// A share as far as the draws tell it.
  static func share(_ share: Estimate, withError: Bool = false) -> String {
    guard let error = share.standardError else { return Phrase.wholePercent(share.value) }
    let isTold = share.value > NormalCurve.quantile(0.975) * error
    // An estimate may pass what can be.
    if isTold, share.value > 1 { return "nearly all" }
    return (isTold ? Phrase.wholePercent(share.value) : Phrase.cannotTell)
      + (isTold && withError ? " ± \(Phrase.wholePercent(error))" : "")
  }

  /// The sum of shares, each with an error of its own.
  private static func sum(_ shares: [Estimate]) -> Estimate {
    let errors = shares.compactMap(\.standardError)
    return Estimate(
      value: shares.reduce(0) { $0 + $1.value },
      standardError: errors.reduce(0) { $0 + $1 * $1 }.squareRoot())
  }

  private func line(
    _ low: String, _ high: String, _ share: String?, _ number: String, _ width: Int
  ) -> [String] {
    let cells = [(low, 12), (high, 13)] + (share.map { [($0, 13)] } ?? [])
    let start = cells.map { text, width in
      String(repeating: " ", count: max(1, width - text.count)) + text
    }.joined()
    let wrapped = TextWrap.lines(number, width: max(20, width - start.count - 2))
    let margin = String(repeating: " ", count: start.count + 2)
    return wrapped.enumerated().map { ($0.offset == 0 ? start + "  " : margin) + $0.element }
  }

  private var notes: [String] {
    let troubled = tornado.bars.filter { !$0.troubles.isEmpty }.count
    return [
      "at \(ends.low), at \(ends.high): how much the result changes when the number alone is at that "
        + "quantile; behind it, the two values. The widest bar comes first. Base rates of counted "
        + "events are solved again, as in a draw. Numbers are rounded as their simulation error "
        + "allows, and are in tornado.csv with it, beside what 'sweep' calls each number. "
        + SensitivityWords.cannotTellNote,
      asOne.isEmpty
        ? ""
        : "numbers as one: those of a 'correlated' group that share all their luck in draws. Each is at "
          + "its own \(ends.low) and \(ends.high) quantile, one that moves against the group at the "
          + "opposite; tornado.csv names them.",
      shares == nil
        ? ""
        : "share: of the variance over draws that the number causes by itself (first order), ± its "
          + "standard error where they are added up. Numbers that happened to be drawn alike share in "
          + "one another's, so that sums can pass 100%.",
      troubled > 0
        ? "With \(troubled) of the numbers something cannot be met or would make no sense, and is as "
          + "in the files (column trouble)." : "",
    ].filter { !$0.isEmpty }
  }

  // MARK: - CSV

  /// A row for each measure and number or group, the widest of a measure first.
  public var csv: CSVTable {
    var table = CSVTable(
      header: [
        "scenario", "measure", "rank", "parameter", "numbers", "members", "tag", "source",
        "quality", "distribution", "central_value", "low_quantile", "high_quantile", "low_value",
        "high_value", "central_result", "mcse_central_result", "change_at_low",
        "mcse_change_at_low", "change_at_high", "mcse_change_at_high", "width", "simulated",
        "share_of_variance", "se_share_of_variance", "trouble",
      ], choices: record.choices.label)
    for measure in measures.indices {
      for (rank, bar) in tornado.ordered(by: measure).enumerated() {
        table.append(row(bar, measure, rank: rank + 1))
      }
    }
    return table
  }

  private func row(_ bar: Tornado.Bar, _ measure: Int, rank: Int) -> [CSVTable.Cell] {
    let (input, members) = (bar.input, bar.input.members)
    let share = shares?[measure][input.id]
    // A group has no value of its own.
    func value(_ value: Double) -> CSVTable.Cell { input.isGroup ? .text("") : .exact(value) }
    let about: [CSVTable.Cell] = [
      .text(scenario.id), .text(words.id(measures[measure])), .exact(Double(rank)),
      .text(input.id), .exact(Double(members.count)),
      .text(input.isGroup ? members.map(\.id).joined(separator: "; ") : ""),
      .text(input.tag.rawValue), .text(Self.all(members.map(\.evidence.source))),
      .text(Self.all(members.map(\.evidence.quality.rawValue))),
      .text(Self.all(members.map(\.distribution))), value(members[0].value),
      .exact(tornado.quantiles.low), .exact(tornado.quantiles.high), value(bar.low[0]),
      value(bar.high[0]),
    ]
    let results = [tornado.central[measure], bar.atLow[measure], bar.atHigh[measure]].flatMap {
      [CSVTable.Cell.number($0.value), .number($0.standardError)]
    }
    return about + results + [
      .number(bar.width(measure)), .text(bar.isSimulated ? "yes" : "no"), .number(share?.value),
      .number(share?.standardError), .text(bar.troubles.joined(separator: "; ")),
    ]
  }

  /// The different texts, in order.
  private static func all(_ texts: [String]) -> String {
    texts.distinct.joined(separator: "; ")
  }
}
