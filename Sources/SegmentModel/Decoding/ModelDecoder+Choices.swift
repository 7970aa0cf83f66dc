extension ModelDecoder {
  /// The choices of a place; fixes their names and those of their options.
  func choices(of place: Record) -> [Choice] {
    guard let node = place["choices"] else {
      if place.lacks("choices") { names.choices = NameList(noun: "choice") }
      return []
    }
    let elements = list(node, of: "choices")
    var seen: [String: Node] = [:]
    let choices = elements.compactMap { choice($0, seen: &seen) }
    let isWhole = node.isList && choices.count == elements.count
    names.choices = NameList(noun: "choice", names: choices.map(\.id), isOpen: !isWhole)
    names.options = choices.map { choice in
      NameList(
        noun: "option", owner: choice.id, names: choice.options.map(\.id),
        isOpen: choice.options.isEmpty)
    }
    return choices
  }

  /// A choice; without options when something is wrong with them.
  private func choice(_ node: Node, seen: inout [String: Node]) -> Choice? {
    let keys = ["id", "name", "options"]
    guard let record = record(node, "a choice", keys: keys, required: ["id", "options"]) else {
      return nil
    }
    let id = id(record["id"], "choice", seen: &seen)
    let name = words(record["name"])
    let options = things(record["options"], "option")
    if options.isWhole, options.list.count < 2, let node = record["options"] {
      report(.tooFewOptions(options.list.count), at: node)
    }
    // Without options, which are then unknown, one mistake causes no others.
    let isWhole = options.isWhole && options.list.count > 1
    return id.map { id in
      let list = isWhole ? options.list.map { ChoiceOption(id: $0.id, name: $0.name) } : []
      return Choice(id: id, name: name, options: list)
    }
  }

  /// The option in force of a choice.
  private func option(of choice: Int) -> Int { choice < options.count ? options[choice] : 0 }

  /// The options of a choice; open when the choice is not known.
  func options(of choice: Int?) -> NameList {
    guard let choice, choice < names.options.count else { return .open("option") }
    return names.options[choice]
  }

  /// Reads every branch of a choice, and gives the one in force.
  ///
  /// `read` is told whether a branch is in force; the others are only checked.
  func inForce<Value>(
    of node: Node, _ read: (_ branch: Node, _ isInForce: Bool) -> Value?
  ) -> Value? {
    let members = entries(node, "a table by option of one choice")
    guard members.count == 1 else {
      if node.isObject { report(.needsOneChoice(members.count), at: node) }
      return nil
    }
    let choice = lookUp(members[0], of: node, in: names.choices)
    let table = node.sibling(members[0].value)
    let list = options(of: choice)
    let branches = entries(table, "a table by option")
    let wanted = choice.flatMap { list.isOpen ? nil : list.names[option(of: $0)] }
    let chosen = branches.contains { $0.key == wanted } ? wanted : "other"
    var value: Value?
    var isWhole = true
    for member in branches {
      let branch = table.sibling(member.value)
      let isInForce = wanted != nil && member.key == chosen
      let found = isInForce ? read(branch, true) : checkAside { read(branch, false) }
      if isInForce { value = found }
      if found == nil { isWhole = false }
      if member.key != "other", lookUp(member, of: table, in: list, orOther: true) == nil {
        isWhole = false
      }
    }
    guard table.isObject, !list.isOpen else { return nil }
    let missing = list.missing(among: branches.map(\.key), orOther: true)
    if !missing.isEmpty { report(.uncovered(list, missing, allowsOther: true), at: table) }
    return isWhole ? value : nil
  }

  /// The options that a scenario states, by choice.
  func statedOptions(_ node: Node) -> [Int: Int] {
    var stated: [Int: Int] = [:]
    for member in entries(node, "options by choice") {
      let choice = lookUp(member, of: node, in: names.choices)
      let option = lookUp(node.sibling(member.value), in: options(of: choice))
      if let choice, let option { stated[choice] = option }
    }
    return stated
  }

  /// The options asked for on top of what files state, by choice; reports unknown names.
  func askedOptions(_ asked: [(choice: String, options: [String])]) -> [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    for (name, options) in asked {
      guard let choice = names.choices.index(of: name) else {
        report(name, in: names.choices, asked: "\(name)=\(options.joined(separator: ","))")
        continue
      }
      let list = self.options(of: choice)
      for option in options {
        guard let index = list.index(of: option) else {
          report(option, in: list, asked: "\(name)=\(option)")
          continue
        }
        if found[choice, default: []].contains(index) == false {
          found[choice, default: []].append(index)
        }
      }
    }
    return found
  }

  /// Every combination of the options given for each choice; none where there are too many to run.
  func combinations(_ options: [[Int]]) -> [[Int]] {
    let count = options.reduce(1.0) { $0 * Double($1.count) }
    guard count > Double(World.most) else { return World.combinations(options) }
    log.report(.tooManyWorlds(count), file: place?.file.path ?? "--choose")
    return []
  }

  private func report(_ name: String, in list: NameList, asked text: String) {
    if !list.isOpen { log.report(.unknownName(name, list), file: "--choose \(text)") }
  }

  /// What a message about everybody's numbers adds when not all options are the default.
  var underOptions: String {
    let words = names.choices.names.indices.compactMap { choice -> String? in
      let option = option(of: choice)
      guard option > 0 else { return nil }
      return "\(names.choices.names[choice])=\(names.options[choice].names[option])"
    }
    return words.isEmpty ? "" : " under \(words.joined(separator: " "))"
  }
}
