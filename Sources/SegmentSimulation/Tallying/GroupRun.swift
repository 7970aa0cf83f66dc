/// Neighbours of the same groups to whom the same happens, to be counted together.
struct GroupRun {
  private(set) var groups = Groups()
  private(set) var count = 0

  /// Whether a resident of some groups must be counted in another.
  @inline(__always)
  func isFull(for groups: Groups) -> Bool { count > 0 && groups != self.groups }

  @inline(__always)
  mutating func add(_ groups: Groups) {
    self.groups = groups
    count += 1
  }
}
