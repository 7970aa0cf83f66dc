import Testing

@testable import SegmentSimulation

@Suite("The order of neighbours in which they start")
struct StartLuckTests {
  private let luck = StartLuck(Luck.start(seed: 3), pathway: "p")

  private func members(_ group: Int, below count: Int = 64) -> [Int] {
    var members: [Int] = []
    luck.forEachSlot(below: count, ofGroup: group) { slot, member in
      #expect(slot == members.count)
      members.append(member)
    }
    return members
  }

  @Test("Every member has one slot, however many are asked for")
  func permutation() {
    for group in 0..<20 {
      let all = members(group)
      #expect(all.sorted() == Array(0..<64))
      for count in [0, 1, 4, 5, 8, 9, 63] {
        #expect(members(group, below: count) == Array(all[..<count]))
      }
    }
  }

  @Test("Every member has every slot equally often, whoever has another slot")
  func uniform() {
    let groups = 4000
    var single = [Int](repeating: 0, count: 64 * 64)
    var apart = [Int](repeating: 0, count: 63 * 63)
    for group in 0..<groups {
      var first = 0
      luck.forEachSlot(below: 64, ofGroup: group) { slot, member in
        single[slot * 64 + member] += 1
        if slot == 0 { first = member } else { apart[(slot - 1) * 63 + (member ^ first) - 1] += 1 }
      }
    }
    // A table of n x n where each group fills every row and column once: chi-squared, with (n - 1)^2
    // degrees of freedom d, times n / (n - 1). That exceeds d + 2 sqrt(16 d) + 32 with probability e^-16.
    for (table, n) in [(single, 64.0), (apart, 63.0)] {
      let expected = Double(groups) / n
      let sum = table.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) }
      let d = (n - 1) * (n - 1)
      #expect(sum / expected * (n - 1) / n < d + 2 * (16 * d).squareRoot() + 32)
    }
  }

  @Test("Uniforms one by one are those of a run")
  func uniforms() {
    for residents in [0..<0, 0..<1, 6..<11, 1024..<1030] {
      var run: [UInt64] = []
      luck.forEachUniform(of: residents) { resident, uniform in
        #expect(resident == residents.lowerBound + run.count)
        run.append(uniform)
      }
      #expect(run == residents.map { luck.uniform(of: $0) })
    }
  }
}
