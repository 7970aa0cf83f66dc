import SegmentAnalysis

/// The draws and replicates behind an attribution, from the command that added it.
struct AttributionRun {
  /// Draws of the uncertain inputs; 0 for their central values.
  let draws: Int
  /// Replicates of each draw.
  let replicates: Int

  /// So many draws and replicates of each.
  init(draws: Int, replicates: Int) { (self.draws, self.replicates) = (draws, replicates) }

  /// As a command line says; what it leaves out is as usual.
  init(_ addition: RunManifest.Addition?) {
    func number(_ option: String) -> Int? { addition?.value(of: option).flatMap { Int($0) } }
    draws = number("--draws") ?? AddedTable.usualDraws
    replicates = number("--replicates") ?? AddedTable.usualReplicates
  }

  /// Whether there is more than one draw, and so a standard error.
  var hasError: Bool { draws > 1 }

  /// Half of a 95% confidence interval of a mean, in standard errors; 0 without a standard error.
  var confidence: Double { StudentT.half95(degreesOfFreedom: draws - 1) }

  /// What the figures are of, such as "the central values over 2 replicates".
  var name: String {
    let runs = Phrase.count(replicates, "replicate")
    return switch draws {
    case 0: "the central values over \(runs)"
    case 1: "a single draw over \(runs)"
    default: "\(draws) draws, \(runs) of each"
    }
  }
}
