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
  let birthMonth: [Int16]
  /// The first step in which the resident lives in the place; 0 for those there at the start.
  let entryStep: [Int16]
  /// Where they start.
  let startRows: StartRows
  private let plan: PopulationPlan
  private let starts: [Start]
  private let people: PopulationRoll

  /// Draws up the residents; what does not differ from `other`, made with the same seed and steps for
  /// another draw of the model, is taken from there.
  init(
    model: Model, compiled: CompiledModel, seed: UInt64, threads: Int = 1,
    sharing other: Population? = nil
  ) {
    plan = model.population
    starts = model.pathways.map(\.start)
    let same = other.flatMap { $0.plan == model.population ? $0 : nil }
    if let same {
      people = same.people
    } else {
      var people = PopulationRoll(model: model, step: compiled.step)
      people.addResidents()
      people.addJoiners()
      self.people = people
    }
    count = people.count
    stratum = people.stratum
    birthMonth = people.birthMonth
    entryStep = people.entryStep
    if let same, same.starts == starts {
      startRows = same.startRows
    } else {
      startRows = StartAllotment(
        model: model, strata: compiled.strata, stepMonths: compiled.step.months, people: people,
        luck: Luck.start(seed: seed), sharing: same.map { ($0.starts, $0.startRows) }
      ).rows(threads: threads)
    }
  }
}
