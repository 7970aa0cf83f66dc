import SegmentModel

/// What a bar of a tornado moves: an uncertain number, or numbers that every draw moves as one.
///
/// Those name the same group with a correlation of 1 or -1, so that they share one normal score
/// entirely. A number that is the only such one of its group is a number like any other.
public struct MovedInput: Sendable {
  /// The id of the number, or that of the group (``NumberID/group(_:)``).
  public let id: String
  /// The number, or all of the group, in the order of parameters.
  public let members: [Parameter]
  /// Where they stand among the parameters.
  let indices: [Int]

  /// Whether it is a group.
  public var isGroup: Bool { members.count > 1 }

  /// Why it is not known for certain.
  ///
  /// Of a group with several tags: those who deliver do not decide what something else goes with, so
  /// it is evidence where any of it is, else outside.
  public var tag: ParameterTag { Self.tag(members.map(\.tag)) }

  /// All of a list, in the order of their first parameters.
  static func all(_ list: ParameterList) -> [MovedInput] {
    let groups = list.groups
    let firsts = Dictionary(uniqueKeysWithValues: groups.map { ($0.members[0], $0) })
    let others = Set(groups.flatMap { $0.members.dropFirst() })
    return list.parameters.indices.filter { !others.contains($0) }.map { index in
      let group = firsts[index]
      let indices = group?.members ?? [index]
      return MovedInput(
        id: group.map { NumberID.group($0.name) } ?? list.parameters[index].id,
        members: indices.map { list.parameters[$0] }, indices: indices)
    }
  }

  /// The tag of what has some tags.
  static func tag(_ tags: [ParameterTag]) -> ParameterTag {
    [.evidence, .outside].first(where: tags.contains) ?? .delivery
  }

  /// The values with it at a quantile and all else central.
  func values(atQuantile p: Double, _ list: ParameterList) -> [Double] {
    isGroup
      ? list.values(indices, asOneAtQuantile: p) : list.values(indices[0], atQuantile: p)
  }

  /// Whether its id, or that of one of its numbers, contains a text.
  func isFound(by text: String) -> Bool {
    ([id] + members.map(\.id)).contains { $0.contains(text) }
  }
}
