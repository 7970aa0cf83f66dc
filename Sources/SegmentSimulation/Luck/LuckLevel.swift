/// A low interval of uniforms, into which few of 1,024 neighbouring residents fall.
///
/// Who falls into it is listed: first how many do, by inverse CDF of the binomial distribution, then
/// which, all different. That takes a handful of random numbers instead of one for each resident, and
/// each resident falls into it with the probability it should, whatever becomes of the others.
struct LuckLevel: Sendable, BitwiseCopyable {
  /// The interval, in units of 2^-56.
  let lower: UInt64
  let width: UInt64
  /// By number of residents, the 64-bit integers below which there are at most so many.
  let atMost: Frozen<UInt64>
  /// By the first eight bits of such an integer, the least number of residents it can mean.
  let first: Frozen<UInt16>

  /// Residents that a list is made for.
  static let residents = 1024

  /// The intervals, rising; a uniform above them all is the resident's own.
  static let all = store.freeze([
    LuckLevel(from: 0, to: 1 << 48), LuckLevel(from: 1 << 48, to: 1 << 51),
    LuckLevel(from: 1 << 51, to: top),
  ])
  private static let store = FrozenStore()

  /// Where the uniforms above all levels begin: at 1/16.
  static let top: UInt64 = 1 << 52

  private init(from lower: UInt64, to upper: UInt64) {
    self.lower = lower
    width = upper - lower
    // Given that a uniform lies in no lower interval.
    let chance = Double(upper - lower) / Double((1 << 56) - lower)
    var exactly = 1 - chance
    for _ in 0..<10 { exactly *= exactly }
    var (atMost, sum, number) = ([UInt64](), 0.0, 0)
    while number < Self.residents {
      sum += exactly
      if sum >= 1 || exactly < 0x1p-70 && sum > 0.5 { break }
      atMost.append(UInt64(sum * 0x1p64))
      exactly *= Double(Self.residents - number) / Double(number + 1) * (chance / (1 - chance))
      number += 1
    }
    // What rounding leaves belongs to the last, far below 2^-50.
    let limits = atMost + [.max]
    self.atMost = Self.store.freeze(limits)
    first = Self.store.freeze(
      (0..<256).map { start in UInt16(limits.firstIndex { $0 > UInt64(start) << 56 }!) })
  }

  /// The most residents that it ever lists.
  var most: Int { atMost.count - 1 }

  /// How many residents fall into the interval.
  @inline(__always)
  func count(_ random: UInt64) -> Int {
    var number = Int(first[Int(random >> 56)])
    while number < atMost.count - 1 && random >= atMost[number] { number += 1 }
    return number
  }

  /// The uniform within the interval that the low 54 bits of a random integer stand for.
  @inline(__always)
  func uniform(_ random: UInt64) -> UInt64 {
    lower + (random &<< 10).multipliedFullWidth(by: width).high
  }
}
