import SegmentModel

/// Where the residents of a block are in one scenario, with bounds on what can befall them.
///
/// Arrays are laid out [pathway or channel or intervention][resident], ``Block/size`` apart. One
/// thread has a state in hand, and no list is changed while it is read, so checks of exclusive access
/// are spared.
final class BlockState {
  let segments: UnsafeMutablePointer<UInt8>
  /// 0 when nothing can happen; else nothing happens unless the first byte of luck is below this,
  /// and 255 says nothing at all.
  let bounds: UnsafeMutablePointer<UInt8>
  /// 1 for those who have entered and not left.
  let present: UnsafeMutablePointer<UInt8>
  let ageBand: UnsafeMutablePointer<UInt8>
  /// 1 while reached.
  let reached: UnsafeMutablePointer<UInt8>
  /// 1 once reached.
  let everReached: UnsafeMutablePointer<UInt8>
  /// 1 for those whose path has parted from the baseline.
  let hasParted: UnsafeMutablePointer<UInt8>
  /// In the baseline, the number of scenarios in which the resident's path has parted from it.
  let partings: UnsafeMutablePointer<UInt16>
  /// 1 if the intervention can ever reach the resident.
  let canReach: UnsafeMutablePointer<UInt8>
  /// Propensity, for those whom the intervention can ever reach.
  let propensity: UnsafeMutablePointer<UInt64>
  /// Whether any bound of a channel is above 0.
  let active: UnsafeMutablePointer<Bool>
  let pathways: Int
  let channels: Int
  let interventions: Int
  /// Residents whom each intervention can ever reach.
  @exclusivity(unchecked) var reachable: [[Int]] = []
  /// Residents who reach an age limit of an intervention, by step boundary.
  @exclusivity(unchecked) var birthdays: [[Starter]] = [[]]
  /// Residents who entered, or moved in a pathway that an intervention looks at, since the last
  /// boundary.
  @exclusivity(unchecked) var touched: [Int] = []
  /// What happened in the step in hand, in the order of channels.
  @exclusivity(unchecked) var fired: [Fired] = []
  /// Residents first reached in the step in hand.
  @exclusivity(unchecked) var starters: [Starter] = []
  /// Moves made in the step in hand.
  @exclusivity(unchecked) var moved: [Moved] = []

  /// A happening that befell a resident.
  struct Fired {
    var resident: Int
    var happening: Int
    var times: Int
  }

  /// A resident whom something happens to in an intervention, such as being first reached.
  struct Starter {
    var resident: Int
    var intervention: Int
  }

  /// A resident who moved in a pathway in the step in hand.
  struct Moved {
    var resident: Int
    var pathway: Int
  }

  init(pathways: Int, channels: Int, interventions: Int) {
    self.pathways = pathways
    self.channels = channels
    self.interventions = interventions
    func bytes(_ rows: Int) -> UnsafeMutablePointer<UInt8> {
      let p = UnsafeMutablePointer<UInt8>.allocate(capacity: max(rows, 1) * Block.size)
      p.initialize(repeating: 0, count: max(rows, 1) * Block.size)
      return p
    }
    segments = bytes(pathways)
    bounds = bytes(channels)
    present = bytes(1)
    hasParted = bytes(1)
    ageBand = bytes(1)
    reached = bytes(interventions)
    everReached = bytes(interventions)
    canReach = bytes(interventions)
    partings = .allocate(capacity: Block.size)
    partings.initialize(repeating: 0, count: Block.size)
    propensity = .allocate(capacity: max(interventions, 1) * Block.size)
    propensity.initialize(repeating: 0, count: max(interventions, 1) * Block.size)
    active = .allocate(capacity: max(channels, 1))
    active.initialize(repeating: false, count: max(channels, 1))
  }

  deinit {
    for p in [segments, bounds, present, hasParted, ageBand, reached, everReached, canReach] {
      p.deallocate()
    }
    partings.deallocate()
    propensity.deallocate()
    active.deallocate()
  }

  /// Makes the state that of nobody, for another block.
  func clear() {
    for p in [present, hasParted] { p.update(repeating: 0, count: Block.size) }
    partings.update(repeating: 0, count: Block.size)
    for p in [reached, everReached, canReach] {
      p.update(repeating: 0, count: max(interventions, 1) * Block.size)
    }
    bounds.update(repeating: 0, count: max(channels, 1) * Block.size)
    active.update(repeating: false, count: max(channels, 1))
    reachable = []
    touched = []
  }

  /// Takes a resident over from the baseline, whose path parts from here on.
  func part(_ i: Int, from baseline: BlockState) {
    hasParted[i] = 1
    baseline.partings[i] += 1
    present[i] = 1
    ageBand[i] = baseline.ageBand[i]
    for pathway in 0..<pathways {
      segments[pathway * Block.size + i] = baseline.segments[pathway * Block.size + i]
    }
  }

  @inline(__always)
  func segment(_ pathway: Int, _ i: Int) -> UInt8 { segments[pathway * Block.size + i] }
}
