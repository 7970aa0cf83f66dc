/// What other files can refer to in a pathway, read before any of its numbers about moves.
struct PathwayHead {
  var record: Record
  var id: String?
  var name: String?
  var segments: [Segment]
  /// Whether all segments are right.
  var isWhole: Bool
}
