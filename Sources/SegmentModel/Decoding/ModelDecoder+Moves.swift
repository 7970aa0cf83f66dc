extension ModelDecoder {
  /// The start and the moves of a pathway whose segments are known.
  func body(
    of head: PathwayHead, index: Int
  ) -> (pathway: Pathway, outlines: [HappeningOutline], isOpen: Bool) {
    let start = head.record["start"].flatMap { self.start($0, pathway: index) }
    let node = head.record["moves"]
    let elements = list(node, of: "moves")
    var seen: [String: Node] = [:]
    let decoded = elements.map { move($0, pathway: index, id: head.id, seen: &seen) }
    checkKinds(decoded)
    let moves = decoded.compactMap(\.event)
    if let node { checkExits(moves, of: index, at: node) }
    var isOpen = head.record.misspelt.contains("moves")
    if let node, !node.isList { isOpen = true }
    let pathway = Pathway(
      id: head.id ?? "", name: head.name, segments: head.segments, start: start ?? .shares([:]),
      settlement: head.record["start"].flatMap { settlement($0, pathway: index) }, moves: moves)
    return (pathway, decoded.map(\.outline), isOpen)
  }

  private func move(
    _ node: Node, pathway: Int, id pathwayID: String?, seen: inout [String: Node]
  ) -> Happening {
    let keys = Self.happeningKeys + ["from", "to"]
    guard let record = record(node, "a move", keys: keys, required: ["id", "from", "to"]) else {
      return Happening(outline: HappeningOutline(triggers: []), node: node)
    }
    let id = id(record["id"], "move", seen: &seen)
    let ends = ends(record, pathway: pathway)
    let fullID = id.flatMap { id in pathwayID.map { "\($0)/\(id)" } }
    var happening = happening(record, id: fullID, name: id)
    guard let ends else {
      happening.event = nil
      return happening
    }
    happening.event?.move = OwnMove(pathway: pathway, from: ends.from, to: ends.to)
    return happening
  }

  /// Where a move of a pathway starts and ends.
  func ends(_ record: Record, pathway: Int?) -> (from: Set<Int>, to: Int)? {
    let segments = segments(of: pathway)
    let from: Set<Int>?
    if case .string = record["from"]?.value.content {
      from = lookUp(record["from"], in: segments).map { [$0] }
    } else {
      from = lookUpAll(record["from"], in: segments)
    }
    let to = lookUp(record["to"], in: segments)
    guard let pathway, let from, let node = record["from"] else { return nil }
    for segment in from.sorted() where pathway < names.absorbing.count {
      if names.absorbing[pathway].contains(segment) {
        report(.leavesAbsorbing(segments.names[segment]), at: node)
      }
    }
    guard let to else { return nil }
    if from.contains(to) { report(.toItself(segments.names[to]), at: record["to"] ?? node) }
    return from.isEmpty ? nil : (from, to)
  }

  /// Checks that all chances of a pathway are given alike.
  ///
  /// Two periods are reported already when the step is known, which one of them does not fit.
  private func checkKinds(_ moves: [Happening]) {
    let first = moves.first { $0.outline.chance != nil }
    guard let expected = first?.outline.chance, let id = first?.outline.id else { return }
    for move in moves {
      guard let kind = move.outline.chance, kind != expected else { continue }
      let isReported = names.step != nil && kind != .rate && expected != .rate
      guard !isReported else { continue }
      report(.mixedChances(kind.key, expected.key, move: id), at: move.node)
    }
  }

  // MARK: - Start

  private func start(_ node: Node, pathway: Int) -> Start? {
    let keys = ["shares", "counts"]
    guard let record = record(node, "a start", keys: keys + ["settle"]) else { return nil }
    _ = oneOf(keys, record)
    if let shares = record["shares"] { return .shares(startShares(shares, pathway)) }
    return record["counts"].map { .counts(startCounts($0, pathway)) }
  }

  private func startShares(_ node: Node, _ pathway: Int) -> [Int: Quantity] {
    let rule = QuantityRule.startShare(earlierPathways: pathway)
    var shares: [Int: Quantity] = [:]
    for member in entries(node, "shares by segment") {
      let share = quantity(node.sibling(member.value), rule)
      if let segment = startSegment(member, of: node, pathway) { shares[segment] = share }
    }
    checkShares(shares, at: node)
    return shares
  }

  private func startCounts(_ node: Node, _ pathway: Int) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for member in entries(node, "numbers of residents by segment") {
      let count = integer(node.sibling(member.value), in: 0...100_000_000)
      if let segment = startSegment(member, of: node, pathway) { counts[segment] = count }
    }
    let total = counts.values.reduce(0, +)
    if let residents = names.residents, total > residents {
      report(.countsTooMany(total, residents: residents), at: node)
    }
    return counts
  }

  private func startSegment(_ member: JSONMember, of node: Node, _ pathway: Int) -> Int? {
    let segments = segments(of: pathway)
    guard let segment = lookUp(member, of: node, in: segments) else { return nil }
    if segment == 0, !segments.isOpen {
      report(.firstTakesRest(member.key), at: member, of: node)
    } else if names.absorbing[pathway].contains(segment) {
      report(.startsAbsorbed(member.key), at: member, of: node)
    }
    return segment
  }
}
