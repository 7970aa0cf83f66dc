extension Sequence where Element: Hashable {
  /// Each of the elements once, in the order of their first appearance.
  package var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
