import SegmentModel
import Synchronization

/// The residents of a place, drawn up once for all draws of a model that have the same ones.
///
/// What differs in a draw, such as shares at the start that are not known, is drawn up again for it.
/// It is for simulations of one model with one seed and one length of steps.
public final class SharedPopulation: Sendable {
  private let first = Mutex<Population?>(nil)
  /// Memory that draws use one after the other.
  let slates = SlatePool()

  /// Nobody yet.
  public init() {}

  func population(
    model: Model, compiled: CompiledModel, seed: UInt64, threads: Int
  ) -> Population {
    let known = first.withLock { first in
      // Others wait for the first, which is quicker than to make their own.
      if first == nil {
        first = Population(model: model, compiled: compiled, seed: seed, threads: threads)
      }
      return first
    }
    return Population(
      model: model, compiled: compiled, seed: seed, threads: threads, sharing: known)
  }
}
