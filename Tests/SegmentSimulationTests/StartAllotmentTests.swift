import SegmentModel
import Testing

@testable import SegmentSimulation

@Suite("Where residents start")
struct StartAllotmentTests {
  /// A place of 64,000 with pathways that start by shares or counts.
  private func population(
    _ starts: [Start], residents: Int = 64_000, seed: UInt64 = 1, sharing other: Population? = nil
  ) throws -> Population {
    let segments = ["a", "b", "c"].map { Segment(id: $0) }
    let model = Model(
      id: "m", start: CalendarMonth(year: 2020, month: 1), years: 1,
      population: PopulationPlan(residents: residents),
      pathways: starts.enumerated().map {
        Pathway(id: "p\($0.offset)", segments: segments, start: $0.element)
      })
    let compiled = try CompiledModel(model: model, scenarios: [], step: .year)
    return Population(model: model, compiled: compiled, seed: seed, sharing: other)
  }

  @Test("Shares are met to within one resident of each group of 64")
  func shares() throws {
    let shares: [Int: Quantity] = [1: Quantity(0.1), 2: Quantity(0.253)]
    let starts = try population([.shares(shares)]).startSegments()[0]
    for group in 0..<1000 {
      let members = starts[group * 64..<group * 64 + 64]
      // The first b takes whole slots and at most one in part; c begins and ends in such a slot.
      #expect(abs(Double(members.filter { $0 == 1 }.count) - 6.4) < 1)
      #expect(abs(Double(members.filter { $0 == 2 }.count) - 16.192) < 2)
    }
    // Over 1,000 groups the part slots vary by at most a quarter of a resident squared each:
    // standard deviation below sqrt(1,000 / 4) = 15.8, z = 5.3 at 1e-7.
    #expect(abs(Double(starts.filter { $0 == 1 }.count) - 6400) < 15.8 * 5.3)
  }

  @Test("Pathways and neighbours start unrelated to one another")
  func independence() throws {
    let half = Start.shares([1: Quantity(0.5)])
    let starts = try population([half, half]).startSegments().map { $0.map { Double($0) - 0.5 } }
    let n = Double(starts[0].count)
    // The product of two fair signs has mean 0 and standard error 0.25 / sqrt(n).
    let limit = 5.3 * 0.25 / n.squareRoot()
    let between = zip(starts[0], starts[1]).reduce(0) { $0 + $1.0 * $1.1 } / n
    #expect(abs(between) < limit)
    let apart = 16 * 64
    let later = zip(starts[0], starts[0].dropFirst(apart)).reduce(0) { $0 + $1.0 * $1.1 } / n
    #expect(abs(later) < limit)
    // Each place in a group is as often in one segment as in the other.
    for slot in 0..<64 {
      let members = stride(from: slot, to: starts[0].count, by: 64).map { starts[0][$0] }
      #expect(abs(members.reduce(0, +)) < 5.3 * 0.5 * 1000.0.squareRoot())
    }
  }

  @Test("Counts are exact, and a higher count adds people and removes none")
  func counts() throws {
    let fewer = try population([.counts([1: 1000, 2: 17])]).startSegments()[0]
    let more = try population([.counts([1: 1500])]).startSegments()[0]
    #expect(fewer.filter { $0 == 1 }.count == 1000)
    #expect(fewer.filter { $0 == 2 }.count == 17)
    #expect(more.filter { $0 == 1 }.count == 1500)
    #expect(zip(fewer, more).allSatisfy { $0 != 1 || $1 == 1 })
  }

  @Test("A higher share adds people and removes none")
  func nested() throws {
    let low = try population([.shares([1: Quantity(0.2)])]).startSegments()[0]
    let high = try population([.shares([1: Quantity(0.23)])]).startSegments()[0]
    #expect(zip(low, high).allSatisfy { $0 == 0 || $1 == 1 })
  }

  @Test("Another seed gives other people the same shares")
  func seeds() throws {
    let share = Start.shares([1: Quantity(0.2)])
    let one = try population([share], seed: 1).startSegments()[0]
    let two = try population([share], seed: 2).startSegments()[0]
    #expect(one != two)
  }

  @Test("Residents shared with another draw are those drawn up alone")
  func sharing() throws {
    func start(_ share: Double) -> Start { .shares([1: Quantity(share)]) }
    // The last start depends on the first.
    let given = Start.shares([
      1: Quantity(.bySegment(pathway: 0, [.constant(0.1), .constant(0.6), .constant(0)]))
    ])
    let first = try population([start(0.2), start(0.3), given], residents: 5000)
    for (shares, residents) in [
      ([0.2, 0.3], 5000), ([0.2, 0.4], 5000), ([0.1, 0.3], 5000), ([0.2, 0.3], 6000),
    ] {
      let starts = shares.map(start) + [given]
      let alone = try population(starts, residents: residents)
      let shared = try population(starts, residents: residents, sharing: first)
      #expect(shared.startSegments() == alone.startSegments())
      #expect(shared.birthMonth == alone.birthMonth)
    }
  }

  /// People of all ages, both sexes and four strata otherwise, some of whom are born or join later.
  private static let mixed = PopulationPlan(
    residents: 5000, sexes: ["f", "m"], areas: [Area(id: "a"), Area(id: "b")],
    deprivation: ["1", "2"], people: [PeopleCell(ages: AgeRange(0, 99), people: 1)],
    deprivationShares: [[0.5, 0.5], [0.9, 0.1]], birthsPerYear: Quantity(100),
    joinersPerYear: [Joiners(AgeRange(20, 60), peoplePerYear: Quantity(300))])

  /// Starts by age alone, in counts, by much that was allotted before, and by a segment alone.
  private static let starts: [Start] = [
    .shares([
      1: Quantity(.atAge([(10, 0), (80, 0.5)])),
      2: Quantity(.byAge([(AgeRange(0, 64), .constant(0)), (AgeRange(65, 110), .constant(0.5))])),
    ]),
    .counts([1: 700, 2: 33]),
    .shares([
      1: Quantity(
        .product([
          .bySegment(
            pathway: 0, [.constant(0.01), .atAge([(0, 0.2), (90, 0.5)]), .constant(0.4)]),
          .byArea([.constant(1), .constant(0.7)]),
        ])),
      2: Quantity(
        .bySegment(
          pathway: 1, [.bySex([.constant(0), .constant(0.1)]), .constant(0.3), .constant(0)])),
    ]),
    .shares([
      2: Quantity(.bySegment(pathway: 2, [.constant(0), .constant(1), .constant(0.375)]))
    ]),
  ]

  @Test("Everybody starts where their own uniform falls among the shares of somebody like them")
  func definition() throws {
    let segments = ["a", "b", "c"].map { Segment(id: $0) }
    let model = Model(
      id: "m", start: CalendarMonth(year: 2020, month: 1), years: 3, population: Self.mixed,
      pathways: Self.starts.enumerated().map {
        Pathway(id: "p\($0.offset)", segments: segments, start: $0.element)
      })
    let compiled = try CompiledModel(model: model, scenarios: [], step: .year)
    let population = Population(model: model, compiled: compiled, seed: 9, threads: 2)
    #expect(population.count > 6000)
    var expected: [[UInt8]] = []
    for (pathway, start) in Self.starts.enumerated() {
      let luck = StartLuck(Luck.start(seed: 9), pathway: "p\(pathway)")
      var mine = [UInt8](repeating: 0, count: population.count)
      switch start {
      case .counts(let counts):
        let present = population.entryStep.indices.filter { population.entryStep[$0] == 0 }
        let order = present.sorted { luck.uniform(of: $0) < luck.uniform(of: $1) }
        for resident in order[..<counts[1]!] { mine[resident] = 1 }
        for resident in order[counts[1]!...].prefix(counts[2]!) { mine[resident] = 2 }
      case .shares(let shares):
        var slots = [UInt64](repeating: 0, count: population.count + 64)
        for group in 0...population.count / 64 {
          luck.forEachSlot(below: 64, ofGroup: group) { slots[group * 64 + $1] = UInt64($0) }
        }
        for i in 0..<population.count {
          var who = compiled.strata[Int(population.stratum[i])]
          who.age = (Int(population.entryStep[i]) * 12 - Int(population.birthMonth[i])) / 12
          let uniform = slots[i] << 50 | luck.uniform(of: i) >> 14
          var total = 0.0
          for (segment, share) in shares.sorted(by: { $0.key < $1.key }) {
            total += share.values.value(for: who) { Int(expected[$0][i]) }
            if mine[i] == 0 && uniform < Luck.threshold(total) { mine[i] = UInt8(segment) }
          }
        }
      }
      expected.append(mine)
    }
    let starts = population.startSegments()
    for pathway in starts.indices { #expect(starts[pathway] == expected[pathway], "\(pathway)") }
  }

  @Test("Further residents and pathways leave the others where they are")
  func additions() throws {
    let (one, two) = (Start.shares([1: Quantity(0.3)]), Start.shares([2: Quantity(0.02)]))
    let few = try population([one], residents: 5000).startSegments()
    let many = try population([one, two], residents: 6000).startSegments()
    #expect(Array(many[0][..<5000]) == few[0])
  }
}
