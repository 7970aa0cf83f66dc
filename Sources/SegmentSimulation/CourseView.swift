/// What the shared course looks at in a scenario, without counting references.
struct CourseView {
  private let residents: UnsafePointer<Resident>
  private let reached: UnsafePointer<UInt64>
  private let masks: UnsafePointer<UInt64>
  private let words: Int
  private let looking: FrozenLists

  init(_ state: BlockState, _ scenario: CompiledScenario) {
    residents = UnsafePointer(state.residents)
    reached = UnsafePointer(state.reached.base)
    masks = UnsafePointer(scenario.ownSpanMasks.base)
    words = scenario.words
    looking = scenario.looking
  }

  /// Whether an own intervention that reaches a resident can change the chances of an exit span.
  @inline(__always)
  func reaches(_ i: Int, span: Int) -> Bool {
    for word in 0..<words where reached[i &* words &+ word] & masks[span &* words &+ word] != 0 {
      return true
    }
    return false
  }

  /// Whether a resident's path has parted.
  @inline(__always)
  func parts(_ i: Int) -> Bool { residents[i].partings > 0 }

  /// Whether a move changes an intervention's eligibility.
  @inline(__always)
  func looks(at move: Int) -> Bool { !looking[move].isEmpty }
}
