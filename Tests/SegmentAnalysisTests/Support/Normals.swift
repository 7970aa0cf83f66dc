import Foundation
import SegmentSimulation

/// Independent standard normal numbers, keyed, for statistical tests.
enum Normals {
  /// A list of a length; lists of different numbers are independent.
  static func list(_ number: Int, count: Int, seed: UInt32 = 1) -> [Double] {
    (0..<count).map { index in
      let counter = (UInt64(index), UInt64(number) << 32 | 0x4E6F_726D)
      let words = Philox.block(counter, key: UInt64(seed))
      // Box and Muller 1958.
      let radius = (-2 * log((Double(words.0 >> 12) + 0.5) * 0x1p-52)).squareRoot()
      return radius * cos(2 * Double.pi * Double(words.1 >> 12) * 0x1p-52)
    }
  }
}
