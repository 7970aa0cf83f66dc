import Foundation

/// Remembers the bounds, in every channel, of residents who entered last.
///
/// Whom no number tells apart, and who hold the same segments, have the same bounds until something
/// reaches them. A resident has one place; whoever came last is there. One thread has it in hand.
struct FirstBounds {
  private struct Entry {
    var who: UInt64
    var held: UInt64
  }

  private let entries: UnsafeMutablePointer<Entry>
  /// Of each entry, segments by pathway, then codes by channel.
  private let bytes: UnsafeMutablePointer<UInt8>
  /// Room for the codes of one resident, since those that are remembered give way to others.
  let spare: UnsafeMutablePointer<UInt8>
  private let pathways: Int
  private let width: Int
  private static var places: Int { 2048 }

  /// Remembers nothing yet; whoever makes it deallocates it.
  init(pathways: Int, channels: Int) {
    self.pathways = pathways
    width = pathways + channels
    entries = .allocate(capacity: Self.places)
    entries.initialize(repeating: Entry(who: .max, held: 0), count: Self.places)
    bytes = .allocate(capacity: max(Self.places * width, 1))
    bytes.initialize(repeating: 0, count: max(Self.places * width, 1))
    spare = .allocate(capacity: max(channels, 1))
    spare.initialize(repeating: 0, count: max(channels, 1))
  }

  func deallocate() {
    entries.deallocate()
    bytes.deallocate()
    spare.deallocate()
  }

  /// The codes by channel of a resident, worked out if they are not remembered; `who` is the same for
  /// whom no number tells apart.
  @inline(__always)
  func codes(
    of who: UInt64, _ at: Place, _ workOut: (_ codes: UnsafeMutablePointer<UInt8>) -> Void
  ) -> UnsafePointer<UInt8> {
    var hash = who
    HeldPathways.forEach(at.held, pathways: pathways) {
      hash = (hash ^ UInt64($0) << 8 ^ UInt64(at.row[$0])) &* 0x9E37_79B9_7F4A_7C15
    }
    let place = Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(Self.places - 1))
    let (entry, segments) = (entries + place, bytes + place &* width)
    let codes = segments + pathways
    if entry.pointee.who != who || entry.pointee.held != at.held
      || at.held != HeldPathways.always && memcmp(segments, at.row, pathways) != 0
    {
      entry.pointee = Entry(who: who, held: at.held)
      segments.update(from: at.row, count: pathways)
      workOut(codes)
    }
    return UnsafePointer(codes)
  }
}
