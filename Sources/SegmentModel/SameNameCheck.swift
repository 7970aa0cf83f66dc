/// Finds things of a run that tables show beside one another under the same name.
struct SameNameCheck {
  let run: LoadedRun

  var warnings: [String] {
    let model = run.model
    let scenarios = [run.baseline] + run.scenarios
    let plan = model.population
    return twins("scenarios", scenarios.map { ($0.id, $0.name) })
      + twins("interventions", scenarios.flatMap(\.interventions).map { ($0.id, $0.name) })
      + twins("outcomes", model.outcomes.map { ($0.id, $0.name) })
      + twins("payers", model.payers.map { ($0.id, $0.name) })
      + twins("resources", model.resources.map { ($0.id, $0.name) })
      + twins("areas", plan.areas.map { ($0.id, $0.name) })
      + twins("pathways", model.pathways.map { ($0.id, $0.name) })
      + model.pathways.flatMap { pathway in
        twins("segments of '\(pathway.id)'", pathway.segments.map { ($0.id, $0.name) })
      }
  }

  /// Says which of some things go by a name that an earlier one has.
  private func twins(_ what: String, _ things: [(id: String, name: String)]) -> [String] {
    var first: [String: String] = [:]
    var said: Set<String> = []
    return things.compactMap { id, name in
      guard let other = first[name] else {
        first[name] = id
        return nil
      }
      guard other != id, said.insert(id).inserted else { return nil }
      return "the \(what) '\(other)' and '\(id)' are both called '\(name)', so tables and charts "
        + "cannot tell them apart"
    }
  }
}
