extension ModelDecoder {
  /// What is counted in each resident; fixes the names.
  func holdingCounts(_ place: Record) -> [HoldingCount] {
    let node = place["counts"]
    let elements = list(node, of: "counts")
    var seen: [String: Node] = [:]
    let counts = elements.compactMap { holdingCount($0, seen: &seen) }
    let isRead = node?.isList ?? place.lacks("counts")
    names.counts = NameList(
      noun: "count", names: counts.map(\.id), isOpen: !isRead || counts.count < elements.count)
    names.countedPathways = counts.map(\.segments.count)
    return counts
  }

  private func holdingCount(_ node: Node, seen: inout [String: Node]) -> HoldingCount? {
    let keys = ["id", "name", "segments"]
    guard let record = record(node, "a count", keys: keys, required: ["id", "segments"]) else {
      return nil
    }
    let name = words(record["name"])
    let segments = record["segments"].flatMap(countedSegments)
    guard let id = id(record["id"], "count", seen: &seen), let segments else { return nil }
    return HoldingCount(id: id, name: name, segments: segments)
  }

  /// Segments by pathway; nil when there are none or some are wrong.
  private func countedSegments(_ node: Node) -> [Int: Set<Int>]? {
    let segments = segmentsByPathway(node)
    guard node.isObject else { return nil }
    let named = entries(node, "segments by pathway").count
    if named == 0 { report(.countsNothing, at: node) }
    return named == 0 || segments.count < named ? nil : segments
  }
}
