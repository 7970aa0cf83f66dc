import SegmentModel
import SegmentSimulation

/// Draws the uncertain numbers of a run.
///
/// The luck of a number is addressed by seed, draw and id, never consumed: the first 50 draws of 500
/// are those of 50, and a further number changes no other. The base rates of counted events are
/// solved again in every draw (see ``BaseRates``).
public struct DrawSampler: Sendable {
  let loaded: LoadedRun
  let list: ParameterList
  private let luck: Luck
  private let sums: SumsAtRisk
  private let baseRates: BaseRates

  /// Lists the uncertain numbers of a model, its baseline and its scenarios; `seed` is that of the
  /// runs, and also decides where residents start.
  ///
  /// Throws ``AnalysisError`` when shares of a split do not fit together, or two numbers cannot be
  /// told apart.
  public init(_ loaded: LoadedRun, seed: UInt64) throws {
    try self.init(loaded, seed: seed, freeing: nil)
  }

  /// A sampler in which the numbers of one quantity can be set too, by themselves (see
  /// ``ParameterList``).
  init(_ loaded: LoadedRun, seed: UInt64, freeing freed: String?) throws {
    let loaded = freed.map(loaded.marking) ?? loaded
    self.loaded = loaded
    let scenarios = [loaded.baseline] + loaded.scenarios
    var list = try ParameterList(model: loaded.model, scenarios: scenarios, freeing: freed)
    sums = SumsAtRisk(model: loaded.model, scenarios: scenarios)
    baseRates = try BaseRates(loaded.model, seed: seed, list: &list)
    try list.requireDistinctKeys()
    self.list = list
    luck = Luck.parameters(seed: seed)
  }

  /// What is uncertain, each once: numbers of the place, numbers of the scenarios, targets.
  public var parameters: [Parameter] { list.parameters }

  /// The calibration targets of counts that the numbers of the files are far from, as where nobody has
  /// solved them yet, and what is expected instead: less than half or more than twice, among residents
  /// as they start.
  public var missed: [(target: Target, expected: Double)] { baseRates.missed }

  /// The value of each parameter in a draw, numbered from 1; draw 0 has the central values.
  public func values(draw: Int) -> [Double] {
    draw == 0 ? list.central : list.values(draw: draw, luck)
  }

  /// The model, the baseline and the scenarios with the numbers of a draw; draw 0 has those of the
  /// files.
  public func drawn(_ draw: Int) throws -> DrawnRun {
    guard draw != 0 else {
      return DrawnRun(
        model: loaded.model, baseline: loaded.baseline, scenarios: loaded.scenarios,
        values: list.central, unmet: [], impossible: [])
    }
    return try drawn(values: values(draw: draw))
  }

  /// The model and the scenarios with some values of the parameters, in the order of ``parameters``.
  ///
  /// Base rates are solved again, and sums mended, as in a draw.
  public func drawn(values: [Double]) throws -> DrawnRun {
    var values = values
    var impossible = sums.mend(&values, list)
    let rates = try baseRates.factors(values, list)
    func replace(_ quantity: Quantity) -> Quantity {
      let drawn = list.drawn(quantity, values)
      guard !rates.factors.isEmpty, !quantity.solved.isEmpty else { return drawn }
      let solved = drawn.mapParts { $0.multiplied(by: rates.factors, in: loaded.model) }
      guard loaded.model.excess(of: solved) == nil else {
        impossible.append(quantity.id)
        return drawn
      }
      return solved
    }
    var model = loaded.model.mapQuantities(replace)
    impossible += sums.restoreExits(of: &model)
    return DrawnRun(
      model: model,
      baseline: loaded.baseline.mapQuantities(replace),
      scenarios: loaded.scenarios.map { $0.mapQuantities(replace) },
      values: values, unmet: rates.unmet, impossible: impossible)
  }
}

extension LoadedRun {
  /// The run with one quantity marked as uncertain, so that its numbers can be set.
  fileprivate func marking(_ id: String) -> LoadedRun {
    func mark(_ quantity: Quantity) -> Quantity {
      quantity.mapParts { part in
        guard part.id == id else { return part }
        var marked = part
        marked.uncertainty = Uncertainty(.split(sampleSize: 1))
        return marked
      }
    }
    var run = self
    run.model = model.mapQuantities(mark)
    run.baseline = baseline.mapQuantities(mark)
    run.scenarios = scenarios.map { $0.mapQuantities(mark) }
    return run
  }
}
