/// What interventions are credited with, over draws.
///
/// Means of shares add up to the mean total, to rounding. The spread of a share over draws holds the
/// spread of what is not known and, with ``AttributionMethod/orders``, that of the random order.
public struct Attribution: Sendable {
  /// What all interventions do together: [measure].
  public private(set) var total: [Moments]
  /// What each is credited with: [intervention][measure].
  public private(set) var shares: [[Moments]]
  /// What each does without the others; empty when that was not asked for.
  public private(set) var alone: [[Moments]] = []
  /// What is lost without each; empty when that was not asked for.
  public private(set) var lastIn: [[Moments]] = []
  /// The total less the sum of each alone; empty when that was not asked for.
  public private(set) var overlap: [Moments] = []
  /// Every draw that was added, for sums over some interventions.
  private var added: [AttributedDraw] = []
  /// How many draws were added.
  public var draws: Int { added.count }

  /// Nothing attributed yet.
  public init(interventions: Int, measures: Int) {
    total = Array(repeating: Moments(), count: measures)
    shares = Array(repeating: total, count: interventions)
  }

  /// Adds a draw; either all have what each does alone, or none.
  public mutating func add(_ draw: AttributedDraw) {
    Self.add(draw.total, to: &total)
    Self.add(draw.shares, to: &shares)
    if draws == 0, draw.alone != nil {
      let none = total.map { _ in Moments() }
      alone = Array(repeating: none, count: shares.count)
      (lastIn, overlap) = (alone, none)
    }
    added.append(draw)
    guard let onlyOnes = draw.alone, let last = draw.lastIn, let both = draw.overlap else { return }
    Self.add(onlyOnes, to: &alone)
    Self.add(last, to: &lastIn)
    Self.add(both, to: &overlap)
  }

  /// What some interventions are credited with together, summed draw by draw.
  ///
  /// Errors of their own would not do: what is drawn and the order move shares together.
  public func share(of places: [Int], measure: Int) -> Moments {
    Moments(added.map { Self.sum($0.shares, of: places, measure) })
  }

  /// The sum, draw by draw, of what each of some interventions does without all others; nil when
  /// that was not asked for.
  public func alone(of places: [Int], measure: Int) -> Moments? {
    guard !alone.isEmpty else { return nil }
    return Moments(added.compactMap { $0.alone.map { Self.sum($0, of: places, measure) } })
  }

  private static func sum(_ values: [[Double]], of places: [Int], _ measure: Int) -> Double {
    places.reduce(0) { $0 + values[$1][measure] }
  }

  private static func add(_ values: [Double], to moments: inout [Moments]) {
    for index in moments.indices { moments[index].add(values[index]) }
  }

  private static func add(_ values: [[Double]], to moments: inout [[Moments]]) {
    for index in moments.indices { add(values[index], to: &moments[index]) }
  }
}
