import Foundation
import SegmentSimulation

/// Independent standard normal numbers, keyed, for statistical tests.
enum Normals {
  /// A list of a length; lists of different numbers are independent.
  static func list(_ number: Int, count: Int, seed: UInt32 = 1) -> [Double] {
    (0..<count).map { index in
      let words = Philox.block((UInt32(index), UInt32(number), 0, 0x4E6F_726D), key: (seed, 0))
      // Box and Muller 1958.
      let radius = (-2 * log((Double(words.0) + 0.5) * 0x1p-32)).squareRoot()
      return radius * cos(2 * Double.pi * (Double(words.1) + 0.5) * 0x1p-32)
    }
  }
}
