import SegmentAnalysis
import SegmentModel
import SegmentSimulation

/// The table of what a reader calls the ids that stand in the other tables.
enum NameTable {
  /// One row for each thing that has a name, in file order.
  static func table(
    _ comparison: Comparison, inputs: [InputNumber], choices: String
  ) -> CSVTable {
    var table = CSVTable(header: ["kind", "id", "name"], choices: choices)
    let numbers = NumberNames(inputs, model: comparison.model).uncertain
    for (kind, id, name) in rows(comparison) + numbers.map({ ("parameter", $0.id, $0.name) }) {
      table.append([.text(kind), .text(id), .text(name)])
    }
    return table
  }

  typealias Row = (kind: String, id: String, name: String)

  static func rows(_ comparison: Comparison) -> [Row] {
    let model = comparison.model
    let plan = model.population
    let scenarios: [Row] = comparison.scenarios.map { ("scenario", $0.id, $0.name) }
    let interventions: [Row] = comparison.catalogue.interventions.map {
      ("intervention", $0.id, $0.name)
    }
    return [("place", model.id, model.name)] + model.choices.flatMap(rows) + scenarios
      + interventions + ambitions(comparison)
      + model.payers.map { ("payer", $0.id, $0.name) }
      + model.services.map { ("service", $0.id, $0.name) }
      + (model.spendSegments?.segments ?? []).map { ("spend_segment", $0.id, $0.name) }
      + model.counts.map { ("count", $0.id, $0.name) }
      + model.outcomes.map { ("outcome", $0.id, $0.name) }
      + model.outcomes.compactMap { outcome in outcome.whole.map { ("whole", outcome.id, $0) } }
      + model.outcomes.compactMap { outcome in
        outcome.definition.map { ("definition", outcome.id, $0) }
      }
      + model.resources.map { ("resource", $0.id, $0.name) }
      + [("group_kind", TallyGroup.Kind.area.rawValue, plan.areaLabel)]
      + plan.areas.map { ("area", $0.id, $0.name) }
      + model.pathways.flatMap(rows) + model.events.map { ("event", $0.id, $0.name) }
      + model.sources.map { ("source", $0.id, $0.citation) }
  }

  /// The rows of a choice and its options.
  static func rows(_ choice: Choice) -> [Row] {
    [("choice", choice.id, choice.name)]
      + choice.options.map { ("option", "\(choice.id)=\($0.id)", $0.name) }
  }

  /// The ambitions that are in force in some scenario.
  private static func ambitions(_ comparison: Comparison) -> [Row] {
    var seen: Set<String> = []
    return comparison.scenarios.flatMap(\.interventions).compactMap { intervention in
      guard let ambition = intervention.ambition else { return nil }
      let id = "\(intervention.id)/\(ambition.id)"
      return seen.insert(id).inserted ? ("ambition", id, ambition.name) : nil
    }
  }

  private static func rows(_ pathway: Pathway) -> [Row] {
    [("pathway", pathway.id, pathway.name)]
      + pathway.segments.map { ("segment", "\(pathway.id)/\($0.id)", $0.name) }
      + pathway.moves.map { ("move", $0.id, $0.name) }
  }
}
