import SegmentModel

/// The key of a channel, trigger list or propensity: a hash of what it belongs to.
enum ChannelKey {
  static func pathway(_ id: String) -> UInt32 { hash("pathway:" + id) }
  static func event(_ id: String) -> UInt32 { hash("event:" + id) }
  static func triggers(of happening: String) -> UInt32 { hash("triggers:" + happening) }
  static func propensity(_ name: String) -> UInt32 { hash("propensity:" + name) }
  static func once(_ intervention: String) -> UInt32 { hash("once:" + intervention) }

  /// FNV-1a over the UTF-8 bytes, mixed once more so that similar names differ in every bit.
  private static func hash(_ text: String) -> UInt32 {
    var h: UInt32 = 0x811C_9DC5
    for byte in text.utf8 { h = (h ^ UInt32(byte)) &* 0x0100_0193 }
    h = (h ^ (h >> 16)) &* 0x85EB_CA6B
    h = (h ^ (h >> 13)) &* 0xC2B2_AE35
    return h ^ (h >> 16)
  }

  /// Throws when two names used in a run have the same key, which would make their luck the same.
  static func requireDistinct(model: Model, scenarios: [Scenario]) throws {
    var names = model.pathways.map { ("pathway \($0.id)", pathway($0.id)) }
    names += model.events.map { ("event \($0.id)", event($0.id)) }
    names += model.happenings.map { ("the triggers of \($0.id)", triggers(of: $0.id)) }
    for intervention in scenarios.flatMap(\.interventions) {
      names.append(("propensity \(intervention.propensity)", propensity(intervention.propensity)))
      names.append(("intervention \(intervention.id)", once(intervention.id)))
    }
    var seen: [UInt32: String] = [:]
    for (name, key) in names {
      if let other = seen[key], other != name {
        throw SimulationError("\(name) and \(other) have the same key of luck; rename one of them")
      }
      seen[key] = name
    }
  }
}
