import SegmentModel

/// Where the residents of a block are in one course of events.
///
/// Segments are laid out [resident][pathway], what belongs to interventions in rows of bits. One
/// thread has a state in hand, and no list is changed while it is read, so checks of exclusive access
/// are spared.
final class BlockState {
  let segments: UnsafeMutablePointer<UInt8>
  let residents: UnsafeMutablePointer<Resident>
  /// By resident, the interventions that reach them, and that ever did.
  let reached: BitTable
  let everReached: BitTable
  /// By intervention, those eligible, and those who could start if there were a place.
  let eligible: BitTable
  let waiting: BitTable
  let pathways: Int
  /// In a scenario, how many residents are on a path of their own.
  @exclusivity(unchecked) var parted = 0
  /// What may change whom interventions reach, since the last boundary.
  @exclusivity(unchecked) var touched: [Moved] = []
  /// What happened in the step in hand, in the order of channels.
  @exclusivity(unchecked) var fired: [Fired] = []
  /// Residents first reached in the step in hand by interventions that move people once.
  @exclusivity(unchecked) var starters: [Starter] = []
  /// Moves made in the step in hand.
  @exclusivity(unchecked) var moved: [Moved] = []
  /// Residents who parted, or of whom either path moved: the paths may have met again.
  @exclusivity(unchecked) var reunions: [Int] = []

  /// A happening that befell a resident.
  struct Fired {
    var resident: Int
    var happening: Int
    var times: Int
  }

  /// A resident first reached by an intervention.
  struct Starter {
    var resident: Int
    var intervention: Int
  }

  /// A resident who moved in a pathway, or, with pathway -1, entered.
  struct Moved {
    var resident: Int
    var pathway: Int
    var from: UInt8
    var to: UInt8
  }

  init(pathways: Int, interventions: Int) {
    self.pathways = pathways
    segments = .allocate(capacity: pathways * Block.size)
    segments.initialize(repeating: 0, count: pathways * Block.size)
    residents = .allocate(capacity: Block.size)
    residents.initialize(repeating: Resident(), count: Block.size)
    reached = BitTable(rows: Block.size, bits: interventions)
    everReached = BitTable(rows: Block.size, bits: interventions)
    eligible = BitTable(rows: interventions, bits: Block.size)
    waiting = BitTable(rows: interventions, bits: Block.size)
  }

  deinit {
    segments.deallocate()
    residents.deallocate()
    for table in [reached, everReached, eligible, waiting] { table.deallocate() }
  }

  /// Makes the state that of nobody, for another block.
  func clear() {
    residents.update(repeating: Resident(), count: Block.size)
    for table in [reached, everReached, eligible, waiting] { table.clear() }
    parted = 0
    touched.removeAll(keepingCapacity: true)
    reunions.removeAll(keepingCapacity: true)
  }

  /// Reads where residents are.
  func readPlaces(_ ahead: inout ReadAhead) {
    ahead.read(residents, bytes: Block.size * MemoryLayout<Resident>.stride)
    ahead.read(segments, bytes: Block.size * pathways)
  }

  /// Where a resident is.
  @inline(__always)
  func place(_ i: Int) -> Place { Place(row: UnsafePointer(row(i)), held: residents[i].held) }

  /// Brings up to date which pathways a resident holds.
  @inline(__always)
  func noteHeld(_ i: Int) { residents[i].held = HeldPathways.mask(row(i), pathways: pathways) }

  /// The same, after a move in a pathway.
  @inline(__always)
  func noteHeld(_ i: Int, _ pathway: Int) {
    let bit = HeldPathways.bit(pathway)
    if pathway >= HeldPathways.own {
      noteHeld(i)
    } else if row(i)[pathway] == 0 {
      residents[i].held &= ~bit
    } else {
      residents[i].held |= bit
    }
  }

  /// Calls with each pathway in which a resident is not in the first segment, and their segment.
  @inline(__always)
  func forEachHeld(_ i: Int, _ body: (_ pathway: Int, _ segment: UInt8) -> Void) {
    let row = row(i)
    HeldPathways.forEach(residents[i].held, pathways: pathways) {
      if row[$0] != 0 { body($0, row[$0]) }
    }
  }

  /// A resident's segments, by pathway.
  @inline(__always)
  func row(_ i: Int) -> UnsafeMutablePointer<UInt8> { segments + i &* pathways }

  @inline(__always)
  func segment(_ pathway: Int, _ i: Int) -> UInt8 { segments[i &* pathways &+ pathway] }
}
