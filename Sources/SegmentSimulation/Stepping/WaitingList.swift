/// Those who wait for a place in an intervention, to be called lowest propensity first.
///
/// Whoever begins to wait is added; whoever ceases to is left in, for the kernel to pass over when they
/// are called. So a step costs what changes in it, however many wait.
final class WaitingList {
  /// A resident who could start if there is a place; `number` is theirs in the population.
  struct Entry {
    var propensity: UInt64
    var number: Int

    @inline(__always)
    static func isAhead(_ a: Entry, _ b: Entry) -> Bool {
      a.propensity != b.propensity ? a.propensity < b.propensity : a.number < b.number
    }
  }

  /// A heap: nobody at 2n + 1 or 2n + 2 is ahead of the one at n.
  private var heap: [Entry] = []

  /// The list whose first is ahead of those of all others; nil if nobody is on any.
  static func ahead(of lists: [WaitingList]) -> WaitingList? {
    var (best, first) = (WaitingList?.none, Entry?.none)
    for list in lists {
      guard let next = list.heap.first else { continue }
      if first.map({ Entry.isAhead(next, $0) }) ?? true { (best, first) = (list, next) }
    }
    return best
  }

  /// Adds a resident, who may be there already.
  func add(_ entry: Entry) {
    var place = heap.count
    heap.append(entry)
    while place > 0, Entry.isAhead(entry, heap[(place - 1) / 2]) {
      heap[place] = heap[(place - 1) / 2]
      place = (place - 1) / 2
    }
    heap[place] = entry
  }

  /// Takes out the one who is ahead of all others; nil if there is nobody.
  func next() -> Entry? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return first }
    var place = 0
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, Entry.isAhead(heap[child + 1], heap[child]) { child += 1 }
      if !Entry.isAhead(heap[child], last) { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = last
    return first
  }
}
