/// Where residents start, in few bytes: by block, for each resident how many pathways there are in
/// which they are not in the first segment, then which, each with its segment.
struct StartRows: Sendable {
  private let pathways: Int
  private var blocks: [[UInt8]] = []

  /// Rows of residents in so many pathways.
  init(pathways: Int) { self.pathways = pathways }

  /// Appends the next block.
  mutating func append(_ block: StartBlock) { blocks.append(block.packed()) }

  /// Appends the blocks that follow.
  mutating func append(contentsOf others: StartRows) { blocks += others.blocks }

  /// Tells of each resident of a block, by their place in it, each pathway in which they do not start
  /// in the first segment, and the segment.
  @inline(__always)
  func forEach(block: Int, _ body: (_ resident: Int, _ pathway: Int, _ segment: UInt8) -> Void) {
    blocks[block].withUnsafeBufferPointer { bytes in
      var (next, resident) = (0, 0)
      while next < bytes.count {
        let count = Int(bytes[next])
        next += 1
        for _ in 0..<count {
          body(resident, Int(bytes[next]), bytes[next + 1])
          next += 2
        }
        resident += 1
      }
    }
  }

  /// The start segments of everybody: [pathway][resident].
  func segments(residents: Int) -> [[UInt8]] {
    var segments = [[UInt8]](
      repeating: [UInt8](repeating: 0, count: residents), count: pathways)
    for block in blocks.indices {
      forEach(block: block) { segments[$1][block * Block.size + $0] = $2 }
    }
    return segments
  }
}
