/// Two bounds on what can befall a resident, as codes of ``CandidateBounds``.
struct BoundPair {
  /// Of whoever is bare: in the first segment of every pathway that matters.
  var bare: UInt8 = 0
  /// Of anybody.
  var coarse: UInt8 = 0
}
