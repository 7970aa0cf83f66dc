extension ModelDecoder {
  /// Who something is open to; anybody when nothing is said.
  func eligibility(_ node: Node?) -> Eligibility {
    let keys = ["ages", "sexes", "areas", "deprivation", "segments"]
    guard let node, let record = record(node, "a condition", keys: keys) else {
      return Eligibility()
    }
    return Eligibility(
      ages: ages(record["ages"]), sexes: lookUpAll(record["sexes"], in: names.sexes),
      areas: lookUpAll(record["areas"], in: names.areas),
      deprivation: lookUpAll(record["deprivation"], in: names.deprivation),
      segments: segmentsByPathway(record["segments"]))
  }

  /// Segments of some pathways, by index.
  func segmentsByPathway(_ node: Node?) -> [Int: Set<Int>] {
    guard let node else { return [:] }
    var allowed: [Int: Set<Int>] = [:]
    for member in entries(node, "segments by pathway") {
      let pathway = lookUp(member, of: node, in: names.pathways)
      let segments = lookUpAll(node.sibling(member.value), in: segments(of: pathway))
      if let pathway { allowed[pathway] = segments }
    }
    return allowed
  }

  /// Moves that something sets off, with the ids of all that stand there.
  func triggers(_ node: Node?) -> (triggers: [Trigger], ids: [String], isWhole: Bool) {
    var triggers: [Trigger] = []
    var ids: [String] = []
    var isWhole = node?.isList ?? true
    var seen: [String: Node] = [:]
    for (position, element) in list(node, of: "triggers").enumerated() {
      let keys = ["id", "pathway", "from", "to", "probability"]
      let needed = ["pathway", "from", "to", "probability"]
      guard let record = record(element, "a trigger", keys: keys, required: needed) else {
        (ids, isWhole) = (ids + ["\(position)"], false)
        continue
      }
      if record.misspelt.contains("id") { isWhole = false }
      let id = triggerID(record, position, seen: &seen)
      ids.append(id ?? "\(position)")
      let pathway = lookUp(record["pathway"], in: names.pathways)
      let ends = ends(record, pathway: pathway)
      let probability = quantity(record["probability"], .probability)
      guard let id, let pathway, let ends, let probability else { continue }
      triggers.append(
        Trigger(id: id, pathway: pathway, from: ends.from, to: ends.to, probability: probability))
    }
    return (triggers, ids, isWhole)
  }

  private func triggerID(
    _ record: Record, _ position: Int, seen: inout [String: Node]
  ) -> String? {
    if record["id"] != nil { return id(record["id"], "trigger", seen: &seen) }
    let id = "\(position)"
    if let first = seen[id] {
      report(.duplicateID("trigger", id, first: first.place), at: record.node)
      return nil
    }
    seen[id] = record.node
    return id
  }
}
