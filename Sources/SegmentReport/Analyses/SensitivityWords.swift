import Foundation
import SegmentAnalysis
import SegmentModel

/// What sensitivity tables call what is measured and why numbers are not known.
struct SensitivityWords {
  let model: Model

  /// What a measure is called in print.
  func name(_ measure: AttributedMeasure) -> String {
    switch measure {
    case .outcome(let outcome): "\(model.outcomes[outcome].name) prevented or postponed"
    case .pounds(nil): "\(MoneyNames.net), all payers, £"
    case .pounds(let payer?): "\(MoneyNames.net), \(model.payers[payer].name), £"
    case .qalys: "QALYs gained"
    case .netBenefit(let price, _): "Net benefit at £\(NumberText.grouped(price)) a QALY, £"
    }
  }

  /// What a measure is called in tables on disk.
  func id(_ measure: AttributedMeasure) -> String {
    switch measure {
    case .outcome(let outcome): model.outcomes[outcome].id
    case .pounds(nil): "net-saving-pounds"
    case .pounds(let payer?): "net-saving-pounds:\(model.payers[payer].id)"
    case .qalys: "qalys-gained"
    case .netBenefit: "net-benefit"
    }
  }

  /// What a sweep or a search goes through where it is a group, whose values are quantiles; nil of a
  /// number.
  static func quantiles(of number: SettableNumber, _ names: NumberNames) -> String? {
    number.groupSize.map { "quantiles of \(names[number.names[0]]) (\($0) numbers as one)" }
  }

  /// Why numbers of a tag are not known.
  static func name(_ tag: ParameterTag) -> String {
    switch tag {
    case .evidence: "Evidence"
    case .delivery: "Choices of those who deliver"
    case .outside: "Outside anybody's control"
    }
  }

  /// A value to some significant figures; digits before the point are all shown.
  static func value(_ value: Double, figures: Int = 4) -> String {
    guard value != 0, value.isFinite else { return NumberText.shortest(value) }
    let exponent = Int(log10(value.magnitude).rounded(.down))
    if exponent >= figures { return NumberText.grouped(value) }
    return NumberText.trimmed(value, decimals: min(9, max(0, figures - 1 - exponent)))
  }

  /// What the words for not even the sign mean here.
  static let cannotTellNote =
    "\"\(Phrase.cannotTell)\": not even the sign is known with 95% confidence (Student's t over "
    + "replicates); more replicates tell more."

  /// A result as far as its replicates tell it, or the words for not even its sign.
  static func text(_ estimate: Estimate, replicates: Int) -> String {
    if let error = estimate.standardError, error > 0,
      estimate.interval95(replicates: replicates)?.contains(0) ?? false
    {
      return Phrase.cannotTell
    }
    // The dust of sums is no error, and would have six decimals shown.
    if let error = estimate.standardError, error <= 1e-9 * estimate.value.magnitude {
      return value(estimate.value, figures: 3)
    }
    return Rounding(standardError: estimate.standardError).text(estimate.value)
  }

  /// The same with its sign.
  static func signed(_ estimate: Estimate, replicates: Int) -> String {
    let text = text(estimate, replicates: replicates)
    if text == Phrase.cannotTell { return text }
    return text.hasPrefix("-") || text.allSatisfy({ "0.,".contains($0) }) ? text : "+" + text
  }
}
