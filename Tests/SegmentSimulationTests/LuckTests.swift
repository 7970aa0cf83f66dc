import Testing

@testable import SegmentSimulation

@Suite("Luck")
struct LuckTests {
  @Test("fills bytes for a run of residents as it gives them one by one")
  func fill() {
    let luck = Luck(seed: 5, draw: 1, replicate: 2)
    var bytes = [UInt8](repeating: 0, count: 512)
    bytes.withUnsafeMutableBufferPointer {
      luck.fill($0.baseAddress!, first: 1024, count: 512, step: 9, channel: 77)
    }
    for i in 0..<512 {
      #expect(bytes[i] == luck.byte(resident: 1024 + i, step: 9, channel: 77))
    }
  }

  @Test("gives every resident a byte of their own")
  func addresses() {
    var seen: Set<Int> = []
    for resident in 0..<1024 {
      let (block, byte) = Luck.address(of: resident)
      #expect(seen.insert(Int(block) * 16 + byte).inserted)
    }
    #expect(seen == Set(0..<1024))
  }

  @Test("is uniform in each of 256 bytes, by step, channel and replicate")
  func uniformity() {
    // Chi-square with 255 degrees of freedom stays below 390 with probability 1 - 1e-7.
    for (step, channel, replicate) in [(0, 1, 0), (1, 1, 0), (0, 2, 0), (0, 1, 1)] {
      let luck = Luck(seed: 0, draw: 0, replicate: replicate)
      var counts = [Double](repeating: 0, count: 256)
      let n = 1 << 16
      for i in 0..<n {
        counts[Int(luck.byte(resident: i, step: step, channel: UInt32(channel)))] += 1
      }
      let expected = Double(n) / 256
      let chiSquare = counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
      #expect(chiSquare < 390)
    }
  }

  @Test("is unrelated between neighbouring seeds, steps, channels, replicates and residents")
  func independence() {
    func uniforms(_ seed: UInt64, _ replicate: Int, _ step: Int, _ channel: UInt32, _ shift: Int)
      -> [Double]
    {
      let luck = Luck(seed: seed, draw: 0, replicate: replicate)
      return (0..<20_000).map {
        Double(luck.uniform(resident: $0 + shift, step: step, channel: channel)) * 0x1p-56
      }
    }
    let base = uniforms(0, 0, 0, 1, 0)
    let others = [
      uniforms(1, 0, 0, 1, 0), uniforms(0, 1, 0, 1, 0), uniforms(0, 0, 1, 1, 0),
      uniforms(0, 0, 0, 2, 0), uniforms(0, 0, 0, 1, 1), uniforms(.max, 0, 0, 1, 0),
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
