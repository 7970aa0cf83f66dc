import SegmentModel
import SegmentSimulation

/// A scenario whose difference from a baseline is shared out among its interventions.
///
/// What is shared out are the interventions that the two do not have alike: those of the scenario
/// alone, those that it has in another form, and those of the baseline that it does without.
public struct AttributedScenario: Sendable {
  /// The model.
  public let model: Model
  /// What the scenario is compared with.
  public let baseline: Scenario
  /// The scenario.
  public let scenario: Scenario
  /// The ids of the interventions that share the difference, those of the scenario first.
  public let ids: [String]

  /// Scenarios that differ in at least one intervention and in at most ``AttributionPlan/most``.
  ///
  /// Throws ``AnalysisError`` otherwise.
  public init(model: Model, baseline: Scenario, scenario: Scenario) throws {
    let known = Dictionary(
      baseline.interventions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let own = Set(scenario.interventions.map(\.id))
    let ids =
      scenario.interventions.filter { known[$0.id] != $0 }.map(\.id)
      + baseline.interventions.map(\.id).filter { !own.contains($0) }
    guard !ids.isEmpty, ids.count <= AttributionPlan.most else {
      throw AnalysisError(
        "the scenario '\(scenario.id)' differs from '\(baseline.id)' in \(ids.count) interventions, "
          + "which must be from 1 to \(AttributionPlan.most) to be credited")
    }
    (self.model, self.baseline, self.scenario) = (model, baseline, scenario)
    self.ids = ids
  }

  /// The same scenarios with other numbers, such as those of a draw.
  public func with(model: Model, baseline: Scenario, scenario: Scenario) -> AttributedScenario {
    AttributedScenario(model: model, baseline: baseline, scenario: scenario, ids: ids)
  }

  private init(model: Model, baseline: Scenario, scenario: Scenario, ids: [String]) {
    (self.model, self.baseline, self.scenario) = (model, baseline, scenario)
    self.ids = ids
  }

  /// What a reader calls an intervention, by its place in ``ids``.
  public func name(_ place: Int) -> String {
    if let own = scenario.interventions.first(where: { $0.id == ids[place] }) { return own.name }
    let lost = baseline.interventions.first { $0.id == ids[place] }
    return "without \(lost?.name ?? ids[place])"
  }

  /// The scenario in which some of them are as in the scenario and the others as in the baseline.
  public func with(_ subset: InterventionSet) -> Scenario {
    if subset == InterventionSet(first: ids.count) { return scenario }
    let taken = Set(ids.indices.filter(subset.has).map { ids[$0] })
    let shared = Set(ids)
    func old(_ id: String) -> Intervention? { baseline.interventions.first { $0.id == id } }
    let listed = scenario.interventions.compactMap { own in
      shared.contains(own.id) && !taken.contains(own.id) ? old(own.id) : own
    }
    let kept = baseline.interventions.filter { lost in
      !scenario.interventions.contains { $0.id == lost.id } && !taken.contains(lost.id)
    }
    return Scenario(
      id: "\(scenario.id)+\(subset.rawValue)", name: scenario.name, interventions: listed + kept)
  }
}
