/// What a benchmark changes to see how cost grows with it.
public enum BenchmarkDimension: String, CaseIterable, Sendable {
  case residents, steps, pathways, scenarios, replicates, draws, threads

  /// How much of it a measurement had.
  public func amount(_ size: BenchmarkSize) -> Int {
    switch self {
    case .residents: size.residents
    case .steps: size.steps
    case .pathways: size.pathways
    case .scenarios: size.scenarios
    case .replicates: size.replicates
    case .draws: size.draws
    case .threads: size.threads
    }
  }
}
