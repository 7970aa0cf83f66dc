extension ModelDecoder {
  /// The pathways of a place; fixes their names and those of their segments.
  func pathways(
    _ node: Node?
  ) -> (pathways: [Pathway], outlines: [HappeningOutline], isOpen: Bool) {
    var isOpen = node?.isList != true
    var seen: [String: Node] = [:]
    let heads = resolveAll(node, .pathway, of: "pathways").map { top in
      top.flatMap { head($0, seen: &seen) }
    }
    isOpen = isOpen || heads.contains { $0?.id == nil }
    if let node, heads.count > Model.mostPathways {
      report(.tooMany(heads.count, "pathways", most: Model.mostPathways), at: node)
    }
    setNames(heads, isOpen: isOpen)
    var pathways: [Pathway] = []
    var outlines: [HappeningOutline] = []
    for (index, head) in heads.enumerated() {
      guard let head else { continue }
      let body = body(of: head, index: index)
      outlines += body.outlines
      isOpen = isOpen || body.isOpen
      pathways.append(body.pathway)
    }
    return (pathways, outlines, isOpen)
  }

  /// A pathway by itself, when nothing is known of the place.
  func pathway(_ top: Node) {
    var seen: [String: Node] = [:]
    guard let head = head(top, seen: &seen) else { return }
    setNames([head], isOpen: true)
    _ = body(of: head, index: 0)
  }

  private func setNames(_ heads: [PathwayHead?], isOpen: Bool) {
    names.pathways = NameList(
      noun: "pathway", names: heads.map { $0?.id ?? "" }, isOpen: isOpen)
    names.segments = heads.map { head in
      guard let head else { return .open("segment") }
      return NameList(
        noun: "segment", owner: head.id, names: head.segments.map(\.id), isOpen: !head.isWhole)
    }
    names.absorbing = heads.map { head in
      let segments = head?.segments ?? []
      return Set(segments.indices.filter { segments[$0].leaves != nil })
    }
  }

  private func head(_ top: Node, seen: inout [String: Node]) -> PathwayHead? {
    let keys = ["id", "name", "segments", "start", "moves"]
    guard let record = file(top, .pathway, keys: keys, required: ["id", "segments"]) else {
      return nil
    }
    let id = id(record["id"], "pathway", seen: &seen)
    let name = words(record["name"])
    let elements = list(record["segments"], of: "segments", mayBeEmpty: false)
    var ids: [String: Node] = [:]
    let segments = elements.compactMap { segment($0, seen: &ids) }
    var isWhole = segments.count == elements.count
    if let node = record["segments"] {
      if !node.isList { isWhole = false }
      if elements.count > Pathway.mostSegments {
        report(.tooMany(elements.count, "segments", most: Pathway.mostSegments), at: node)
      }
    }
    if isWhole, segments.first?.leaves != nil {
      report(.startsAbsorbed(segments[0].id), at: elements[0])
    }
    return PathwayHead(
      record: record, id: id, name: name, segments: segments,
      isWhole: isWhole && !segments.isEmpty)
  }

  private func segment(_ node: Node, seen: inout [String: Node]) -> Segment? {
    let keys = ["id", "name", "leaves", "costs", "uses", "utilityLoss"]
    guard let record = record(node, "a segment", keys: keys, required: ["id"]) else { return nil }
    let id = id(record["id"], "segment", seen: &seen)
    let name = words(record["name"])
    let leaves = choice(record["leaves"], of: Leaving.self)
    let costs = distinct(record["costs"], of: "costs").compactMap(runningCost)
    let uses = uses(record["uses"], per: "perPersonYear", of: "a use of a segment")
    let loss = quantity(record["utilityLoss"], .utilityLoss)
    let useless = record["costs"] ?? record["uses"] ?? record["utilityLoss"]
    if leaves != nil, let id, let useless {
      report(.costsAbsorbed(id), at: useless)
    }
    return id.map {
      Segment(
        id: $0, name: name, leaves: leaves, costs: costs, uses: uses, utilityLoss: loss)
    }
  }

  private func runningCost(_ node: Node) -> RunningCost? {
    let needed = ["payer", "poundsPerYear"]
    let keys = needed + ["service"]
    guard let record = record(node, "a cost of a segment", keys: keys, required: needed) else {
      return nil
    }
    let payer = lookUp(record["payer"], in: names.payers)
    let service = lookUp(record["service"], in: names.services)
    let pounds = quantity(record["poundsPerYear"], .cost)
    guard let payer, let pounds else { return nil }
    return RunningCost(payer: payer, service: service, poundsPerYear: pounds)
  }
}
