import SegmentModel

/// A number that a replicate of a scenario gives, for the reported period.
///
/// Years are reported years from 0, nil for the whole period; boundaries are starts of reported
/// years, the last being the end of the period; groups index ``TallyLayout/groups``; items, causes
/// and interventions index the lists of ``Catalogue``; rates index ``Catalogue/discountRates``;
/// resources index ``Model/resources``.
public enum Measure: Hashable, Sendable {
  /// How often an outcome was counted, from one cause or (nil) from all.
  case outcome(Int, cause: Int?, year: Int?, group: Int)
  /// Residents who died.
  case deaths(year: Int?)
  /// Pounds spent on an item.
  case cost(item: Int, rate: Int, year: Int?)
  /// How many units of an item with one price were paid for.
  case units(item: Int, year: Int?)
  /// Pounds of a category (nil for all) paid by a payer (nil for all).
  case spending(category: CostCategory?, payer: Int?, rate: Int, year: Int?)
  /// Undiscounted pounds of a category (nil for all) paid by a payer (nil for all) for the residents of a
  /// group that is not everybody.
  case groupSpending(category: CostCategory?, payer: Int?, year: Int?, group: Int)
  /// The amount of a resource that an item of ``Catalogue/uses`` takes, in the resource's unit.
  case use(item: Int, year: Int?)
  /// The amount of a resource that is taken in all, in its unit.
  case resource(Int, year: Int?)
  /// Years lived.
  case lifeYears(rate: Int, year: Int?)
  /// Quality-adjusted life-years.
  case qalys(rate: Int, year: Int?)
  /// Living residents.
  case residents(boundary: Int, group: Int)
  /// Residents in a segment (flat index).
  case occupancy(segment: Int, boundary: Int, group: Int)
  /// How often a happening with a move of its own befell anybody.
  case moved(happening: Int, year: Int, group: Int)
  /// How often a trigger moved somebody; triggers are numbered through all happenings.
  case triggered(Int, year: Int, group: Int)
  /// How often one of the moves that an intervention makes once moved somebody.
  case movedOnce(intervention: Int, move: Int, year: Int, group: Int)
  /// Residents first reached by an intervention.
  case started(intervention: Int, year: Int?, group: Int)
  /// Residents reached by an intervention in the last step before a boundary.
  case reached(intervention: Int, boundary: Int, group: Int)
}
