/// What a pound or a QALY is worth at the base date, by when in the reported period it counts.
struct DiscountFactors {
  /// By reported step: in its middle.
  let midStep: [Double]
  /// By boundary, the end of the last step included.
  let atBoundary: [Double]

  /// The factors at a rate a year.
  init(ratePerYear: Double, timeline: Timeline) {
    midStep = (0..<timeline.steps).map {
      Discounting.factor(ratePerYear: ratePerYear, years: timeline.elapsedYears(midStep: $0))
    }
    atBoundary = (0...timeline.steps).map {
      Discounting.factor(ratePerYear: ratePerYear, years: timeline.elapsedYears(atBoundary: $0))
    }
  }
}
