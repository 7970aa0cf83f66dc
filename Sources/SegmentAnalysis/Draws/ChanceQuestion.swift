/// A question about a scenario that each replicate of each draw answers with yes or no.
public enum ChanceQuestion: Hashable, Sendable {
  /// Whether all that a payer (nil for all) spends is less than in the baseline, discounted at a rate
  /// of ``Catalogue/discountRates``.
  case savesMoney(payer: Int?, rate: Int)
  /// Whether an outcome is counted less often than in the baseline.
  case avoidsAny(outcome: Int)
  /// Whether no other scenario, the baseline among them, spends less in all; equals share it.
  case costsLeast(rate: Int)
  /// Whether in no other scenario, the baseline among them, the headline outcome is counted less
  /// often; equals share it.
  case avoidsMost
  /// Whether the rate of the headline outcome falls more in the most than in the least deprived group,
  /// whichever of them starts with the higher one.
  case mostDeprivedGainMore
}
