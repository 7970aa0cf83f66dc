import SegmentAnalysis
import SegmentModel
import SegmentSimulation
import Testing

/// What sharing luck between scenarios promises, on the benchmark problem over 400 seeds.
@Suite struct SharedLuckTests {
  private let seeds = 400

  /// The benchmark, cut down in debug builds.
  ///
  /// The dead stay in the second pathway: otherwise the lives that the intervention prolongs would
  /// rightly bring more attendances there.
  private func benchmark() throws -> LoadedRun {
    var run = try Examples.load("benchmark/intervention.json")
    for segment in run.model.pathways[0].segments.indices {
      run.model.pathways[0].segments[segment].leaves = nil
    }
    for event in run.model.events.indices where run.model.events[event].outcome == 0 {
      run.model.events[event].eligible = Eligibility(segments: [0: [0, 1, 2, 3, 4]])
    }
    #if DEBUG
      run.model.population.residents = 300
      run.model.pathways[0].start = .counts([1: 21, 2: 6, 3: 18, 4: 30])
    #endif
    return run
  }

  @Test func differencesAreAsSharpAsTheoryAllowsAndZeroOutOfReach() throws {
    let run = try benchmark()
    let simulation = try Simulation(
      model: run.model, scenarios: [run.baseline] + run.scenarios)
    var avoided: [Double] = []
    for seed in 0..<UInt64(seeds) {
      let pair = try simulation.run(seed: seed, replicates: [0], threads: 2)[0]
      let differences = zip(totals(pair[0]), totals(pair[1])).map { $0 - $1 }
      avoided.append(Double(differences[run.model.happenings.count - 2]))
      let untouched = [10, 11, run.model.happenings.count - 1]
      #expect(untouched.allSatisfy { differences[$0] == 0 })
    }

    let mean = avoided.reduce(0, +) / Double(seeds)
    let variance =
      avoided.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(seeds - 1)
    let exact = try exactDifference(run)
    // Five standard errors: a false alarm in two million, for the mean and for the variance.
    #expect(abs(mean - exact.mean) < 5 * (exact.variance / Double(seeds)).squareRoot())
    #expect(abs(variance / exact.variance - 1) < 5 * (2 / Double(seeds)).squareRoot())
  }

  @Test func theoryForTheWholeBenchmark() throws {
    let run = try Examples.load("benchmark/intervention.json")
    let exact = try exactDifference(run)
    #expect(abs(exact.mean - 2_317.871717) < 1e-6)
    #expect(abs(exact.variance.squareRoot() - 59.1496) < 1e-4)
  }

  /// How often each happening befell anybody.
  private func totals(_ tallies: Tallies) -> [Int64] {
    let layout = tallies.layout
    return (0..<layout.happenings).map { happening in
      (0..<layout.years).reduce(0) { $0 + tallies.happened(year: $1, happening: happening) }
    }
  }

  private func exactDifference(_ run: LoadedRun) throws -> (mean: Double, variance: Double) {
    let pathway = run.model.pathways[0]
    let before = pathway.moves.map(\.chance.quantity.scalar)
    var after = before
    for effect in run.scenarios[0].interventions[0].effects {
      if case .happening(let index) = effect.target { after[index] = effect.change.quantity.scalar }
    }
    let chain = PairChain(
      pathway, probabilities: [before, after], event: [0.020, 0.035, 0.032, 0.030, 0.022, 0],
      steps: 40)
    guard case .counts(let counts) = pathway.start else { return (0, 0) }
    let rest = run.model.population.residents - counts.values.reduce(0, +)
    return chain.difference().enumerated().reduce((0, 0)) { sum, resident in
      let people = Double(counts[resident.offset] ?? (resident.offset == 0 ? rest : 0))
      return (
        sum.0 + people * resident.element.mean, sum.1 + people * resident.element.variance
      )
    }
  }
}
