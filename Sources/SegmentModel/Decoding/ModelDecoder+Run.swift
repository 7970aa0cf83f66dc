extension ModelDecoder {
  /// Reads everything that a run needs; nil when there are mistakes.
  func run(_ paths: [String], baseline path: String?) -> LoadedRun? {
    let tops = paths.compactMap { path in open(path) }
    checkKinds(tops, count: paths.count)
    let given = tops.filter { $0.kind == .scenario }.map(\.node)
    let explicit = path.flatMap(openScenario)
    place = tops.first { $0.kind == .place }?.node ?? findPlace(of: given)
    let model = place.flatMap { place($0) }
    let baselineTop = path == nil ? place.flatMap { resolve($0["baseline"], .scenario) } : explicit
    let baseline = baselineTop.map(scenario) ?? Scenario(id: "baseline", name: "Baseline")
    let others = given.filter { $0.identity != baselineTop?.identity }
    let scenarios = others.map(scenario)
    checkIDs(baseline, baselineTop, scenarios, others)
    guard log.isEmpty, let model, let baseline else { return nil }
    return LoadedRun(
      model: model, baseline: baseline, scenarios: scenarios.compactMap { $0 },
      inputs: inputs.sorted,
      files: store.files.map { InputFile(path: $0.path, bytes: $0.text.bytes) })
  }

  /// Reads a file of any kind as far as it makes sense by itself, and says which kind it is.
  func check(_ path: String) -> FileKind? {
    guard let (top, kind) = open(path) else { return nil }
    switch kind {
    case .place, .scenario:
      _ = run([path], baseline: nil)
      if kind == .place, log.isEmpty, top["claims"] != nil { _ = claims(path) }
    case .claims where top["place"] == nil: claims(top)
    case .claims: _ = claims(path)
    case .population: _ = population(top)
    case .pathway: pathway(top)
    case .events:
      var seen: [String: Node] = [:]
      _ = events(in: top, seen: &seen)
    case .sources: _ = sources(top)
    case .intervention:
      var setters: [EffectTarget: Node] = [:]
      _ = intervention(InterventionDraft(top: top, named: top), setters: &setters)
    }
    return kind
  }

  private func checkKinds(_ tops: [(node: Node, kind: FileKind)], count: Int) {
    for top in tops where top.kind != .scenario {
      let tag = top.node["segflow"] ?? top.node
      if top.kind != .place {
        report(.wrongFile(found: top.kind, expected: "a scenario or a place"), at: tag)
      } else if count > 1 {
        report(.placeAmongOthers, at: tag)
      }
    }
  }

  private func openScenario(_ path: String) -> Node? {
    guard let (top, kind) = open(path) else { return nil }
    guard kind == .scenario else {
      report(.wrongFile(found: kind, expected: "a scenario"), at: top["segflow"] ?? top)
      return nil
    }
    return top
  }

  func checkIDs(
    _ baseline: Scenario?, _ baselineTop: Node?, _ scenarios: [Scenario?], _ tops: [Node]
  ) {
    var seen: [String: String] = [:]
    if let id = baseline?.id { seen[id] = baselineTop?.place ?? "the baseline" }
    for (scenario, top) in zip(scenarios, tops) {
      guard let id = scenario?.id, !id.isEmpty else { continue }
      if let first = seen[id] {
        report(.duplicateID("scenario", id, first: first), at: top["id"] ?? top)
      }
      seen[id] = seen[id] ?? (top["id"] ?? top).place
    }
  }
}
