import SegmentModel

/// The settings of a tornado, to be run.
public struct TornadoPlan: Sendable {
  /// The quantiles at which the bars end.
  public let quantiles: (low: Double, high: Double)
  private let inputs: [(input: MovedInput, low: [Double], high: [Double])]
  private let runner: SettingRunner
  private let needsRun: [Bool]

  /// A plan for what can be found by a text: its id contains it, or that of one of the numbers that move
  /// as one with it (nil for all).
  public init(
    _ sampler: DrawSampler, runner: SettingRunner, quantiles: (low: Double, high: Double),
    only text: String? = nil
  ) throws {
    self.quantiles = quantiles
    self.runner = runner
    inputs = MovedInput.all(sampler.list).filter { input in
      text.map(input.isFound) ?? true
    }.map { input in
      (
        input, input.values(atQuantile: quantiles.low, sampler.list),
        input.values(atQuantile: quantiles.high, sampler.list)
      )
    }
    needsRun = try inputs.flatMap { [$0.low, $0.high] }.map(runner.needsSimulation)
  }

  /// How many bars there are.
  public var count: Int { inputs.count }
  /// What is moved as one, a bar each.
  public var groups: [MovedInput] { inputs.map(\.input).filter(\.isGroup) }
  /// How many settings are simulated, besides the central values.
  public var simulations: Int { needsRun.count { $0 } }

  /// Runs everything.
  public func run(progress: @escaping @Sendable (Double) -> Void = { _ in }) throws -> Tornado {
    let central = try runner.central()
    let settings = inputs.flatMap { [$0.low, $0.high] }
    // What is simulated goes first, so that progress says how long it will take.
    let order = needsRun.indices.filter { needsRun[$0] } + needsRun.indices.filter { !needsRun[$0] }
    let inOrder = try runner.run(order.map { settings[$0] }, central: central, progress: progress)
    var results = inOrder
    for (place, result) in zip(order, inOrder) { results[place] = result }
    let measures = runner.measures.indices
    return Tornado(
      quantiles: quantiles, central: measures.map(central.result.mean),
      bars: inputs.enumerated().map { place, one in
        let (low, high) = (results[2 * place], results[2 * place + 1])
        let troubles = low.impossible + low.unmet + high.impossible + high.unmet
        return Tornado.Bar(
          input: one.input, low: one.input.indices.map { one.low[$0] },
          high: one.input.indices.map { one.high[$0] },
          atLow: measures.map { low.change($0, from: central.result) },
          atHigh: measures.map { high.change($0, from: central.result) },
          isSimulated: needsRun[2 * place] || needsRun[2 * place + 1],
          troubles: troubles.distinct)
      })
  }
}
