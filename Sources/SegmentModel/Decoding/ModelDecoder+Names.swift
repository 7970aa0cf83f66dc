extension ModelDecoder {
  /// The id of a thing, checked for its form and against the ids of its kind met so far.
  func id(_ node: Node?, _ noun: String, seen: inout [String: Node]) -> String? {
    guard let node, let id = identifier(node) else { return nil }
    if let first = seen[id] {
      report(.duplicateID(noun, id, first: first.place), at: node)
      return nil
    }
    seen[id] = node
    return id
  }

  /// A list of things that have an id and may have a name, and whether all of it is right.
  func things(
    _ node: Node?, _ noun: String, mayBeEmpty: Bool = true
  ) -> (list: [(id: String, name: String?)], isWhole: Bool) {
    let elements = list(node, of: "\(noun)s", mayBeEmpty: mayBeEmpty)
    var seen: [String: Node] = [:]
    let things = elements.compactMap { element -> (id: String, name: String?)? in
      let keys = ["id", "name"]
      guard let record = record(element, NameList.article(noun), keys: keys, required: ["id"])
      else { return nil }
      let name = words(record["name"])
      return id(record["id"], noun, seen: &seen).map { ($0, name) }
    }
    guard node?.isList == true else { return ([], false) }
    return (things, things.count == elements.count && (mayBeEmpty || !things.isEmpty))
  }

  /// A name of lower-case letters, digits and hyphens.
  func identifier(_ node: Node?) -> String? {
    guard let node, let text = string(node) else { return nil }
    let letters = text.unicodeScalars
    let isPlain = letters.allSatisfy { letter in
      ("a"..."z").contains(letter) || ("0"..."9").contains(letter) || letter == "-"
    }
    guard isPlain, let first = letters.first, first != "-" else {
      report(.malformedID(text), at: node)
      return nil
    }
    guard letters.count <= Self.longestID else {
      report(.longID(letters.count, longest: Self.longestID), at: node)
      return nil
    }
    guard !["all", "other", "note"].contains(text) else {
      report(.reservedID(text), at: node)
      return nil
    }
    return text
  }

  /// Letters of the longest id: two of them still fit into the name of a file of results.
  private static let longestID = 80

  /// Checks that an id is none of the words that results have for something else.
  func check(_ node: Node?, _ id: String?, of noun: String, isNone words: [String]) {
    if let node, let id, words.contains(id) { report(.namedAsResult(id, noun, words), at: node) }
  }

  /// Looks a name up; reports a name that is unknown, unless others may exist.
  func lookUp(_ node: Node?, in list: NameList) -> Int? {
    guard let node, let name = string(node) else { return nil }
    if let index = list.index(of: name) { return index }
    if !list.isOpen { report(.unknownName(name, list), at: node) }
    return nil
  }

  /// Looks up a name that stands as a key.
  ///
  /// With `orOther`, `other` may have been meant by a name that is unknown.
  func lookUp(
    _ member: JSONMember, of node: Node, in list: NameList, orOther: Bool = false
  ) -> Int? {
    if let index = list.index(of: member.key) { return index }
    if !list.isOpen {
      report(.unknownName(member.key, list, orOther: orOther), at: member, of: node)
    }
    return nil
  }

  /// Looks up a list of names, each once.
  func lookUpAll(_ node: Node?, in list: NameList) -> Set<Int>? {
    guard let node else { return nil }
    let elements = self.list(node, of: list.plural, mayBeEmpty: false)
    var indices: Set<Int> = []
    for element in elements {
      guard let index = lookUp(element, in: list) else { continue }
      if !indices.insert(index).inserted {
        report(.repeatedName(list.names[index]), at: element)
      }
    }
    return indices
  }

  /// The segments of a pathway; open when the pathway is not known.
  func segments(of pathway: Int?) -> NameList {
    guard let pathway, pathway < names.segments.count else { return .open("segment") }
    return names.segments[pathway]
  }
}
