import SegmentModel

/// Every resident who is ever in the place, with what never changes about them and where they start.
///
/// Demography is allotted by quota. Start segments come from fixed keyed uniforms, stratified in
/// groups of 64 neighbours (who are of like age), so that shares are met closely; they are the same
/// in every replicate and scenario.
final class Population: Sendable {
  /// How many residents there are, joiners included.
  let count: Int
  /// Index of the stratum of area, deprivation and sex.
  let stratum: [UInt16]
  /// Month of birth in months after the start of the run; mostly negative.
  let birthMonth: [Int32]
  /// The first step in which the resident lives in the place; 0 for those there at the start.
  let entryStep: [Int32]
  /// Start segment: [pathway][resident].
  let startSegments: [[UInt8]]

  init(model: Model, compiled: CompiledModel, seed: UInt64) {
    var people = PopulationRoll(model: model, step: compiled.step)
    people.addResidents()
    people.addJoiners()
    count = people.stratum.count
    stratum = people.stratum
    birthMonth = people.birthMonth
    entryStep = people.entryStep
    startSegments = StartAllotment(
      model: model, strata: compiled.strata, stepMonths: compiled.step.months, people: people,
      luck: Luck.start(seed: seed)
    ).segments()
  }
}
