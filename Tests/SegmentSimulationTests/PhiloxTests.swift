import Testing

@testable import SegmentSimulation

@Suite("Philox4x32-10")
struct PhiloxTests {
  /// The authors' known answers (Random123, kat_vectors).
  static let vectors: [(counter: [UInt32], key: [UInt32], output: [UInt32])] = [
    ([0, 0, 0, 0], [0, 0], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
    (
      [.max, .max, .max, .max], [.max, .max],
      [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
    ),
    (
      [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0],
      [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
    ),
  ]

  @Test("gives the published vectors", arguments: 0..<3)
  func knownAnswers(row: Int) {
    let (c, k, output) = Self.vectors[row]
    let words = Philox.block((c[0], c[1], c[2], c[3]), key: (k[0], k[1]))
    #expect([words.0, words.1, words.2, words.3] == output)
  }

  @Test("makes four blocks side by side as it makes them one by one, also where the counter wraps")
  func fourBlocks() {
    for first in [UInt32(0), UInt32(8), UInt32(123_456), UInt32.max - 1] {
      let (a, b, c, d) = Philox.fourBlocks(first: first, 7, 99, 3, key: (11, 13))
      for lane in 0..<4 {
        let one = Philox.block((first &+ UInt32(lane), 7, 99, 3), key: (11, 13))
        let lanes = [a[lane], b[lane], c[lane], d[lane]].map { UInt32(truncatingIfNeeded: $0) }
        #expect(lanes == [one.0, one.1, one.2, one.3])
      }
    }
  }
}
