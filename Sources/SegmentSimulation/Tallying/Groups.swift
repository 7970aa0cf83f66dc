/// A resident's groups in tallies, one of each kind, by index in ``TallyLayout/groups``.
struct Groups: Equatable, BitwiseCopyable {
  var area: Int32 = 0
  var deprivation: Int32 = 0
  var ageBand: Int32 = 0
  var sex: Int32 = 0
}
