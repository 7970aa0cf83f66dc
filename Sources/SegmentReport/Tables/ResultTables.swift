import SegmentAnalysis
import SegmentModel
import SegmentSimulation

/// The tidy tables of a comparison: one header row, one fact a row.
public struct ResultTables: Sendable {
  let comparison: Comparison
  /// The options that the numbers hold for.
  private let choices: String
  let intervals: Intervals

  /// The tables of a comparison.
  public init(_ comparison: Comparison, record: RunRecord) {
    self.comparison = comparison
    choices = record.choices.label
    intervals = Intervals(
      level: record.level, draws: comparison.draws.count,
      replicates: comparison.replicates.count)
  }

  /// How often each outcome was counted, by cause, year and group; and deaths.
  public var outcomes: CSVTable {
    var table = CSVTable(
      header: [
        "scenario", "year", "outcome", "cause", "group_kind", "group",
      ] + Self.numberColumns("events"), choices: choices)
    let model = comparison.model
    eachRow { result, measure in
      let names: (outcome: String, cause: String, year: Int?, group: Int)
      switch measure {
      case .outcome(let outcome, let cause, let year, let group):
        let label = cause.map { comparison.catalogue.causes[outcome][$0] } ?? "all"
        names = (model.outcomes[outcome].id, label, year, group)
      case .deaths(let year): names = ("deaths", "all", year, 0)
      default: return
      }
      table.append(
        [
          .text(result.scenario.id), year(names.year), .text(names.outcome), .text(names.cause),
        ] + group(names.group) + numbers(result, measure) { .number($0) })
    }
    return table
  }

  /// Pounds by payer, category and item, year and discount rate.
  public var costs: CSVTable {
    var table = CSVTable(
      header: [
        "scenario", "year", "payer", "category", "item", "service", "discount_rate_per_year",
      ] + Self.numberColumns("pounds") + ["pounds_per_unit", "mean_units"], choices: choices)
    let (model, catalogue) = (comparison.model, comparison.catalogue)
    let prices = comparison.scenarios.map { CostItem.poundsPerUnit(model: model, scenario: $0) }
    eachRow { result, measure in
      let names: (payer: Int?, category: CostCategory?, item: String, rate: Int, year: Int?)
      let service: String
      switch measure {
      case .cost(let index, let rate, let year):
        let item = catalogue.items[index]
        names = (item.payer, item.category, item.id, rate, year)
        service = item.service.map { model.services[$0].id } ?? ""
      case .spending(let category, let payer, let rate, let year):
        names = (payer, category, "all", rate, year)
        service = "all"
      default: return
      }
      table.append(
        [
          .text(result.scenario.id), year(names.year),
          .text(names.payer.map { model.payers[$0].id } ?? "all"),
          .text(names.category?.rawValue ?? "all"), .text(names.item),
          .text(service), .exact(catalogue.discountRates[names.rate]),
        ] + numbers(result, measure) { .pounds($0) }
          + units(result, measure, names.rate == catalogue.undiscounted ? prices : []))
    }
    return table
  }

  /// Undiscounted pounds by payer, category, year and group of residents.
  public var costsByGroup: CSVTable {
    var table = CSVTable(
      header: ["scenario", "year", "payer", "category", "group_kind", "group"]
        + Self.numberColumns("pounds"), choices: choices)
    let payers = comparison.model.payers
    eachRow { result, measure in
      guard case .groupSpending(let category, let payer, let when, let who) = measure else {
        return
      }
      table.append(
        [
          .text(result.scenario.id), year(when), .text(payer.map { payers[$0].id } ?? "all"),
          .text(category?.rawValue ?? "all"),
        ] + group(who) + numbers(result, measure) { .pounds($0) })
    }
    return table
  }

  /// The central price of a unit and how many were paid for, where an item has one price.
  private func units(
    _ result: ScenarioResult, _ measure: Measure, _ prices: [[CostItem: Double]]
  ) -> [CSVTable.Cell] {
    let scenario = comparison.scenarios.firstIndex { $0.id == result.scenario.id }
    guard case .cost(let index, _, let year) = measure, let scenario, !prices.isEmpty,
      let price = prices[scenario][comparison.catalogue.items[index]]
    else { return [.number(nil), .number(nil)] }
    return [.pounds(price), .number(result.value(.units(item: index, year: year))?.mean)]
  }

  /// Amounts of resources by what takes them and year.
  public var resources: CSVTable {
    var table = CSVTable(
      header: [
        "scenario", "year", "resource", "unit", "category", "item",
      ] + Self.numberColumns("amount"), choices: choices)
    let (resources, uses) = (comparison.model.resources, comparison.catalogue.uses)
    eachRow { result, measure in
      let names: (resource: Int, category: String, item: String, year: Int?)
      switch measure {
      case .use(let index, let year):
        let item = uses[index]
        names = (item.resource, item.category.rawValue, item.id, year)
      case .resource(let resource, let year): names = (resource, "all", "all", year)
      default: return
      }
      let resource = resources[names.resource]
      table.append(
        [
          .text(result.scenario.id), year(names.year), .text(resource.id), .text(resource.unit),
          .text(names.category), .text(names.item),
        ] + numbers(result, measure) { .number($0) })
    }
    return table
  }

  /// Residents in each segment at the start and at each year's end; and living residents.
  public var segments: CSVTable {
    var table = CSVTable(
      header: [
        "scenario", "month", "pathway", "segment", "group_kind", "group",
      ] + Self.levelColumns("people"), choices: choices)
    let names = comparison.model.pathways.flatMap { pathway in
      pathway.segments.map { (pathway: pathway.id, segment: $0.id) }
    }
    eachRow { result, measure in
      let place: (pathway: String, segment: String)
      let (boundary, who): (Int, Int)
      switch measure {
      case .residents(let at, let group):
        (place, boundary, who) = (("all", "living"), at, group)
      case .occupancy(let segment, let at, let group):
        (place, boundary, who) = (names[segment], at, group)
      default: return
      }
      table.append(
        [
          .text(result.scenario.id), month(boundary), .text(place.pathway), .text(place.segment),
        ] + group(who) + levels(result, measure))
    }
    return table
  }

  /// Moves between segments by year: own moves, those that happenings trigger, and those that
  /// interventions make once.
  public var flows: CSVTable {
    var table = CSVTable(
      header: [
        "scenario", "year", "pathway", "move", "from", "to", "kind", "group_kind", "group",
      ] + Self.levelColumns("moves"), choices: choices)
    let happenings = comparison.model.happenings
    let triggers = happenings.flatMap { event in
      event.triggers.map { move("\(event.id)/\($0.id)", $0.pathway, $0.from, $0.to) }
    }
    let own = happenings.map { event in
      event.move.map { move(event.id, $0.pathway, $0.from, $0.to) } ?? []
    }
    eachRow { result, measure in
      let names: [CSVTable.Cell]
      let (kind, when, who): (String, Int, Int)
      switch measure {
      case .moved(let index, let year, let group):
        names = own[index]
        (kind, when, who) = ("own", year, group)
      case .triggered(let index, let year, let group):
        names = triggers[index]
        (kind, when, who) = ("triggered", year, group)
      case .movedOnce(let index, let place, let year, let group):
        let intervention = comparison.catalogue.interventions[index]
        let trigger = intervention.once[place]
        guard result.scenario.moves(trigger, onceBy: intervention.id) else { return }
        names = move(
          "\(intervention.id)/\(trigger.id)", trigger.pathway, trigger.from, trigger.to)
        (kind, when, who) = ("once", year, group)
      default: return
      }
      table.append(
        [.text(result.scenario.id), year(when)] + names + [.text(kind)] + group(who)
          + levels(result, measure))
    }
    return table
  }

  /// The pathway and id of a move, the segments it may start in, and where it ends.
  private func move(_ id: String, _ pathway: Int, _ from: Set<Int>, _ to: Int) -> [CSVTable.Cell] {
    let pathway = comparison.model.pathways[pathway]
    let segments = pathway.segments.map(\.id)
    return [
      .text(pathway.id), .text(id),
      .text(from.sorted().map { segments[$0] }.joined(separator: " ")),
      .text(segments[to]),
    ]
  }

  /// People whom each intervention reached, by year and group.
  public var reach: CSVTable {
    var table = CSVTable(
      header: [
        "scenario", "intervention", "ambition", "year", "group_kind", "group",
      ] + Self.valueColumns("started_people") + ["mean_reached_in_last_step_people"],
      choices: choices)
    eachRow { result, measure in
      guard case .started(let index, let when, let who) = measure else { return }
      let id = comparison.catalogue.interventions[index].id
      guard let own = result.scenario.interventions.first(where: { $0.id == id }) else { return }
      let started = result.value(measure)
      let reached = when.flatMap {
        result.value(.reached(intervention: index, boundary: $0 + 1, group: who))
      }
      table.append(
        [
          .text(result.scenario.id), .text(id), .text(own.ambition?.id ?? ""), year(when),
        ] + group(who) + values(started) { .number($0) } + [.number(reached?.mean)])
    }
    return table
  }
}
