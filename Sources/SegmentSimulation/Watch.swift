/// Looks at the kernels of a block from outside, and changes nothing.
///
/// The first kernel is the shared course without interventions, then come the scenarios. In a
/// scenario a resident who has not parted is where the shared course has them.
protocol Watch: AnyObject {
  /// At a step boundary, ages and reach brought up to date.
  func reachBoundary(_ boundary: Int, _ kernels: [Kernel])
  /// In a step, when what happens is drawn and nothing of it is applied yet.
  func draw(_ step: Int, _ kernels: [Kernel])
}

extension Kernel {
  /// The kernel in which a resident of the block is in this scenario: this one once they have parted.
  func course(of i: Int, sharing shared: Kernel) -> Kernel {
    state.hasParted[i] == 1 ? self : shared
  }
}
