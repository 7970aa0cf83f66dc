/// One draw's joint effect of interventions, shared out among them.
///
/// Lists by intervention come in the order of the plan's ids; each number is one measure.
public struct AttributedDraw: Hashable, Sendable {
  /// What all of them do together: [measure].
  public let total: [Double]
  /// What each is credited with; these add up to the total: [intervention][measure].
  public let shares: [[Double]]
  /// What each does without the others: [intervention][measure]; nil when that was not asked for.
  public let alone: [[Double]]?
  /// What is lost without each: [intervention][measure]; nil when that was not asked for.
  public let lastIn: [[Double]]?

  /// What together is more or less than the sum of each alone; negative where they do the same work.
  public var overlap: [Double]? {
    alone.map { alone in
      total.indices.map { measure in alone.reduce(total[measure]) { $0 - $1[measure] } }
    }
  }
}
