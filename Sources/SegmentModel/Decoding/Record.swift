/// An object whose keys were checked.
struct Record {
  /// The object.
  var node: Node
  /// The members, those of a `change` in place of the object's own.
  private(set) var members: [String: Node]
  /// Keys that a misspelt key was probably meant for.
  let misspelt: Set<String>

  init(node: Node, members: [String: Node], misspelt: Set<String>) {
    self.node = node
    self.members = members
    self.misspelt = misspelt
  }

  /// The value of a key.
  subscript(key: String) -> Node? { members[key] }

  /// Whether a key is absent and was not just misspelt, which is reported by itself.
  func lacks(_ key: String) -> Bool { members[key] == nil && !misspelt.contains(key) }

  /// The keys of a list that are there, in the order of the list.
  func present(_ keys: [String]) -> [String] { keys.filter { members[$0] != nil } }

  /// Whether the value of a key is not the object's own.
  func isReplaced(_ key: String) -> Bool {
    guard let member = members[key] else { return false }
    return node[key].map { !$0.isSame(as: member) } ?? true
  }

  /// The same object, whose numbers take some evidence when they say nothing of their own.
  func withEvidence(_ evidence: Evidence) -> Record {
    var copy = self
    copy.node.evidence = evidence
    copy.members = members.mapValues { member in
      var member = member
      member.evidence = evidence
      return member
    }
    return copy
  }

  /// The same object with some keys replaced.
  func replacing(_ others: [String: Node]) -> Record {
    var copy = self
    copy.members.merge(others) { _, new in new }
    return copy
  }
}
