/// The place as it is, plus a set of interventions.
public struct Scenario: Hashable, Sendable {
  /// Names it.
  public var id: String
  /// What a reader sees.
  public var name: String
  /// What a reader should know about it.
  public var note: String?
  /// The interventions, in file order; none in a baseline.
  public var interventions: [Intervention]
  /// The first month in which none of them runs any more; nil where each has its own end.
  public var until: CalendarMonth?
  /// The id of the scenario that this one is, but for being stopped by ``until``; nil otherwise.
  public var stops: String?
  /// The ids of interventions that are named but left out, as they start when it has stopped.
  public var tooLate: [String]

  /// Creates a scenario.
  public init(
    id: String, name: String? = nil, note: String? = nil, interventions: [Intervention] = [],
    until: CalendarMonth? = nil, stops: String? = nil, tooLate: [String] = []
  ) {
    self.id = id
    self.name = name ?? id
    self.note = note
    self.interventions = interventions
    self.until = until
    self.stops = stops
    self.tooLate = tooLate
  }

  /// Whether an intervention, by id, moves people so once.
  public func moves(_ move: Trigger, onceBy intervention: String) -> Bool {
    interventions.first { $0.id == intervention }?.once.contains(where: move.isSameMove) ?? false
  }
}
