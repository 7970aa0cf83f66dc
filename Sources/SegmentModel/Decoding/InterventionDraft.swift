/// An intervention of a scenario before its numbers are read.
struct InterventionDraft {
  /// Its id, right or wrong.
  var id: String?
  /// The object that describes it.
  var top: Node
  /// Where the scenario names it.
  var named: Node
  /// The ambition in force; nil for the intervention as written.
  var ambition: String?
  /// The keys that scenarios replace.
  var changes: [String: Node] = [:]

  /// The names of its ambitions, as far as they can be told.
  var ambitions: NameList {
    let elements: [JSONValue]
    switch top["ambitions"]?.value.content {
    case .array(let list): elements = list
    case nil: elements = []
    default: return .open("ambition")
    }
    let ids = elements.compactMap { element -> String? in
      guard case .string(let id) = top.sibling(element)["id"]?.value.content else { return nil }
      return id
    }
    return NameList(
      noun: "ambition", owner: id, names: ids, isOpen: ids.count < elements.count)
  }
}
