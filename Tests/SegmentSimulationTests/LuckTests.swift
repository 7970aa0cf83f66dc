import Foundation
import Testing

@testable import SegmentSimulation

@Suite("Luck")
struct LuckTests {
  /// The uniforms of a run of 1,024 residents, as the kernel finds them.
  private static func found(_ luck: Luck, run: Int, step: Int, channel: UInt32) -> [UInt64] {
    let finder = CandidateFinder()
    let codes = [UInt8](repeating: 255, count: Block.size)
    let count = finder.find(
      luck, block: run, step: step, channel: channel, codes: codes, highest: 255)
    #expect(count == Block.size)
    var uniforms = [UInt64](repeating: .max, count: Block.size)
    for n in 0..<count { uniforms[Int(finder.residents[n])] = finder.uniforms[n] }
    return uniforms
  }

  /// The uniforms of a run, from single Philox blocks and the definition.
  private static func defined(
    _ luck: Luck, run: Int, step: UInt32, channel: UInt32
  ) -> [UInt64] {
    var uniforms: [Int: UInt64] = [:]
    let levels = [(0, 1 << 48), (1 << 48, 1 << 51), (1 << 51, 1 << 52)]
    for (number, bounds) in levels.enumerated() {
      let purpose = 0x10 + UInt32(number)
      var stream = (0..<80).flatMap {
        let words = luck.block(UInt32(run * 1024 + $0), step, channel, purpose)
        return [words.0, words.1]
      }[...]
      let first = stream.removeFirst()
      // The binomial distribution by another way than the product's: from logarithms of factorials.
      let p = Double(bounds.1 - bounds.0) / Double((1 << 56) - bounds.0)
      var (sum, count) = (0.0, -1)
      while count < 0 || Double(first) * 0x1p-64 >= sum {
        count += 1
        let n = Double(count)
        let ways: Double = lgamma(1025) - lgamma(n + 1) - lgamma(1025 - n)
        let chances: Double = n * log(p) + (1024 - n) * log1p(-p)
        sum += exp(ways + chances)
      }
      var listed: Set<Int> = []
      while listed.count < count {
        let next = stream.removeFirst()
        let place = Int(next >> 54)
        guard listed.insert(place).inserted, uniforms[place] == nil else { continue }
        let part = (next & ((1 << 54) - 1)) << 10
        uniforms[place] =
          UInt64(bounds.0) + part.multipliedFullWidth(by: UInt64(bounds.1 - bounds.0)).high
      }
    }
    return (0..<1024).map { place in
      if let low = uniforms[place] { return low }
      let resident = UInt32(run * 1024 + place)
      let words = luck.block(resident / 16, step, channel, 0)
      let word = [words.0, words.1][place % 16 / 8]
      let first = word >> UInt64(8 * (place % 8)) & 127
      let others = luck.block(resident, step, channel, 1).0
      let (top, all): (UInt64, UInt64) = (1 << 52, 1 << 56)
      return top + (first << 57 | others >> 7).multipliedFullWidth(by: all - top).high
    }
  }

  @Test("is found as it is defined, for everybody", arguments: [0, 3, 174])
  func definition(run: Int) {
    let luck = Luck(seed: 5, draw: 1, replicate: 2)
    for step in 0..<10 {
      let defined = Self.defined(luck, run: run, step: UInt32(step), channel: 77)
      #expect(Self.found(luck, run: run, step: step, channel: 77) == defined)
      for place in [0, 17, 500, 1023] {
        let resident = run * 1024 + place
        #expect(luck.uniform(resident: resident, step: step, channel: 77) == defined[place])
      }
    }
  }

  @Test("finds all whose uniform is below their bound, and nobody whose uniform is far above")
  func candidates() {
    let luck = Luck(seed: 6, draw: 0, replicate: 0)
    let finder = CandidateFinder()
    for step in 0..<40 {
      // Bounds of all heights: low in some steps, so that the search may end early.
      let most = [40, 95, 96, 119, 120, 127, 128, 255][step % 8]
      let codes = (0..<Block.size).map { UInt8(($0 * 37 + step * 11) % (most + 1)) }
      let count = finder.find(
        luck, block: 2, step: step, channel: 9, codes: codes, highest: UInt8(most))
      let all = Self.found(luck, run: 2, step: step, channel: 9)
      var left = Set(all.indices)
      for n in 0..<count {
        let i = Int(finder.residents[n])
        #expect(left.remove(i) != nil)
        #expect(finder.uniforms[n] == all[i])
      }
      for i in left {
        #expect(Double(all[i]) * 0x1p-56 >= CandidateBounds.chance(code: codes[i]))
      }
    }
  }

  @Test("a bound's code stands for at least the chance, and for little more")
  func codes() {
    var highest = 0
    for n in 1...4000 {
      let chance = Double(n) / 4000 * Double(n) / 4000
      let code = CandidateBounds.code(chance: chance)
      let bound = CandidateBounds.chance(code: code)
      #expect(bound >= chance && Int(code) >= highest)
      #expect(bound <= max(chance * 1.126, chance + 1.0 / 128, 0x1p-20))
      highest = Int(code)
    }
    #expect(CandidateBounds.code(chance: 0) == 0 && CandidateBounds.code(chance: 1e-300) == 1)
    #expect(CandidateBounds.code(chance: 1) == 255 && CandidateBounds.chance(code: 255) == 1)
    #expect(CandidateBounds.chance(code: 127) == 1.0 / 16)
    #expect(CandidateBounds.chance(code: CandidateBounds.low) == 1.0 / 256)
  }

  @Test("is uniform at large and where it is low, by step, channel and replicate")
  func uniformity() {
    // Chi-square with 255 degrees of freedom stays below 390 with probability 1 - 1e-7.
    for (step, channel, replicate) in [(0, 1, 0), (1, 1, 0), (0, 2, 0), (0, 1, 1)] {
      let luck = Luck(seed: 0, draw: 0, replicate: replicate)
      var (large, small) = ([Double](repeating: 0, count: 256), [Double](repeating: 0, count: 256))
      let runs = 256
      for run in 0..<runs {
        for uniform in Self.found(luck, run: run, step: step, channel: UInt32(channel)) {
          large[Int(uniform >> 48)] += 1
          // Up to 1/8: across all levels.
          if uniform < 1 << 53 { small[Int(uniform >> 45)] += 1 }
        }
      }
      for (counts, expected) in [(large, Double(runs * 4)), (small, Double(runs) / 2)] {
        let chiSquare = counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
        #expect(chiSquare < 390)
      }
    }
  }

  @Test("as many of a run are low as when each is low or not by themselves")
  func counts() {
    // Mean and variance of 4,000 binomial counts, each within 5.3 standard errors (1e-7).
    let luck = Luck(seed: 3, draw: 0, replicate: 0)
    for (below, upper) in [(1 << 48, 1.0 / 256), (1 << 51, 1.0 / 32), (1 << 52, 1.0 / 16)]
      as [(UInt64, Double)]
    {
      let counts = (0..<4000).map { step in
        Double(
          luck.lowUniforms(run: 0, step: step, channel: 5).values.count { $0 < below })
      }
      let n = Double(counts.count)
      let mean = counts.reduce(0, +) / n
      let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
      let exact = 1024 * upper * (1 - upper)
      let fourth = exact * (1 + 3 * exact)
      #expect(abs(mean - 1024 * upper) < 5.3 * (exact / n).squareRoot())
      #expect(abs(variance - exact) < 5.3 * ((fourth - exact * exact) / n).squareRoot())
    }
  }

  @Test("is unrelated between neighbouring seeds, steps, channels, replicates and residents")
  func independence() {
    func uniforms(_ seed: UInt64, _ replicate: Int, _ step: Int, _ channel: UInt32, _ shift: Int)
      -> [Double]
    {
      let luck = Luck(seed: seed, draw: 0, replicate: replicate)
      let all = (0...20).flatMap { Self.found(luck, run: $0, step: step, channel: channel) }
      return all[shift..<shift + 20_000].map { Double($0) * 0x1p-56 }
    }
    let base = uniforms(0, 0, 0, 1, 0)
    let others = [
      uniforms(1, 0, 0, 1, 0), uniforms(0, 1, 0, 1, 0), uniforms(0, 0, 1, 1, 0),
      uniforms(0, 0, 0, 2, 0), uniforms(0, 0, 0, 1, 1), uniforms(.max, 0, 0, 1, 0),
      uniforms(0, 0, 0, 1, 16), uniforms(0, 0, 0, 1, 1024),
    ]
    for other in others {
      let covariance = zip(base, other).reduce(0) { $0 + ($1.0 - 0.5) * ($1.1 - 0.5) } / 20_000
      // Correlation of n independent pairs has standard error 1/sqrt(n); z = 5.3 at 1e-7.
      #expect(abs(covariance * 12) < 5.3 / 20_000.0.squareRoot())
    }
  }

  @Test(
    "keys of replicates are hashes: nothing is shared between (seed, replicate) and (seed + 1, ...)"
  )
  func keys() {
    var seen: Set<Luck> = []
    for seed in [0, 1, 2, UInt64.max - 1, UInt64.max] {
      for draw in 0..<10 {
        for replicate in 0..<10 {
          #expect(seen.insert(Luck(seed: seed, draw: draw, replicate: replicate)).inserted)
        }
      }
      #expect(seen.insert(Luck.start(seed: seed)).inserted)
    }
  }

  @Test("a probability of 0 never happens and of 1 always does")
  func thresholds() {
    #expect(Luck.threshold(0) == 0)
    #expect(Luck.threshold(1) == 1 << 56)
    #expect(Luck.threshold(0x1p-56) == 1)
    #expect(Luck.threshold(0.5) == 1 << 55)
  }
}
