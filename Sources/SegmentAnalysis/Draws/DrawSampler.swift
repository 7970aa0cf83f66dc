import SegmentModel
import SegmentSimulation

/// Draws the uncertain numbers of a run.
///
/// The luck of a number is addressed by seed, draw and id, never consumed: the first 50 draws of 500
/// are those of 50, and a further number changes no other.
public struct DrawSampler: Sendable {
  private let loaded: LoadedRun
  private let list: ParameterList
  private let luck: Luck

  /// Lists the uncertain numbers of a model, its baseline and its scenarios.
  ///
  /// Throws ``AnalysisError`` when shares of a split do not fit together, or two numbers cannot be
  /// told apart.
  public init(_ loaded: LoadedRun, seed: UInt64) throws {
    self.loaded = loaded
    list = try ParameterList(
      model: loaded.model, scenarios: [loaded.baseline] + loaded.scenarios)
    luck = Luck.parameters(seed: seed)
  }

  /// The uncertain numbers, each once: those of the place, then those of the scenarios.
  public var parameters: [Parameter] { list.parameters }

  /// The value of each parameter in a draw, numbered from 1; draw 0 has the central values.
  public func values(draw: Int) -> [Double] {
    draw == 0 ? list.central : list.values(draw: draw, luck)
  }

  /// The model, the baseline and the scenarios with the numbers of a draw; draw 0 has those of the
  /// files.
  public func drawn(_ draw: Int) throws -> DrawnRun {
    var run = DrawnRun(
      model: loaded.model, baseline: loaded.baseline, scenarios: loaded.scenarios, unmet: [],
      impossible: [])
    guard draw != 0 else { return run }
    let values = values(draw: draw)
    func replace(_ quantity: Quantity) -> Quantity {
      quantity.mapParts { list.drawn($0, values) }
    }
    run.model = loaded.model.mapQuantities(replace)
    run.baseline = loaded.baseline.mapQuantities(replace)
    run.scenarios = loaded.scenarios.map { $0.mapQuantities(replace) }
    return run
  }
}
