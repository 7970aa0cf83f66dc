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
    case .pounds(nil): "Net saving, all payers, £"
    case .pounds(let payer?): "Net saving, \(model.payers[payer].name), £"
    case .qalys: "QALYs gained"
    }
  }

  /// What a measure is called in tables on disk.
  func id(_ measure: AttributedMeasure) -> String {
    switch measure {
    case .outcome(let outcome): model.outcomes[outcome].id
    case .pounds(nil): "net-saving-pounds"
    case .pounds(let payer?): "net-saving-pounds:\(model.payers[payer].id)"
    case .qalys: "qalys-gained"
    }
  }

  /// Why numbers of a tag are not known.
  static func name(_ tag: ParameterTag) -> String {
    switch tag {
    case .evidence: "Evidence"
    case .delivery: "Choices of those who deliver"
    case .outside: "Outside anybody's control"
    }
  }

  /// A parameter without the name of its place.
  func name(_ id: String) -> String {
    id.hasPrefix("\(model.id)/") ? String(id.dropFirst(model.id.count + 1)) : id
  }

  /// The same with a space after the file, so that a long one can be wrapped there.
  func broken(_ id: String) -> String {
    name(id).split(separator: ":", maxSplits: 1).joined(separator: ": ")
  }

  /// A value to four significant figures.
  static func value(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return NumberText.shortest(value) }
    let exponent = Int(log10(value.magnitude).rounded(.down))
    if exponent > 3 { return NumberText.grouped(value) }
    return NumberText.trimmed(value, decimals: min(9, max(0, 3 - exponent)))
  }

  /// A number with its sign.
  static func signed(_ estimate: Estimate) -> String {
    let text = Rounding(standardError: estimate.standardError).text(estimate.value)
    return text.hasPrefix("-") || text.allSatisfy({ "0.,".contains($0) }) ? text : "+" + text
  }
}
