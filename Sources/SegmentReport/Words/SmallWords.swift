/// Which names of a place may begin with a small letter within a sentence.
///
/// A proper noun looks like any other first word, so a name is changed only where its first word is seen
/// small: in another name, in an id that is not that of a place, or among words that are never names.
struct SmallWords: Sendable {
  private let words: Set<String>

  /// Words that begin names anywhere and are nobody's.
  private static let plain: Set<String> = [
    "admissions", "all", "an", "any", "attendances", "deaths", "each", "emergency", "every",
    "first", "hospital", "new", "other", "people", "the",
  ]
  /// Kinds whose ids may be proper nouns, as their names are.
  private static let properKinds: Set<String> = ["place", "area", "scenario", "source"]
  /// Texts that are no names of the place: those that this tool words itself, and sentences.
  private static let ownKinds: Set<String> = ["parameter", "definition"]

  /// The words of the names and ids of a place.
  init(_ rows: [NameTable.Row]) {
    var (small, proper) = (Self.plain, Set<String>())
    for row in rows where !Self.ownKinds.contains(row.kind) {
      let isProper = Self.properKinds.contains(row.kind)
      // A name that was not given is the id.
      let words = Self.words(of: row.name == row.id ? "" : row.name)
      small.formUnion(words.filter { $0 == $0.lowercased() })
      if !isProper { small.formUnion(Self.words(of: row.id)) }
      if row.kind == "place" || row.kind == "area" {
        proper.formUnion(words.filter { $0 != $0.lowercased() }.map { $0.lowercased() })
      }
    }
    self.words = small.subtracting(proper)
  }

  private static func words(of text: String) -> [String] {
    text.split { !$0.isLetter && !isApostrophe($0) }.map { word in
      String(
        word.trimmingPrefix(while: isApostrophe).reversed().drop(while: isApostrophe).reversed())
    }
  }

  private static func isApostrophe(_ letter: Character) -> Bool { letter == "'" || letter == "’" }

  /// A name as it stands within a sentence: with a small letter where that is safe, else as it is written.
  func within(_ name: String) -> String {
    let first = String(name.prefix { $0.isLetter || $0 == "&" })
    // Initials and possessives such as "Parkinson's" keep their letter; "Nurses'" is that of many.
    let next = name.dropFirst(first.count).prefix(2)
    let isOfOne = next.first.map(Self.isApostrophe) == true && next.last?.isLetter == true
    guard first.count > 1, first.dropFirst().allSatisfy(\.isLowercase), !isOfOne,
      isSmall(first.lowercased())
    else { return name }
    return name.prefix(1).lowercased() + name.dropFirst()
  }

  /// Whether a word is seen small, as one thing or as many.
  private func isSmall(_ word: String) -> Bool {
    words.contains(word) || words.contains(word + "s")
      || word.hasSuffix("s") && words.contains(String(word.dropLast()))
  }
}
