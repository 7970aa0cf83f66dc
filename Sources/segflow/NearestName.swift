/// Finds what somebody meant to type.
enum NearestName {
  /// The candidate fewest edits away from a name; nil when none is near.
  static func of(_ name: String, among candidates: [String]) -> String? {
    let nearest = candidates.min { edits(name, $0) < edits(name, $1) }
    return nearest.flatMap { edits(name, $0) <= max(1, min(3, $0.count / 2)) ? $0 : nil }
  }

  /// Insertions, deletions and replacements that turn one text into another.
  static func edits(_ from: String, _ to: String) -> Int {
    let (from, to) = (Array(from), Array(to))
    var row = Array(0...to.count)
    for (i, character) in from.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in to.enumerated() {
        let replaced = diagonal + (character == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[to.count]
  }
}
