/// An intervention of a scenario before its numbers are read.
struct InterventionDraft {
  /// Its id, right or wrong.
  var id: String?
  /// The object that describes it.
  var top: Node
  /// Where the scenario names it.
  var named: Node
  /// The keys that scenarios replace.
  var changes: [String: Node] = [:]
}
