/// Room for the candidates of a channel in a step, and their uniforms; four more than can be, for
/// what is made four at a time.
final class CandidateList {
  let residents: UnsafeMutablePointer<Int32>
  let uniforms: UnsafeMutablePointer<UInt64>

  init() {
    residents = .allocate(capacity: Block.size + 4)
    uniforms = .allocate(capacity: Block.size + 4)
    residents.initialize(repeating: 0, count: Block.size + 4)
    uniforms.initialize(repeating: 0, count: Block.size + 4)
  }

  deinit {
    residents.deallocate()
    uniforms.deallocate()
  }
}
