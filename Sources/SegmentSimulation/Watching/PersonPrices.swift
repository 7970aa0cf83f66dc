import SegmentModel

/// What a model's costs and outcomes come to for one resident.
///
/// Spend is counted in units of which 2,400 make a pound: a penny, shared by the 24 half-months of a
/// year, so that every cycle weight of a price in whole pence is a whole number. Prices are rounded
/// to whole pence.
struct PersonPrices {
  /// For each happening: spend units each time.
  let events: [Int64]
  /// For each happening, whether it counts as the headline outcome.
  let isHeadline: [Bool]
  /// For each pathway with costs: its index, and spend units of each segment for 1/24 of a year.
  let running: [(pathway: Int, units: [Int64])]
  /// Spend units in a penny, and 24ths in a year.
  static let parts: Int64 = 24
  /// The first step followed.
  let firstStep: Int
  /// How many steps are followed.
  let steps: Int
  /// Steps in a year.
  let stepsInYear: Int
  private let weights: CycleWeights
  private let step: StepLength

  init(model: Model, step: StepLength, following years: FollowedYears) {
    let counted = model.spendSegments?.services ?? []
    func pence(_ pounds: Quantity, _ service: Int?) -> Int64 {
      guard let service, counted.contains(service) else { return 0 }
      return Int64((pounds.scalar * 100).rounded())
    }
    let happenings = model.happenings
    events = happenings.map { event in
      event.costs.reduce(0) { $0 + Self.parts * pence($1.pounds, $1.service) }
    }
    isHeadline = happenings.map { $0.outcome == 0 }
    running = model.pathways.enumerated().compactMap { index, pathway in
      let units = pathway.segments.map { segment in
        segment.costs.reduce(0) { $0 + pence($1.poundsPerYear, $1.service) }
      }
      return units.contains { $0 != 0 } ? (index, units) : nil
    }
    firstStep = (years.from.ordinal - model.start.ordinal) / step.months
    steps = years.years * 12 / step.months
    stepsInYear = 12 / step.months
    weights = model.cycleWeights
    self.step = step
  }

  /// The last boundary followed.
  var lastBoundary: Int { firstStep + steps }

  /// The year that holds a step of the run; nil before the first and after the last.
  func year(ofStep step: Int) -> Int? {
    (firstStep..<lastBoundary).contains(step) ? (step - firstStep) / stepsInYear : nil
  }

  /// The year that a boundary of the run starts; the number of years for the last boundary, and
  /// nil for others.
  func year(startingAt boundary: Int) -> Int? {
    let (passed, isWithin) = (boundary - firstStep, (firstStep...lastBoundary).contains(boundary))
    return isWithin && passed % stepsInYear == 0 ? passed / stepsInYear : nil
  }

  /// The years that a boundary of the run counts in, each with how many 24ths of a year.
  func shares(ofBoundary boundary: Int) -> [(year: Int, parts: Int64)] {
    var shares: [(year: Int, parts: Int64)] = []
    func add(step: Int, _ years: KeyPath<StepWeights, Double>) {
      guard let year = year(ofStep: step) else { return }
      let weights = StepWeights(
        weights, stepYears: self.step.years, isLast: step - firstStep == steps - 1)
      let parts = Int64((weights[keyPath: years] * Double(Self.parts)).rounded())
      if parts > 0 { shares.append((year, parts)) }
    }
    add(step: boundary - 1, \.end)
    add(step: boundary, \.start)
    return shares
  }
}
