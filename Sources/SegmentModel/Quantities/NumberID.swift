/// Ids of numbers, such as `thurrock/pathways/copd.json:moves[1].ratePerYear`, and of groups of them.
public enum NumberID {
  /// Whether an id is that of a quantity, or of a number of its table, which ends in its place there.
  public static func isPart(_ id: String, of quantity: String) -> Bool {
    id == quantity || id.hasPrefix(quantity + "#")
  }

  /// The id of what draws move as one, as the numbers of a group do.
  public static func group(_ name: String) -> String { groupStart + name }

  /// The name of the group that an id is of; nil for that of a number.
  public static func nameOfGroup(_ id: String) -> String? {
    id.hasPrefix(groupStart) ? String(id.dropFirst(groupStart.count)) : nil
  }

  private static let groupStart = "group:"

  /// The file of an id: what stands before the first colon.
  public static func file(of id: String) -> String {
    String(id.utf8.prefix { $0 != UInt8(ascii: ":") }) ?? id
  }

  /// Whether a number only prices, measures or judges what happens, so that it cannot change it.
  public static func isOnlyValue(_ id: String) -> Bool {
    let path = id.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst()
    var keys = path.split(separator: UInt8(ascii: ".")).map { key in
      String(key.prefix { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "#") }) ?? ""
    }[...]
    while let key = keys.first, let depth = depths[key] { keys = keys.dropFirst(depth) }
    return keys.first.map(valueKeys.contains) ?? false
  }

  /// The keys of numbers that costs, resources and health are made of.
  private static let valueKeys: Set = [
    "baseUtility", "costs", "qalyLoss", "uses", "utilityGain", "utilityLoss",
  ]

  /// The keys of what holds such numbers, which may stand in a file of its own or in another, and how
  /// many keys deep that is: `ambitions[0].change`, and the `change` of an intervention by its id.
  private static let depths = [
    "ambitions": 2, "baseline": 1, "change": 2, "events": 1, "extends": 1, "interventions": 1,
    "moves": 1, "pathways": 1, "place": 1, "segments": 1,
  ]
}
