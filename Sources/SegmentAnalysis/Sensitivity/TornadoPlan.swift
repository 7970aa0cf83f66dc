import SegmentModel

/// The settings of a tornado, to be run.
public struct TornadoPlan: Sendable {
  /// The quantiles at which the bars end.
  public let quantiles: (low: Double, high: Double)
  private let parameters: [(parameter: Parameter, low: [Double], high: [Double], index: Int)]
  private let runner: SettingRunner
  private let needsRun: [Bool]

  /// A plan for the parameters whose ids contain a text (nil for all).
  public init(
    _ sampler: DrawSampler, runner: SettingRunner, quantiles: (low: Double, high: Double),
    only text: String? = nil
  ) throws {
    self.quantiles = quantiles
    self.runner = runner
    parameters = sampler.parameters.enumerated().filter { _, parameter in
      text.map(parameter.id.contains) ?? true
    }.map { index, parameter in
      (
        parameter, sampler.list.values(index, atQuantile: quantiles.low),
        sampler.list.values(index, atQuantile: quantiles.high), index
      )
    }
    needsRun = try parameters.flatMap { [$0.low, $0.high] }.map(runner.needsSimulation)
  }

  /// How many parameters there are.
  public var count: Int { parameters.count }
  /// How many settings are simulated, besides the central values.
  public var simulations: Int { needsRun.count { $0 } }

  /// Runs everything.
  public func run(progress: @escaping @Sendable (Double) -> Void = { _ in }) throws -> Tornado {
    let central = try runner.central()
    let settings = parameters.flatMap { [$0.low, $0.high] }
    // What is simulated goes first, so that progress says how long it will take.
    let order = needsRun.indices.filter { needsRun[$0] } + needsRun.indices.filter { !needsRun[$0] }
    let inOrder = try runner.run(order.map { settings[$0] }, central: central, progress: progress)
    var results = inOrder
    for (place, result) in zip(order, inOrder) { results[place] = result }
    let measures = runner.measures.indices
    return Tornado(
      quantiles: quantiles, central: measures.map(central.result.mean),
      bars: parameters.enumerated().map { place, one in
        let (low, high) = (results[2 * place], results[2 * place + 1])
        let troubles = low.impossible + low.unmet + high.impossible + high.unmet
        return Tornado.Bar(
          parameter: one.parameter, low: one.low[one.index], high: one.high[one.index],
          atLow: measures.map { low.change($0, from: central.result) },
          atHigh: measures.map { high.change($0, from: central.result) },
          isSimulated: needsRun[2 * place] || needsRun[2 * place + 1],
          troubles: troubles.enumerated().filter {
            troubles.firstIndex(of: $0.element) == $0.offset
          }
          .map(\.element))
      })
  }
}
