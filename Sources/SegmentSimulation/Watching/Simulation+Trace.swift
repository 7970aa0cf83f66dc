import SegmentModel

extension Simulation {
  /// How many residents there ever are, joiners included.
  public func residents(seed: UInt64) -> Int { population(seed).count }

  /// What some residents live through, in the order given.
  ///
  /// It is what happens to them in a run of the same seed, draw and replicate. Where no capacity
  /// couples residents, only their neighbours are simulated with them.
  public func traces(
    of residents: [Int], seed: UInt64, draw: Int = 0, replicate: Int
  ) -> [ResidentTrace] {
    let population = population(seed)
    precondition(
      residents.allSatisfy { (0..<population.count).contains($0) }, "there is no such resident")
    let watch = TraceWatch(residents: residents, scenarios: scenarios.count)
    let runner = runner(population, Luck(seed: seed, draw: draw, replicate: replicate), watch)
    let blocks = Set(residents.map { $0 / Block.size }).sorted().map { $0..<$0 + 1 }
    for range in isCoupled ? [0..<Self.blocks(population)] : blocks { run(runner, range) }
    return residents.compactMap { watch.traces[$0] }
  }

  /// The first residents, in their order, to whom something else happens in scenario `b` than in `a`,
  /// each with the first step in which it does.
  public func partings(
    _ a: Int, _ b: Int, seed: UInt64, draw: Int = 0, replicate: Int, limit: Int
  ) -> [(resident: Int, step: Int)] {
    let population = population(seed)
    let watch = PartingWatch(a, b)
    let runner = runner(population, Luck(seed: seed, draw: draw, replicate: replicate), watch)
    let blocks = Self.blocks(population)
    for range in isCoupled ? [0..<blocks] : (0..<blocks).map({ $0..<$0 + 1 })
    where watch.steps.count < limit { run(runner, range) }
    return watch.steps.sorted { $0.key < $1.key }.prefix(limit).map { ($0.key, $0.value) }
  }

  private func population(_ seed: UInt64) -> Population {
    Population(model: model, compiled: compiled, seed: seed)
  }

  private static func blocks(_ population: Population) -> Int {
    (population.count + Block.size - 1) / Block.size
  }

  private func runner(_ population: Population, _ luck: Luck, _ watch: any Watch) -> Runner {
    let runner = Runner(compiled: compiled, population: population, luck: luck)
    runner.watch = watch
    return runner
  }

  private func run(_ runner: Runner, _ blocks: Range<Int>) {
    run([runner], blocks, [newBuffers()])
  }
}
