/// Neighbours of the same groups to whom the same happens, to be counted together.
struct GroupRun {
  let groups: Groups
  private(set) var count = 0
  private let stratum: UInt16
  private let ageBand: UInt8

  /// Nobody.
  init() { (groups, stratum, ageBand) = (Groups(), 0, 0) }

  /// Nobody yet, before those who are of the same groups as a resident.
  @inline(__always)
  init(of resident: Resident, _ groups: Groups) {
    (self.groups, stratum, ageBand) = (groups, resident.stratum, resident.ageBand)
  }

  /// Whether a resident can be counted with the others.
  @inline(__always)
  func takes(_ resident: Resident) -> Bool {
    count > 0 && resident.stratum == stratum && resident.ageBand == ageBand
  }

  @inline(__always)
  mutating func add() { count += 1 }
}
