import SegmentModel

/// What a scenario does that is shared out among its interventions, over the reported period.
public enum AttributedMeasure: Hashable, Sendable {
  /// Times that an outcome (an index into ``Model/outcomes``) befalls residents.
  case outcome(Int)
  /// Pounds that a payer (an index into ``Model/payers``; nil for all) spends, undiscounted.
  case pounds(payer: Int?)
  /// Quality-adjusted life-years, undiscounted, counted as a loss.
  case qalys
  /// Net monetary benefit, in pounds, counted as a loss: all pounds less QALYs at a price, discounted.
  case netBenefit(poundsPerQALY: Double, rate: DiscountRate)

  /// What is shared out of a model: the headline outcome, pounds in all and by payer, and QALYs where
  /// it has them.
  public static func all(of model: Model) -> [AttributedMeasure] {
    let outcome = model.outcomes.isEmpty ? [] : [AttributedMeasure.outcome(0)]
    let payers = model.payers.count > 1 ? model.payers.indices.map { Self.pounds(payer: $0) } : []
    return outcome + (model.payers.isEmpty ? [] : [.pounds(payer: nil)] + payers)
      + (model.baseUtility == nil ? [] : [.qalys])
  }
}
