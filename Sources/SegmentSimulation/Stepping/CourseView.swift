/// What the shared course looks at in a scenario, without counting references.
struct CourseView {
  private let residents: UnsafePointer<Resident>
  private let reached: UnsafePointer<UInt64>
  private let masks: UnsafePointer<UInt64>
  private let pairMasks: UnsafePointer<UInt64>
  private let words: Int
  private let looking: FrozenLists

  init(_ state: BlockState, _ scenario: CompiledScenario) {
    residents = UnsafePointer(state.residents)
    reached = UnsafePointer(state.reached.base)
    masks = UnsafePointer(scenario.ownSpanMasks.base)
    pairMasks = UnsafePointer(scenario.pairMasks.base)
    words = scenario.words
    looking = scenario.looking
  }

  /// Whether an own intervention that reaches a resident can change the chances of an exit span.
  @inline(__always)
  func reaches(_ i: Int, span: Int) -> Bool { reaches(i, masks + span &* words) }

  /// Whether a happening is counted for an intervention that reaches a resident.
  @inline(__always)
  func counts(_ i: Int, happening: Int) -> Bool { reaches(i, pairMasks + happening &* words) }

  @inline(__always)
  private func reaches(_ i: Int, _ masks: UnsafePointer<UInt64>) -> Bool {
    // The rule: up to 64 interventions.
    if words == 1 { return reached[i] & masks[0] != 0 }
    for word in 0..<words where reached[i &* words &+ word] & masks[word] != 0 { return true }
    return false
  }

  /// Whether a resident's path has parted.
  @inline(__always)
  func parts(_ i: Int) -> Bool { residents[i].partings > 0 }

  /// Marks that a resident has room for in the shared course: ``Resident/partings``.
  static var marks: Int { 16 }

  /// The mark by which the shared course knows that a path may have parted in a scenario, so that it
  /// need not look there; every 16th scenario has the same.
  @inline(__always)
  static func mark(_ scenario: Int) -> UInt16 {
    1 << UInt16(truncatingIfNeeded: scenario & (marks - 1))
  }

  /// Whether a move changes an intervention's eligibility.
  @inline(__always)
  func looks(at move: Int) -> Bool { !looking[move].isEmpty }
}
