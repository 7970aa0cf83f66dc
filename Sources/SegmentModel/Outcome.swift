/// Something that events are counted as, for example an emergency admission.
public struct Outcome: Hashable, Sendable {
  /// Names it in JSON.
  public var id: String
  /// What a reader sees, in the plural.
  public var name: String
  /// What it is a part of, in the plural: the sum of all outcomes that name the same whole; nil
  /// where it is a whole by itself.
  public var whole: String?
  /// What is counted as one, in words that follow the name and a colon; nil where the name says all.
  public var definition: String?
  /// What results call other things that stand in the same row or column as outcomes.
  static let reservedIDs = [
    "deaths", "qalys", "qalys-gained", "saving", "net-saving-pounds", "net-benefit", "scenario",
    "choices", "draw", "replicate", "year",
  ]

  /// Creates an outcome.
  public init(
    id: String, name: String? = nil, whole: String? = nil, definition: String? = nil
  ) {
    self.id = id
    self.name = name ?? id
    self.whole = whole
    self.definition = definition
  }
}
