extension ModelDecoder {
  /// Checks the keys of an object; `note` may always stand.
  func record(
    _ node: Node, _ what: String, keys: [String], required: [String] = []
  ) -> Record? {
    guard case .object(let list) = node.value.content else {
      report(.wrongKind(found: node.value.kind, expected: what), at: node)
      return nil
    }
    hearKeys?(node, what, keys)
    var members: [String: Node] = [:]
    var misspelt: Set<String> = []
    for member in list {
      if keys.contains(member.key) {
        members[member.key] = node.sibling(member.value)
      } else if member.key == "note" {
        _ = string(node.sibling(member.value))
      } else {
        let nearest = Spelling.nearest(to: member.key, in: keys)
        report(.unknownKey(member.key, of: what, nearest, keys), at: member, of: node)
        if let nearest { misspelt.insert(nearest) }
      }
    }
    let record = Record(node: node, members: members, misspelt: misspelt)
    for key in required where record.lacks(key) { report(.missingKey(key, of: what), at: node) }
    return record
  }

  /// The one key of several that an object has; reports when there is not just one.
  func oneOf(_ keys: [String], _ record: Record) -> String? {
    let present = record.present(keys)
    if present.count > 1 {
      report(.severalOf(present), at: record.node)
    } else if keys.allSatisfy(record.lacks) {
      report(.noneOf(keys), at: record.node)
    }
    return present.count == 1 ? present[0] : nil
  }

  /// The members of an object whose keys are names, without its note.
  func entries(_ node: Node, _ what: String) -> [JSONMember] {
    guard case .object(let members) = node.value.content else {
      report(.wrongKind(found: node.value.kind, expected: what), at: node)
      return []
    }
    for member in members where member.key == "note" { _ = string(node.sibling(member.value)) }
    return members.filter { $0.key != "note" }
  }

  /// The elements of a list.
  func list(_ node: Node?, of what: String, mayBeEmpty: Bool = true) -> [Node] {
    guard let node else { return [] }
    guard case .array(let elements) = node.value.content else {
      report(.wrongKind(found: node.value.kind, expected: "a list of \(what)"), at: node)
      return []
    }
    if elements.isEmpty, !mayBeEmpty { report(.emptyList, at: node) }
    return elements.map(node.sibling)
  }

  /// The objects of a list in which each stands once; what stands there again is reported.
  func distinct(_ node: Node?, of what: String) -> [Node] {
    var kept: [Node] = []
    for element in list(node, of: what) {
      let first = kept.first { $0.isObject && $0.value.holdsSame(as: element.value) }
      if let first {
        report(.entryTwice(first: first.place), at: element)
      } else {
        kept.append(element)
      }
    }
    return kept
  }

  /// A string.
  func string(_ node: Node?) -> String? {
    guard let node else { return nil }
    guard case .string(let text) = node.value.content else {
      report(.wrongKind(found: node.value.kind, expected: "a string"), at: node)
      return nil
    }
    // Names reach the terminal, which would obey them.
    if text.hasControls { report(.controlCharacter, at: node) }
    return text
  }

  /// A string that is read by people and says something.
  func words(_ node: Node?) -> String? {
    guard let node, let text = string(node) else { return nil }
    guard !text.isBlank else {
      report(.blank, at: node)
      return nil
    }
    return text
  }

  /// A number of the structure, which needs no evidence.
  func number(_ node: Node?, in range: ClosedRange<Double>) -> Double? {
    guard let node else { return nil }
    guard case .number(let value) = node.value.content else {
      report(.notNumber(node.value, expected: "a number"), at: node)
      return nil
    }
    guard range.contains(value) else {
      report(.outOfRange(value, range), at: node)
      return nil
    }
    return value
  }

  /// A whole number.
  func integer(_ node: Node?, in range: ClosedRange<Int>) -> Int? {
    guard let node, let value = number(node, in: -Double.infinity...Double.infinity) else {
      return nil
    }
    guard let whole = Int(exactly: value) else {
      report(.notWhole(value), at: node)
      return nil
    }
    guard range.contains(whole) else {
      report(.outOfRange(value, Double(range.lowerBound)...Double(range.upperBound)), at: node)
      return nil
    }
    return whole
  }

  /// A month.
  func month(_ node: Node?) -> CalendarMonth? {
    guard let node else { return nil }
    guard case .string = node.value.content else {
      report(.wrongKind(found: node.value.kind, expected: "a month such as \"2022-04\""), at: node)
      return nil
    }
    guard let text = string(node) else { return nil }
    guard let month = CalendarMonth(text) else {
      report(.notMonth(text), at: node)
      return nil
    }
    return month
  }

  /// A range of ages.
  func ages(_ node: Node?) -> AgeRange? {
    guard let node, let text = string(node) else { return nil }
    guard let ages = AgeRange(text) else {
      report(.notAges(text), at: node)
      return nil
    }
    return ages
  }

  /// One of the words of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: Node?, of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let node, let text = string(node) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    report(.unknownWord(text, Choice.allCases.map(\.rawValue)), at: node)
    return nil
  }
}

extension String {
  /// Whether there is nothing to read in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
