/// The uncertain numbers that name what they move with, each once, by the name and in the order met.
struct NumberGroups {
  /// A number of a group.
  struct Member {
    /// The number with its evidence.
    var node: Node
    /// How large a sample would know it as well, if it is a share of a split.
    var sampleSize: Double?
    /// Its value, if it is a share of a split.
    var share = 0.0
  }

  private(set) var groups: [(name: String, members: [Member])] = []

  /// Notes a number that stands at a node, if it names a group.
  mutating func add(_ quantity: Quantity, at node: Node) {
    guard let uncertainty = quantity.uncertainty, let name = uncertainty.correlation?.group else {
      return
    }
    var member = Member(node: node)
    if case .split(let size) = uncertainty.kind {
      (member.sampleSize, member.share) = (size, quantity.scalar)
    }
    guard let index = groups.firstIndex(where: { $0.name == name }) else {
      groups.append((name, [member]))
      return
    }
    let isKnown = groups[index].members.contains { $0.node.isSame(as: node) }
    if !isKnown { groups[index].members.append(member) }
  }
}

extension ModelDecoder {
  /// Checks that the numbers that name the same group fit together, once all of a run are read.
  func checkGroups() {
    for (name, members) in groups.groups {
      let shares = members.filter { $0.sampleSize != nil }
      guard let first = shares.first, let last = shares.last else { continue }
      for other in members where other.sampleSize == nil {
        report(.namesSplit(name, first.node.place), at: other.node["correlated"] ?? other.node)
      }
      for share in shares where share.sampleSize != first.sampleSize {
        report(
          .severalSampleSizes(name, first.sampleSize ?? 0, first.node.place),
          at: share.node["sampleSize"] ?? share.node)
      }
      let sum = shares.reduce(0) { $0 + $1.share }
      // In a file by itself, shares that stand elsewhere may be missing.
      if sum > SumCheck.limit(1) || (sum <= 0 && place != nil) {
        report(
          .splitSum(name, sum, others: shares.dropLast().map(\.node.place)),
          at: last.node["value"] ?? last.node)
      }
    }
  }
}
