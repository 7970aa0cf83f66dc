extension ModelDecoder {
  private static let placeKeys = [
    "segflow", "evidence", "id", "name", "start", "reportFrom", "years", "step", "priceYear",
    "discountRatesPerYear", "cycleWeights", "baseUtility", "willingnessToPay", "choices",
    "payers", "services", "spendSegments", "counts", "outcomes", "resources", "population",
    "pathways", "events", "targets", "sources", "baseline", "claims",
  ]

  private static let neededPlaceKeys = [
    "id", "start", "years", "payers", "outcomes", "population", "pathways",
  ]

  /// A place with everything it names, but without its baseline.
  ///
  /// Fixes the names of everything that scenarios can refer to.
  func place(_ top: Node) -> Model? {
    let what = FileKind.place.noun
    guard
      let plain = record(top, what, keys: Self.placeKeys, required: Self.neededPlaceKeys)
    else { return nil }
    let choices = choices(of: plain)
    let sources = sources(of: plain)
    let record = takingEvidence(takingFileEvidence(plain))
    place = record.node
    let payers = things(record["payers"], "payer", mayBeEmpty: false)
    let services = services(record)
    names.payers = nameList("payer", payers)
    let outcomes = outcomes(record)
    let spend = spendSegments(of: record)
    let resources = resources(record)
    let frame = frame(record)
    let population = resolve(record["population"], .population).flatMap(population)
    let goals = goals(record)
    let pathways = pathways(record["pathways"])
    let events = events(record["events"])
    let counts = holdingCounts(record)
    names.targets = TargetList(
      pathways.outlines + events.outlines,
      isOpen: pathways.isOpen || events.isOpen || record.misspelt.contains("events"))
    let happenings = pathways.pathways.flatMap(\.moves) + events.events
    // What could not be read may have a cause that nothing else has.
    let isWhole = happenings.count == pathways.outlines.count + events.outlines.count
    names.causes = causes(happenings, isOpen: names.targets.list.isOpen || !isWhole)
    let targets = targets(goals)
    checkSettlements(pathways.pathways, events.events)
    checkUtility(frame?.baseUtility, at: record["baseUtility"])
    guard var model = frame, let population else { return nil }
    model.targets = targets
    model.choices = choices
    model.payers = payers.list.map { Payer(id: $0.id, name: $0.name) }
    model.services = services
    model.spendSegments = spend
    model.counts = counts
    model.outcomes = outcomes
    model.resources = resources
    model.population = population
    model.pathways = pathways.pathways
    model.events = events.events
    model.sources = sources
    return model
  }

  /// The outcomes of a place; fixes their names.
  private func outcomes(_ place: Record) -> [Outcome] {
    let node = place["outcomes"]
    let elements = list(node, of: "outcomes", mayBeEmpty: false)
    var seen: [String: Node] = [:]
    let outcomes = elements.compactMap { element -> Outcome? in
      let keys = ["id", "name", "whole", "definition"]
      guard let record = record(element, "an outcome", keys: keys, required: ["id"]) else {
        return nil
      }
      let (name, whole) = (words(record["name"]), words(record["whole"]))
      let definition = words(record["definition"])
      guard let id = id(record["id"], "outcome", seen: &seen) else { return nil }
      check(record["id"], id, of: "an outcome", isNone: Outcome.reservedIDs)
      return Outcome(id: id, name: name, whole: whole, definition: definition)
    }
    names.outcomes = nameList(
      "outcome",
      (
        outcomes.map { ($0.id, $0.name) },
        node?.isList == true && !outcomes.isEmpty && outcomes.count == elements.count
      ))
    return outcomes
  }

  /// The causes under which each outcome is counted.
  private func causes(_ happenings: [Event], isOpen: Bool) -> [NameList] {
    names.outcomes.names.enumerated().map { outcome, id in
      let causes = happenings.filter { $0.outcome == outcome }.map(\.cause).distinct
      return NameList(noun: "cause", owner: id, names: causes, isOpen: isOpen)
    }
  }

  /// A place that stands inside a scenario takes the evidence that the scenario's file states.
  private func takingFileEvidence(_ place: Record) -> Record {
    let file = place.node.file
    guard !place.node.value.path.isEmpty, let root = file.root,
      let stated = Node(value: root, file: file)["evidence"]
    else { return place }
    return place.withEvidence(evidence(stated))
  }

  private func nameList(
    _ noun: String, _ things: (list: [(id: String, name: String?)], isWhole: Bool)
  ) -> NameList {
    NameList(noun: noun, names: things.list.map(\.id), isOpen: !things.isWhole)
  }

  /// The sources of a place; numbers are read only once these are known.
  private func sources(of place: Record) -> [Source] {
    guard let node = place["sources"] else {
      if place.lacks("sources") { names.sources = NameList(noun: "source") }
      return []
    }
    return resolve(node, .sources).map(sources) ?? []
  }

  /// A list of sources.
  func sources(_ top: Node) -> [Source] {
    let keys = ["segflow", "sources"]
    guard let record = record(top, FileKind.sources.noun, keys: keys, required: ["sources"]),
      let node = record["sources"]
    else { return [] }
    let elements = list(node, of: "sources")
    var seen: [String: Node] = [:]
    let sources = elements.compactMap { element -> Source? in
      let keys = ["id", "citation"]
      guard let record = self.record(element, "a source", keys: keys, required: keys) else {
        return nil
      }
      let citation = words(record["citation"])
      return id(record["id"], "source", seen: &seen).map {
        Source(id: $0, citation: citation ?? "")
      }
    }
    guard node.isList else { return [] }
    names.sources = NameList(
      noun: "source", names: sources.map(\.id), isOpen: sources.count < elements.count)
    return sources
  }

  // MARK: - Calendar and money

  /// What a place says by itself, without people, pathways and events.
  private func frame(_ record: Record) -> Model? {
    let id = identifier(record["id"])
    let name = words(record["name"])
    let start = month(record["start"])
    let reportFrom = month(record["reportFrom"])
    let years = integer(record["years"], in: 1...Self.mostYears)
    let step = choice(record["step"], of: StepLength.self)
    let priceYear = words(record["priceYear"])
    let rates = discountRates(record["discountRatesPerYear"])
    let weights = choice(record["cycleWeights"], of: CycleWeights.self)
    let utility = quantity(record["baseUtility"], .utility)
    let prices = willingnessToPay(record["willingnessToPay"])
    if let node = record["willingnessToPay"], record.lacks("baseUtility") {
      report(.missingKey("baseUtility", of: "a place with 'willingnessToPay'"), at: node)
    }
    names.start = start
    let isStated = record["reportFrom"] != nil || !record.lacks("reportFrom")
    if let first = isStated ? reportFrom : start, let years {
      names.end = CalendarMonth(ordinal: first.ordinal + 12 * years)
    }
    names.step = record.lacks("step") ? .quarter : step
    if let start, let reportFrom, let node = record["reportFrom"] {
      checkReport(from: reportFrom, start: start, at: node)
    }
    guard let id, let start, let years else { return nil }
    return Model(
      id: id, name: name, start: start, reportFrom: reportFrom, years: years,
      step: step ?? .quarter, priceYear: priceYear ?? "", discountRatesPerYear: rates ?? [.none],
      cycleWeights: weights ?? .trapezoid, baseUtility: utility, willingnessToPay: prices,
      population: PopulationPlan(residents: 1), pathways: [])
  }

  /// Years for which a place may be reported, and those before.
  private static var mostYears: Int { 200 }

  /// Whoever is of one age band of the population has one utility: years lived are counted by band.
  private func checkUtility(_ utility: Quantity?, at node: Node?) {
    guard let node, let tree = utility?.values, !names.ageBands.isEmpty else { return }
    for ages in tree.ages where !names.ageBands.contains(where: { $0.lower == ages.lower }) {
      report(.notWholeBands(ages, names.ageBands), at: node)
    }
  }

  private func checkReport(from reportFrom: CalendarMonth, start: CalendarMonth, at node: Node) {
    if reportFrom < start {
      report(.before(reportFrom, start: start), at: node)
    } else if (reportFrom.ordinal - start.ordinal) % 12 != 0 {
      report(.offYear(reportFrom, start: start), at: node)
    } else if reportFrom.ordinal - start.ordinal > 12 * Self.mostYears {
      report(.tooLate(reportFrom, start: start, years: Self.mostYears), at: node)
    }
  }

  private func discountRates(_ node: Node?) -> [DiscountRate]? {
    guard let node else { return nil }
    let elements = list(node, of: "rates", mayBeEmpty: false)
    var rates: [DiscountRate] = []
    for element in elements {
      guard let rate = discountRate(element) else { continue }
      if rates.contains(rate) { report(.rateTwice(rate), at: element) }
      rates.append(rate)
    }
    return rates
  }

  /// A number for costs and health alike, or an object with one for each.
  private func discountRate(_ node: Node) -> DiscountRate? {
    guard node.isObject else { return number(node, in: 0...1).map { DiscountRate($0) } }
    let keys = ["costs", "health"]
    guard let record = record(node, "a discount rate", keys: keys, required: keys) else {
      return nil
    }
    let (costs, health) = (
      number(record["costs"], in: 0...1), number(record["health"], in: 0...1)
    )
    guard let costs, let health else { return nil }
    return DiscountRate(costs: costs, health: health)
  }

  /// What a QALY is worth, and whoever says so, each price once.
  private func willingnessToPay(_ node: Node?) -> [WillingnessToPay] {
    var prices: [WillingnessToPay] = []
    for element in list(node, of: "prices of a QALY", mayBeEmpty: false) {
      let keys = ["poundsPerQALY", "source"]
      guard let record = record(element, "a price of a QALY", keys: keys, required: keys) else {
        continue
      }
      let pounds = number(record["poundsPerQALY"], in: 0...WillingnessToPay.most)
      let source = lookUp(record["source"], in: names.sources)
      guard let pounds, let source else { continue }
      if prices.contains(where: { $0.poundsPerQALY == pounds }) {
        report(.listedTwice(Mistake.plain(pounds)), at: element)
      }
      prices.append(
        WillingnessToPay(poundsPerQALY: pounds, source: names.sources.names[source]))
    }
    return prices
  }
}
