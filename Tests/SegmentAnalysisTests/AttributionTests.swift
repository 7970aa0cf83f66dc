import Testing

@testable import SegmentAnalysis

/// How the joint effect of interventions is shared out.
@Suite("Attribution")
struct AttributionTests {
  private func ids(_ count: Int) -> [String] { (0..<count).map { "i\($0)" } }

  /// The values of a plan's subsets under a function of the places in them.
  private func values(
    _ plan: AttributionPlan, _ value: ([Int]) -> Double
  ) -> [InterventionSet: [Double]] {
    Dictionary(
      uniqueKeysWithValues: plan.subsets.map { subset in
        (subset, [value((0..<plan.interventions).filter(subset.has))])
      })
  }

  private func attributed(
    _ count: Int, _ method: AttributionMethod, draw: Int = 1, alone: Bool = false,
    _ value: ([Int]) -> Double
  ) -> AttributedDraw {
    let plan = AttributionPlan(
      interventions: ids(count), seed: 1, draw: draw, method: method, alone: alone)
    return plan.attributed(values(plan, value))
  }

  @Test(
    "Two that multiply: the published example and one that goes down",
    arguments: AttributionMethod.allCases)
  func published(method: AttributionMethod) {
    func effect(_ factors: [Double]) -> AttributedDraw {
      attributed(2, method, alone: true) { $0.reduce(1000) { $0 * factors[$1] } }
    }
    func expect(_ found: [[Double]]?, _ known: [Double]) {
      for (a, b) in zip(found ?? [], known) { #expect(close(a[0], b, within: 1e-9)) }
    }
    let up = effect([1.1, 1.1])
    expect(up.alone, [100, 100])
    expect([up.total, up.overlap!], [210, 10])
    expect(up.shares, [105, 105])
    expect(up.lastIn, [110, 110])
    let mixed = effect([1.2, 0.9])
    expect(mixed.alone, [200, -100])
    expect([mixed.total, mixed.overlap!], [80, -20])
    expect(mixed.shares, [190, -110])
  }

  /// Any number for any set of places.
  private func arbitrary(_ seed: Int) -> ([Int]) -> Double {
    let numbers = Normals.list(seed, count: 1 << 7)
    return { 1000 * numbers[$0.reduce(0) { $0 + 1 << $1 }] }
  }

  @Test("What some do together is summed draw by draw, since their errors may cancel or add")
  func together() throws {
    // The second rises as the first falls, and the third as the first rises.
    var attribution = Attribution(interventions: 3, measures: 2)
    #expect(attribution.share(of: [0, 1], measure: 1).count == 0)
    for up in [-3.0, 1, 2] {
      let shares = [[0, 5 + up], [0, 7 - up], [0, 9 + up]]
      attribution.add(
        AttributedDraw(total: [0, 21 + up], shares: shares, alone: shares, lastIn: shares))
    }
    let own = try #require(attribution.shares[0][1].standardError)
    try #require(own > 0.5)
    for sum in [
      attribution.share(of: [0, 1], measure: 1),
      try #require(attribution.alone(of: [0, 1], measure: 1)),
    ] {
      #expect(close(sum.mean, 12, within: 1e-12))
      #expect(close(try #require(sum.standardError), 0, within: 1e-12))
    }
    let added = attribution.share(of: [0, 2], measure: 1)
    #expect(close(added.mean, 14, within: 1e-12))
    #expect(close(try #require(added.standardError), 2 * own, within: 1e-12))
    var plain = Attribution(interventions: 1, measures: 1)
    plain.add(AttributedDraw(total: [1], shares: [[1]], alone: nil, lastIn: nil))
    #expect(plain.alone(of: [0], measure: 0) == nil)
  }

  @Test("Shares add up to the total in every draw", arguments: 1...7)
  func efficiency(count: Int) {
    for draw in 0..<10 {
      for method in AttributionMethod.allCases {
        let result = attributed(count, method, draw: draw, arbitrary(draw))
        let sum = result.shares.reduce(0) { $0 + $1[0] }
        #expect(close(sum, result.total[0], within: 1e-9))
      }
    }
  }

  @Test("Those alike have the same share, those without effect have none")
  func symmetry() {
    // 0 and 1 are alike, 3 does nothing.
    func value(_ places: [Int]) -> Double {
      let alike = places.filter { $0 < 2 }.count
      return Double(alike * alike * 7) + (places.contains(2) ? 5.0 * Double(1 + alike) : 0)
    }
    let result = attributed(4, .exact, alone: true, value)
    #expect(close(result.shares[0][0], result.shares[1][0], within: 1e-9))
    #expect(result.shares[3][0] == 0)
    #expect(result.alone?[3][0] == 0)
    for draw in 0..<10 {
      #expect(attributed(4, .orders, draw: draw, value).shares[3][0] == 0)
    }
  }

  @Test("Over all orders, walking one and its reverse gives the exact share on average")
  func unbiased() {
    let value = arbitrary(3)
    let exact = attributed(5, .exact, value)
    var sums = [Double](repeating: 0, count: 5)
    let orders = permutations(Array(0..<5))
    for order in orders {
      let plan = AttributionPlan(order: order, method: .orders, alone: false)
      for (i, share) in plan.attributed(values(plan, value)).shares.enumerated() {
        sums[i] += share[0] / Double(orders.count)
      }
    }
    for (sum, share) in zip(sums, exact.shares) { #expect(close(sum, share[0], within: 1e-9)) }
  }

  private func permutations(_ list: [Int]) -> [[Int]] {
    guard let first = list.first else { return [[]] }
    return permutations(Array(list.dropFirst())).flatMap { rest in
      (0...rest.count).map { place in
        var list = rest
        list.insert(first, at: place)
        return list
      }
    }
  }

  @Test("Where interventions overlap two at a time, one order and its reverse are exact")
  func pairs() {
    func value(_ places: [Int]) -> Double {
      places.reduce(0) { sum, i in
        sum + 10 * Double(i + 1) - places.filter { $0 < i }.reduce(0) { $0 + Double(i * $1 + 1) }
      }
    }
    let exact = attributed(6, .exact, value)
    for draw in 0..<5 {
      let walked = attributed(6, .orders, draw: draw, value)
      for (a, b) in zip(walked.shares, exact.shares) { #expect(close(a[0], b[0], within: 1e-9)) }
    }
  }

  @Test("No more than 2(k - 1) runs beyond nobody and all; alone and last in on request")
  func runs() {
    for count in 1...20 {
      func subsets(_ alone: Bool) -> Set<InterventionSet> {
        let plan = AttributionPlan(interventions: ids(count), seed: 1, draw: 4, alone: alone)
        #expect(plan.subsets.count == Set(plan.subsets).count)
        return Set(plan.subsets)
      }
      #expect(subsets(false).count == 2 + 2 * (count - 1))
      let all = InterventionSet(first: count)
      #expect(subsets(false).isSuperset(of: [[], all]))
      for place in 0..<count {
        let only = InterventionSet(only: place)
        #expect(subsets(true).isSuperset(of: [only, all.subtracting(only)]))
      }
    }
    let exact = AttributionPlan(interventions: ids(7), seed: 1, draw: 4, method: .exact)
    #expect(exact.subsets.count == 128)
    #expect(InterventionSet(first: 64).count == 64)
  }

  @Test("An order depends on seed, draw and ids alone, and leaving one out keeps the rest")
  func orders() {
    func order(_ ids: [String], seed: UInt64 = 1, draw: Int = 1) -> [String] {
      AttributionPlan(interventions: ids, seed: seed, draw: draw).order.map { ids[$0] }
    }
    let all = ids(12)
    #expect(order(all) == order(all.reversed()))
    #expect(order(all) != order(all, seed: 2))
    #expect(order(all) != order(all, draw: 2))
    #expect(order(all).filter { $0 != "i5" } == order(all.filter { $0 != "i5" }))
    // Each comes first equally often: chi-square with 5 degrees of freedom, 1 in 10,000.
    var first = [Int](repeating: 0, count: 6)
    for draw in 0..<3000 {
      first[AttributionPlan(interventions: ids(6), seed: 1, draw: draw).order[0]] += 1
    }
    #expect(first.reduce(0) { $0 + Double(($1 - 500) * ($1 - 500)) / 500 } < 25.7)
  }

  @Test("Means over draws add up, and have the spread of draws")
  func means() {
    var attribution = Attribution(interventions: 3, measures: 1)
    for draw in 0..<20 {
      attribution.add(attributed(3, .orders, draw: draw, alone: true, arbitrary(draw)))
    }
    #expect(attribution.draws == 20)
    let sum = attribution.shares.reduce(0) { $0 + $1[0].mean }
    #expect(close(sum, attribution.total[0].mean, within: 1e-9))
    let alone = attribution.alone.reduce(0) { $0 + $1[0].mean }
    #expect(close(attribution.overlap[0].mean, attribution.total[0].mean - alone, within: 1e-9))
    #expect(attribution.lastIn.allSatisfy { $0[0].count == 20 })
    #expect(attribution.total[0].standardError != nil)
  }
}
