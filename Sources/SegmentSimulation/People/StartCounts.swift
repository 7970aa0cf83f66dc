/// Exact numbers of residents in a pathway's segments, of those present at the start.
///
/// Those who are present are ranked by a keyed uniform; the lowest are in the second segment, the next
/// in the third, and so on.
struct StartCounts {
  private let present: Int
  private let luck: StartLuck
  /// Segments that anybody is in, in their order, each with the last in rank who is.
  private let segments: [(last: Rank, segment: UInt8)]

  /// A resident's place in the order, who is the later the higher the uniform.
  private struct Rank: Comparable {
    var uniform: UInt64
    var resident: Int

    @inline(__always)
    static func < (a: Rank, b: Rank) -> Bool { (a.uniform, a.resident) < (b.uniform, b.resident) }
  }

  /// `counts` by segment, for the first `present` residents.
  init(_ counts: [Int: Int], present: Int, luck: StartLuck) {
    self.present = present
    self.luck = luck
    let asked = counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    var upTo = 0
    let numbers = asked.map {
      upTo += $0.value
      return upTo
    }
    let last = Self.ranked(numbers, present: present, luck: luck)
    segments = zip(last, asked).map { ($0, UInt8($1.key)) }
  }

  /// Puts a block's residents into the pathway's segments.
  func allot(_ pathway: Int, to block: StartBlock) {
    guard let highest = segments.last?.last else { return }
    let first = block.first
    luck.forEachUniform(of: first..<max(first, min(first + block.count, present))) {
      resident, uniform in
      if uniform > highest.uniform { return }
      let rank = Rank(uniform: uniform, resident: resident)
      for (last, segment) in segments where rank <= last {
        block.put(resident - first, pathway, segment)
        return
      }
    }
  }

  /// Those who come at some places in the order, counted from 1 and rising.
  ///
  /// Residents are counted by the first bits of their uniforms; only those who share these bits with
  /// one who is looked for need be sorted.
  private static func ranked(_ places: [Int], present: Int, luck: StartLuck) -> [Rank] {
    func bin(_ uniform: UInt64) -> Int { Int(truncatingIfNeeded: uniform >> 52) }
    var sizes = [Int](repeating: 0, count: 1 << 12)
    luck.forEachUniform(of: 0..<present) { sizes[bin($1)] += 1 }
    var (next, before) = (0, 0)
    let found = places.map { place in
      while before + sizes[next] < place {
        before += sizes[next]
        next += 1
      }
      return (bin: next, place: place - before)
    }
    var near = Dictionary(found.map { ($0.bin, [Rank]()) }, uniquingKeysWith: { first, _ in first })
    let isSought = sizes.indices.map { near[$0] != nil }
    luck.forEachUniform(of: 0..<present) { resident, uniform in
      if isSought[bin(uniform)] {
        near[bin(uniform)]!.append(Rank(uniform: uniform, resident: resident))
      }
    }
    return found.map { near[$0.bin]!.sorted()[$0.place - 1] }
  }
}
