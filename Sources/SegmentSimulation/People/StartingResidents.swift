import SegmentModel

/// Everybody who is in a place at the start, as far as chances depend on it.
public struct StartingResidents: Sendable {
  /// Every combination of area, deprivation and sex, as attributes of age 0.
  public let strata: [Attributes]
  /// The stratum of each resident, as an index.
  public let stratum: [UInt16]
  /// The age of each resident in completed years.
  public let age: [UInt8]
  /// Where each resident starts: [pathway][resident].
  public let segments: [[UInt8]]

  /// The residents of a model, who start where a run with the same seed lets them start.
  public init(model: Model, seed: UInt64) {
    strata = model.population.strata
    var people = PopulationRoll(model: model, step: model.step)
    people.addResidents()
    stratum = people.stratum
    age = people.birthMonth.map { UInt8(min(-Int($0) / 12, AgeRange.oldest)) }
    let rows = StartAllotment(
      model: model, strata: strata, stepMonths: model.step.months, people: people,
      luck: Luck.start(seed: seed)
    ).rows(threads: 1)
    segments = rows.segments(residents: people.count)
  }
}
