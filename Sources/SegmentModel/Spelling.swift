/// Finds the name that a misspelt one was probably meant for.
public enum Spelling {
  /// The nearest of the candidates, if it is near enough to be a slip.
  ///
  /// With `byWords`, names are near that are made of nearly the same words, such as keys; long names are
  /// not.
  public static func nearest(
    to name: String, in candidates: [String], byWords: Bool = true
  ) -> String? {
    let scored = candidates.map { candidate in
      let isAlike = byWords && sharesWords(name, candidate)
      return (name: candidate, distance: isAlike ? 1 : distance(name, candidate))
    }
    guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
    let length = max(name.count, best.name.count)
    return best.distance < length && best.distance <= (length + 2) / 3 ? best.name : nil
  }

  /// Whether one name is the other without its last words, or has one other word among three or more,
  /// as `rate` and `ratePerMonth` are to `ratePerYear`.
  private static func sharesWords(_ first: String, _ second: String) -> Bool {
    let (a, b) = (words(first), words(second))
    guard !a.isEmpty, !b.isEmpty else { return false }
    guard a.count == b.count else { return a.starts(with: b) || b.starts(with: a) }
    return a.count > 2 && zip(a, b).count { $0 != $1 } == 1
  }

  /// The words of a name such as `ratePerYear`.
  private static func words(_ name: String) -> [Substring] {
    var words: [Substring] = []
    var rest = name[...]
    while let first = rest.first {
      let word = rest.prefix(1) + rest.dropFirst().prefix { !$0.isUppercase }
      guard first.isLetter else { return [name[...]] }
      words.append(word)
      rest = rest.dropFirst(word.count)
    }
    return words
  }

  /// How many letters must be changed, added, dropped or swapped with their neighbour.
  static func distance(_ first: String, _ second: String) -> Int {
    let (a, b) = (Array(first), Array(second))
    var older: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(previous[j + 1], row[j]) + 1
        best = min(best, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, older[j - 1] + 1) }
        row.append(best)
      }
      (older, previous) = (previous, row)
    }
    return previous[b.count]
  }
}
