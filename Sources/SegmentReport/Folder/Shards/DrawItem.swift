import SegmentAnalysis

/// What one file of draws holds: a draw with its replicates, or a replicate of the central values.
struct DrawItem {
  /// The draw, from 1; 0 stands for the central values.
  let draw: Int
  /// Its replicates.
  let replicates: [Int]

  /// The one at an index of a run's draws, or of its replicates where it makes no draws.
  init(_ index: Int, draws: Int, replicates: [Int]) {
    draw = draws > 0 ? index + 1 : 0
    self.replicates = draws > 0 ? replicates : [replicates[index]]
  }

  /// What a result is of.
  init(_ result: DrawResult) {
    draw = result.draw
    replicates = result.replicates
  }

  /// The name of its file in a world from 0.
  func name(world: Int) -> String {
    "world-\(world + 1)/" + (draw > 0 ? "draw-\(draw)" : "replicate-\(replicates[0])")
  }

  /// Whether a result is of this, of the measures of a comparison and of a number of uncertain numbers.
  func isHeld(by result: DrawResult, of comparison: Comparison, parameters: Int) -> Bool {
    result.draw == draw && result.replicates == replicates
      && result.parameters.count == parameters
      && result.values.allSatisfy { $0.count == comparison.scenarios.count }
      && result.values.joined().allSatisfy { $0.count == comparison.measures.count }
  }
}
