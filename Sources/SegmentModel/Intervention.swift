/// The share of eligible residents that an intervention touches, as time goes on.
public struct Reach: Hashable, Sendable {
  /// Share by years since the intervention started, joined by straight lines; constant before the
  /// first and after the last.
  public var ramp: [(years: Double, share: Quantity)]
  /// What multiplies the share by who the resident is; the product is cut at 1.
  public var factor: Quantity?

  /// Creates a reach.
  public init(ramp: [(years: Double, share: Quantity)], factor: Quantity? = nil) {
    self.ramp = ramp
    self.factor = factor
  }

  /// Creates a reach that is the same from the first day.
  public init(share: Double) { self.init(ramp: [(0, Quantity(share))]) }

  /// The share before ``factor``, some years after the start.
  public func share(yearsSinceStart years: Double) -> Double {
    guard let next = ramp.firstIndex(where: { $0.years >= years }) else {
      return ramp[ramp.count - 1].share.scalar
    }
    guard next > 0 else { return ramp[0].share.scalar }
    let (a, b) = (ramp[next - 1], ramp[next])
    return a.share.scalar
      + (b.share.scalar - a.share.scalar) * ((years - a.years) / (b.years - a.years))
  }

  /// Whether two reaches are the same.
  public static func == (a: Self, b: Self) -> Bool {
    a.ramp.map(\.years) == b.ramp.map(\.years) && a.ramp.map(\.share) == b.ramp.map(\.share)
      && a.factor == b.factor
  }

  /// Hashes the shares.
  public func hash(into hasher: inout Hasher) { hasher.combine(ramp.map(\.share)) }
}

/// What an effect acts on.
public enum EffectTarget: Hashable, Sendable {
  /// The rate or probability of a happening: an index into ``Model/happenings``.
  case happening(Int)
  /// The probability of a trigger: indices into ``Model/happenings`` and its triggers.
  case trigger(happening: Int, trigger: Int)
}

/// How an effect changes its target, on a named scale.
public enum Change: Hashable, Sendable {
  /// Multiplies the rate; a probability p becomes 1 - (1 - p)^m.
  case multiplyRate(Quantity)
  /// Adds to the rate, per year, after all multipliers.
  case addRatePerYear(Quantity)
  /// Replaces the rate per year, multipliers of segments included; interventions still multiply
  /// and add.
  case setRatePerYear(Quantity)
  /// Replaces the probability, multipliers of segments included.
  case setProbability(Quantity)

  /// The number itself.
  public var quantity: Quantity {
    switch self {
    case .multiplyRate(let q), .addRatePerYear(let q), .setRatePerYear(let q),
      .setProbability(let q):
      q
    }
  }
}

/// What an intervention does to those it reaches.
public struct Effect: Hashable, Sendable {
  /// What it acts on.
  public var target: EffectTarget
  /// What it does to it.
  public var change: Change

  /// Creates an effect.
  public init(target: EffectTarget, change: Change) {
    self.target = target
    self.change = change
  }
}

/// Something done to eligible residents over time, on top of the place as it is.
public struct Intervention: Hashable, Sendable {
  /// Names it; also the name of its propensity unless one is stated.
  public var id: String
  /// What a reader sees.
  public var name: String
  /// The first month in which it runs.
  public var starts: CalendarMonth
  /// The first month in which it no longer runs; nil if it goes on to the end.
  public var ends: CalendarMonth?
  /// Who it is for, from the state at the start of each step.
  public var eligible: Eligibility
  /// Interventions that name the same propensity reach the same people first.
  public var propensity: String
  /// Whom it reaches when.
  public var reach: Reach
  /// What it changes for those reached.
  public var effects: [Effect]
  /// Moves made once, in the step in which a resident is first reached.
  public var once: [Trigger]
  /// New starts a year that there are places for; nil for no limit.
  public var capacityPerYear: Quantity?
  /// What it costs.
  public var costs: [InterventionCost]
  /// The resources it takes.
  public var uses: [InterventionUse]
  /// QALYs gained per year that a resident is reached; nil for none.
  public var utilityGain: Quantity?
  /// The ambition in force; nil when it is done as its file writes it.
  public var ambition: Ambition?
  /// What the table of who is credited with what calls what several interventions do together.
  static let reservedIDs = ["overlap"]

  /// Creates an intervention.
  public init(
    id: String, name: String? = nil, starts: CalendarMonth, ends: CalendarMonth? = nil,
    eligible: Eligibility = Eligibility(), propensity: String? = nil,
    reach: Reach = Reach(share: 1), effects: [Effect] = [], once: [Trigger] = [],
    capacityPerYear: Quantity? = nil, costs: [InterventionCost] = [],
    uses: [InterventionUse] = [], utilityGain: Quantity? = nil, ambition: Ambition? = nil
  ) {
    self.id = id
    self.name = name ?? id
    self.starts = starts
    self.ends = ends
    self.eligible = eligible
    self.propensity = propensity ?? id
    self.reach = reach
    self.effects = effects
    self.once = once
    self.capacityPerYear = capacityPerYear
    self.costs = costs
    self.uses = uses
    self.utilityGain = utilityGain
    self.ambition = ambition
  }
}

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
}
