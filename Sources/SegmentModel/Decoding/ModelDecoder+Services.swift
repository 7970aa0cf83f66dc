extension ModelDecoder {
  /// The services of a place; fixes their names.
  func services(_ record: Record) -> [Service] {
    guard record["services"] != nil else {
      if record.lacks("services") { names.services = NameList(noun: "service") }
      return []
    }
    let services = things(record["services"], "service")
    names.services = NameList(
      noun: "service", names: services.list.map(\.id), isOpen: !services.isWhole)
    return services.list.map { Service(id: $0.id, name: $0.name) }
  }

  /// How people are ranked by what they cost in a year; fixes the names of the segments.
  func spendSegments(of place: Record) -> SpendSegments? {
    names.spendSegments = NameList(noun: "spend segment", isOpen: !place.lacks("spendSegments"))
    return place["spendSegments"].flatMap(spendSegments)
  }

  private func spendSegments(_ node: Node) -> SpendSegments? {
    let keys = ["ages", "services", "shares"]
    guard let record = record(node, "a ranking by spend", keys: keys, required: keys) else {
      return nil
    }
    let ages = ages(record["ages"])
    let services = lookUpAll(record["services"], in: names.services)
    let segments = record["shares"].flatMap(spendShares)
    guard let ages, let services, let segments else { return nil }
    return SpendSegments(ages: ages, services: services, segments: segments)
  }

  /// Segments with their shares of people, the last without; nil when something is wrong.
  private func spendShares(_ node: Node) -> [SpendSegment]? {
    let elements = list(node, of: "spend segments", mayBeEmpty: false)
    var seen: [String: Node] = [:]
    let segments = elements.enumerated().compactMap { index, element in
      spendSegment(element, isLast: index == elements.count - 1, seen: &seen)
    }
    names.spendSegments = NameList(
      noun: "spend segment", names: segments.map(\.id),
      isOpen: !node.isList || segments.count < elements.count)
    let sum = segments.dropLast().reduce(0) { $0 + ($1.share ?? 0) }
    if sum >= 1 { report(.spendSharesLeaveNobody(sum), at: node) }
    return segments.isEmpty ? nil : segments
  }

  private func spendSegment(
    _ node: Node, isLast: Bool, seen: inout [String: Node]
  ) -> SpendSegment? {
    let keys = ["id", "name", "share"]
    let required = isLast ? ["id"] : ["id", "share"]
    guard let record = record(node, "a spend segment", keys: keys, required: required) else {
      return nil
    }
    let name = words(record["name"])
    let share = number(record["share"], in: 0...1)
    if isLast, let stated = record["share"] { report(.lastSpendSegmentTakesRest, at: stated) }
    guard let id = id(record["id"], "spend segment", seen: &seen) else { return nil }
    check(record["id"], id, of: "a spend segment", isNone: SpendSegment.reservedIDs)
    return SpendSegment(id: id, name: name, share: share)
  }
}
