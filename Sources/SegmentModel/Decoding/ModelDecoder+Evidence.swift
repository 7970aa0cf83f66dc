extension ModelDecoder {
  /// What stands in for evidence of a file that is wrong, so that not every number is reported as well.
  static let evidenceForWrong = Evidence(source: "none", quality: .assumed)

  /// The evidence that a file states for all its numbers.
  func evidence(_ node: Node) -> Evidence {
    let stand = Self.evidenceForWrong
    let keys = ["source", "quality"]
    guard let record = record(node, "the evidence of a file", keys: keys, required: keys) else {
      return stand
    }
    let index = lookUp(record["source"], in: names.sources)
    let quality = choice(record["quality"], of: Quality.self)
    return Evidence(
      source: index.map { names.sources.names[$0] } ?? stand.source,
      quality: quality ?? stand.quality, note: text(record.node["note"]))
  }

  /// The evidence of one number: its own words first, then those of its file.
  func evidence(_ record: Record) -> Evidence? {
    let inherited = record.node.evidence
    let note = text(record.node["note"])
    let index = lookUp(record["source"], in: names.sources)
    let quality = choice(record["quality"], of: Quality.self)
    let missing = ["source", "quality"].filter { record.lacks($0) && inherited == nil }
    if !missing.isEmpty { report(.noEvidence(missing), at: record.node) }
    if record["source"] == nil, record["quality"] == nil, var inherited {
      inherited.note = note ?? inherited.note
      return inherited
    }
    let source = record["source"] == nil ? inherited?.source : index.map { names.sources.names[$0] }
    guard let source, let quality = record["quality"] == nil ? inherited?.quality : quality else {
      return nil
    }
    return Evidence(source: source, quality: quality, note: note)
  }

  /// A note that was checked already.
  func text(_ node: Node?) -> String? {
    guard case .string(let text) = node?.value.content else { return nil }
    return text
  }
}
