import SegmentModel

/// Counts the pathways in which a resident holds a segment that a count names.
struct HeldSegments {
  /// For each pathway named: its index, and whether each segment counts.
  private let pathways: [(pathway: Int, counts: [Bool])]

  init(_ count: HoldingCount, model: Model) {
    pathways = count.segments.sorted { $0.key < $1.key }.map { pathway, named in
      (pathway, model.pathways[pathway].segments.indices.map(named.contains))
    }
  }

  /// How many there are of a resident of a block.
  func number(_ i: Int, _ state: BlockState) -> UInt8 {
    pathways.reduce(0) { $1.counts[Int(state.segment($1.pathway, i))] ? $0 + 1 : $0 }
  }
}
