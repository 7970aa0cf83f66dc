import SegmentAnalysis
import SegmentModel

/// What is expected of a scenario and its baseline without chance, as a table of text.
public struct ExactText: Sendable {
  private let solvers: [ExactSolver]
  private let model: Model

  /// The text for one scenario, or for a baseline and a scenario of the same model.
  public init(_ solvers: [ExactSolver]) {
    precondition(!solvers.isEmpty, "there is a scenario to tell of")
    self.solvers = solvers
    model = solvers[0].model
  }

  /// The whole text, each line ended by a line feed.
  public func text(width: Int) -> String {
    let names = solvers.map(\.scenario.name)
    let answers = answers
    let prices =
      answers[0].contains(where: Self.isPounds) && !model.priceYear.isEmpty
      ? "; pounds in \(model.priceYear) prices" : ""
    let title =
      "\(model.name): \(names.joined(separator: " and ")), exactly; \(model.years) reported "
      + "\(model.years == 1 ? "year" : "years"), steps of a \(solvers[0].step.rawValue), central values"
      + prices
    let isPair = names.count > 1
    var table = TextTable(
      headers: names + (isPair ? ["Difference"] : [])
        + names.map { isPair ? "SD of one run, \($0)" : "SD of one run" })
    var pathway: String?
    for (index, answer) in answers[0].enumerated() {
      if case .people(let segment) = answer.question {
        let (owner, name) = segments[segment]
        if owner != pathway { table.appendHeading("\(owner), people at the end") }
        pathway = owner
        table.append("  " + name, cells(answers.map { $0[index] }))
      } else {
        table.append(label(answer.question), cells(answers.map { $0[index] }))
      }
    }
    let notes = [
      "Expected values of the reported period, and the standard deviation of one run by luck, given where "
        + "residents start. Nothing is sampled: these are what 'segflow run --draws 0' comes to with more "
        + "and more replicates, but for its quotas of whole people."
    ]
    let wrapped = { (lines: [String]) in lines.flatMap { TextWrap.lines($0, width: width) } }
    return (wrapped([title]) + [""] + table.lines(width: width) + [""] + wrapped(notes))
      .map { $0 + "\n" }.joined()
  }

  /// What each solver says; of a model without prices nothing of pounds.
  private var answers: [[ExactAnswer]] {
    let all = solvers.map { $0.answers() }
    let shown = all[0].indices.filter { index in
      !Self.isPounds(all[0][index]) || all.contains { $0[index].mean != 0 }
    }
    return all.map { answers in shown.map { answers[$0] } }
  }

  private static func isPounds(_ answer: ExactAnswer) -> Bool {
    if case .pounds = answer.question { true } else { false }
  }

  private func cells(_ answers: [ExactAnswer]) -> [String] {
    let difference = answers.count > 1 ? [answers[1].mean - answers[0].mean] : []
    return (answers.map(\.mean) + difference + answers.map(\.standardDeviation)).map(Self.number)
  }

  private func label(_ question: ExactAnswer.Question) -> String {
    switch question {
    case .outcome(let outcome): model.outcomes[outcome].name
    case .deaths: "Deaths"
    case .lifeYears: "Years lived"
    case .pounds(let payer, let rate):
      "Pounds, \(payer.map { model.payers[$0].name } ?? "all payers")\(Self.discounted(rate))"
    case .qalys(let rate): "QALYs\(Self.discounted(rate))"
    case .people(let segment): segments[segment].name
    }
  }

  /// The segments of all pathways, each with its pathway's name.
  private var segments: [(owner: String, name: String)] {
    model.pathways.flatMap { pathway in pathway.segments.map { (pathway.name, $0.name) } }
  }

  private static func discounted(_ ratePerYear: Double) -> String {
    if ratePerYear == 0 { return "" }
    return ", \(DiscountWords.words(DiscountRate(ratePerYear)))"
  }

  /// A number with seven digits, of which rounding in the recursion touches none.
  private static func number(_ value: Double) -> String {
    if value.magnitude < 5e-7 { return "0" }
    var decimals = 0
    var size = value.magnitude
    while size < 1_000_000, decimals < 6 {
      size *= 10
      decimals += 1
    }
    return NumberText.grouped(value, decimals: decimals)
  }
}
