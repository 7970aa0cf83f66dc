/// The names that may stand in some place of a file, in order.
struct NameList {
  /// What a name stands for, for example `payer`.
  let noun: String
  /// What the names belong to, if it has a name itself.
  var owner: String?
  /// The names that are known.
  private(set) var names: [String] = []
  /// Whether further names may exist, because what defines them was not or could not be read.
  var isOpen: Bool
  /// Where each name stands first; a place may have tens of thousands of areas.
  private var positions: [String: Int] = [:]

  init(noun: String, owner: String? = nil, names: [String] = [], isOpen: Bool = false) {
    self.noun = noun
    self.owner = owner
    self.isOpen = isOpen
    for name in names { append(name) }
  }

  /// Adds a name at the end.
  mutating func append(_ name: String) {
    if positions[name] == nil { positions[name] = names.count }
    names.append(name)
  }

  /// The position of a name, the first if it stands there twice.
  func index(of name: String) -> Int? { positions[name] }

  /// The names that no key of a table stands for.
  ///
  /// Nor are those missing that a misspelt key was probably meant for, as what is misspelt is reported by
  /// itself. With `orOther` the key `other` stands for all that are not named.
  func missing(among keys: [String], orOther: Bool = false) -> [String] {
    let stated = Set(keys)
    let known = orOther ? names + ["other"] : names
    // To look for what is near takes long where names are many.
    let unknown = keys.filter { positions[$0] == nil && !(orOther && $0 == "other") }.prefix(100)
    let meant = Set(unknown.compactMap { Spelling.nearest(to: $0, in: known) })
    if orOther, stated.contains("other") || meant.contains("other") { return [] }
    return names.filter { !stated.contains($0) && !meant.contains($0) }
  }

  /// The noun in the plural.
  var plural: String {
    let nouns =
      switch noun {
      case "sex": "sexes"
      case "move, event or trigger": "moves, events and triggers"
      default: "\(noun)s"
      }
    return nouns + ofOwner
  }

  /// The words that say what the names belong to; empty when nothing has to be said.
  var ofOwner: String { owner.map { " of '\($0)'" } ?? "" }

  /// A noun with its article.
  static func article(_ noun: String) -> String {
    "\("aeiou".contains(noun.prefix(1)) ? "an" : "a") \(noun)"
  }

  /// A list of names that are not known at all.
  static func open(_ noun: String) -> NameList { NameList(noun: noun, isOpen: true) }
}
