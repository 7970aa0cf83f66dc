extension ModelDecoder {
  /// The top of a file given by the caller, with its kind.
  func open(_ path: String) -> (node: Node, kind: FileKind)? {
    do throws(Mistake) {
      let file = try store.open(path)
      guard let root = file.root else { return nil }
      let node = Node(value: root, file: file)
      return kind(of: node, expected: .scenario).map { (node, $0) }
    } catch {
      log.report(error, file: path.isEmpty ? "''" : path)
      return nil
    }
  }

  /// What stands where a file name may stand: the top of the file, or the object itself.
  func resolve(_ node: Node?, _ expected: FileKind) -> Node? {
    guard let node else { return nil }
    switch node.value.content {
    case .string(let name): return open(name, namedBy: node, expected)
    case .object:
      guard node["segflow"] != nil else { return node }
      return check(node, is: expected) ? node : nil
    default:
      report(.wrongKind(found: node.value.kind, expected: "a file name or an object"), at: node)
      return nil
    }
  }

  /// What stands in a list of files, each of which may be named once.
  func resolveAll(_ node: Node?, _ expected: FileKind, of what: String) -> [Node?] {
    var seen: Set<String> = []
    var tops: [Node?] = []
    for element in list(node, of: what) {
      let top = resolve(element, expected)
      if let top, !seen.insert(top.identity).inserted {
        report(.listedTwice(top.file.path), at: element)
      } else {
        tops.append(top)
      }
    }
    return tops
  }

  private func open(_ name: String, namedBy node: Node, _ expected: FileKind) -> Node? {
    do throws(Mistake) {
      let file = try store.open(FileStore.path(name, from: node.file.path))
      guard let root = file.root else { return nil }
      let top = Node(value: root, file: file)
      return check(top, is: expected) ? top : nil
    } catch {
      report(error, at: node)
      return nil
    }
  }

  private func check(_ top: Node, is expected: FileKind) -> Bool {
    guard let kind = kind(of: top, expected: expected) else { return false }
    if kind != expected {
      report(.wrongFile(found: kind, expected: expected.noun), at: top["segflow"] ?? top)
    }
    return kind == expected
  }

  /// The kind of file that the first key of an object states.
  private func kind(of top: Node, expected: FileKind) -> FileKind? {
    guard case .object(let members) = top.value.content else {
      report(.wrongKind(found: top.value.kind, expected: "an object"), at: top)
      return nil
    }
    guard let tag = top["segflow"] else {
      report(.missingKind(expected), at: top)
      return nil
    }
    guard let text = string(tag) else { return nil }
    if members.first?.key != "segflow" { report(.kindNotFirst, at: tag) }
    if let kind = FileKind.allCases.first(where: { $0.tag == text }) { return kind }
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, let kind = FileKind(rawValue: String(parts[0])) {
      report(.unknownVersion(String(parts[1]), of: kind), at: tag)
    } else {
      report(.unknownKind(text), at: tag)
    }
    return nil
  }

  /// Checks the keys at the top of a file, and takes the evidence that the file states.
  func file(_ top: Node, _ kind: FileKind, keys: [String], required: [String] = []) -> Record? {
    let keys = ["segflow", "evidence"] + keys
    return record(top, kind.noun, keys: keys, required: required).map(takingEvidence)
  }

  /// The same object with the evidence that it states for all its numbers.
  func takingEvidence(_ record: Record) -> Record {
    if let node = record["evidence"] { return record.withEvidence(evidence(node)) }
    return record.misspelt.contains("evidence")
      ? record.withEvidence(Self.evidenceForWrong) : record
  }
}
