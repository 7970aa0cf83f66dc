import SegmentModel
import SegmentReport

/// Something to measure: what is simulated, and what was changed in it.
struct BenchmarkCase {
  /// What was changed; nil for the files as they are.
  var dimension: BenchmarkDimension?
  var model: Model
  /// Scenarios, baseline first.
  var scenarios: [Scenario]
  var step: StepLength
  var replicates = 1
  var draws = 1
  var threads: Int
  /// The files as read, where uncertain numbers are drawn; nil for the central values.
  var drawn: LoadedRun?

  /// How much is simulated.
  var size: BenchmarkSize {
    BenchmarkSize(
      residents: model.population.residents,
      steps: (model.end.ordinal - model.start.ordinal) / step.months,
      pathways: model.pathways.count, scenarios: scenarios.count, replicates: replicates,
      draws: draws, threads: threads)
  }

  /// Tells apart what there is to do among cases that each change one thing of the same whole.
  struct Work: Hashable {
    var size: BenchmarkSize
    var readsFiles: Bool
    var isDrawn: Bool
  }

  /// What there is to do.
  var work: Work { Work(size: size, readsFiles: dimension == nil, isDrawn: drawn != nil) }

  /// The same with something else changed.
  func changing(
    _ dimension: BenchmarkDimension, _ change: (inout BenchmarkCase) -> Void
  ) -> BenchmarkCase {
    var other = self
    other.dimension = dimension
    // What is changed in the model does not reach the files; these two change nothing in it.
    if dimension != .draws, dimension != .threads { other.drawn = nil }
    change(&other)
    return other
  }
}
