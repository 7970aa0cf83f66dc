import Foundation

/// Slates that are not in use, so that each replicate need not ask for memory anew.
final class SlatePool: @unchecked Sendable {  // A lock protects the list.
  private let lock = NSLock()
  private var free: [Slate] = []

  /// Takes clean slates.
  func take(_ count: Int, _ compiled: CompiledModel) -> [Slate] {
    let used = lock.withLock {
      free.removeAll { !$0.fits(compiled) }
      let used = Array(free.suffix(count))
      free.removeLast(used.count)
      return used
    }
    for slate in used { slate.clear() }
    return used + (used.count..<count).map { _ in Slate(compiled) }
  }

  func giveBack(_ slates: [Slate]) { lock.withLock { free += slates } }
}
