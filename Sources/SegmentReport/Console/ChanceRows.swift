import SegmentAnalysis
import SegmentModel

/// The chances of the strategist's table: what one place would see.
struct ChanceRows {
  let rows: ComparisonRows
  private let chances: Chances

  init(rows: ComparisonRows) {
    self.rows = rows
    chances = Chances(rows.comparison)
  }

  private var model: Model { rows.comparison.model }

  /// Appends the rows of chances, undiscounted.
  func append(to table: inout TextTable) {
    guard rows.compares, rows.hasIntervals else { return }
    let rate = rows.comparison.catalogue.undiscounted
    let questions = chances.questions.filter { question in
      switch question {
      case .savesMoney(_, let other), .costsLeast(let other): other == rate
      case .avoidsAny(let outcome): outcome == 0
      case .avoidsMost, .mostDeprivedGainMore: true
      }
    }.filter { question in
      switch question {
      // Of two, one is the best just where it avoids or saves anything.
      case .costsLeast, .avoidsMost: rows.comparison.results.count > 2
      default: true
      }
    }
    guard !questions.isEmpty else { return }
    table.appendHeading("Chances of what one place would see")
    for question in questions {
      table.append(
        "  \(name(question))",
        rows.comparison.results.indices.map { scenario in
          chances.chance(question, scenario: scenario).map {
            Phrase.chance($0.probability, draws: $0.draws > 1 ? $0.draws : $0.replicates)
          } ?? ComparisonRows.none
        })
    }
  }

  private func name(_ question: ChanceQuestion) -> String {
    let headline = rows.within(model.outcomes.first?.name ?? "")
    return switch question {
    case .savesMoney(let payer?, _): "Net gain: \(model.payers[payer].name)"
    case .savesMoney(nil, _): "Net gain: all payers"
    case .avoidsAny: "Fewer \(headline)"
    case .costsLeast: "Least cost of all compared"
    case .avoidsMost: "Fewest \(headline) of all compared"
    case .mostDeprivedGainMore: "Most deprived gain more than least deprived"
    }
  }
}
