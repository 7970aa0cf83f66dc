extension ModelDecoder {
  /// Reads everything that a run needs, world by world; nil when there are mistakes.
  ///
  /// `asked` are options that take the place of what scenarios state. With `everyOption`, the
  /// files are also read under each option that is not a default.
  func run(
    _ paths: [String], baseline path: String?,
    choose asked: [(choice: String, options: [String])] = [], everyOption: Bool = false
  ) -> [LoadedRun]? {
    let (tops, repeats) = opened(paths)
    checkKinds(tops, count: paths.count - repeats)
    let given = tops.filter { $0.kind == .scenario }.map(\.node)
    let explicit = path.flatMap(openScenario)
    let placeTop = tops.first { $0.kind == .place }?.node ?? findPlace(of: given)
    place = placeTop
    // Read under the defaults first, which also tells what choices there are.
    var model = placeTop.flatMap { place($0) }
    options = names.choices.names.map { _ in 0 }
    let baselineTop = path == nil ? place.flatMap { resolve($0["baseline"], .scenario) } : explicit
    let others = given.filter { $0.identity != baselineTop?.identity }
    var runs: [LoadedRun] = []
    for (options, tops) in plan(baselineTop, others, asked: asked) {
      guard var run = world(options, placeTop, &model, baselineTop, tops) else { continue }
      run.comparesBaseline = others.count < given.count
      runs.append(run)
    }
    if everyOption, log.isEmpty { checkOptions(placeTop, [baselineTop].compactMap { $0 } + others) }
    return complete(runs)
  }

  /// Reads a place, its baseline and scenarios under some options; nil when there are mistakes.
  ///
  /// `model` is the place as read under the options now in force, and becomes that under the new
  /// ones. `meanwhile` hears the scenarios, the baseline first, nil where there are mistakes.
  func world(
    _ options: [Int], _ placeTop: Node?, _ model: inout Model?, _ baselineTop: Node?,
    _ tops: [Node], meanwhile: ([Scenario?]) -> Void = { _ in }
  ) -> LoadedRun? {
    if options != self.options {
      turn(to: options)
      model = log.isEmpty ? placeTop.flatMap { place($0) } : nil
    }
    let baseline = baselineTop.map(scenario) ?? Scenario(id: "baseline", name: "Baseline")
    let scenarios = tops.map(scenario)
    checkIDs(baseline, baselineTop, scenarios, tops)
    checkGroups()
    meanwhile([baseline] + scenarios)
    guard log.isEmpty, let model, let baseline else { return nil }
    return LoadedRun(
      choices: World(choices: model.choices, options: options), model: model, baseline: baseline,
      scenarios: scenarios.compactMap { $0 }, inputs: inputs.sorted, files: [])
  }

  /// The runs with all files that were read for any of them; nil when there are mistakes.
  func complete(_ runs: [LoadedRun]) -> [LoadedRun]? {
    guard log.isEmpty, !runs.isEmpty else { return nil }
    let files = store.files.map { InputFile(path: $0.path, bytes: $0.text.bytes) }
    return runs.map { run in
      var run = run
      run.files = files
      return run
    }
  }

  /// The worlds that scenarios need, in the order met, with the scenarios that need each.
  ///
  /// What the baseline states holds for scenarios that state nothing else.
  private func plan(
    _ baseline: Node?, _ scenarios: [Node], asked: [(choice: String, options: [String])]
  ) -> [(options: [Int], scenarios: [Node])] {
    let asked = askedOptions(asked)
    let usual = baseline.map(options) ?? [:]
    var plan: [(options: [Int], scenarios: [Node])] = []
    for scenario in scenarios.isEmpty ? [nil] : scenarios.map(Optional.some) {
      let stated = scenario.map(options) ?? [:]
      let each = names.choices.names.indices.map { asked[$0] ?? [stated[$0] ?? usual[$0] ?? 0] }
      for options in combinations(each) {
        if let index = plan.firstIndex(where: { $0.options == options }) {
          if let scenario { plan[index].scenarios.append(scenario) }
        } else {
          plan.append((options, scenario.map { [$0] } ?? []))
        }
      }
    }
    return plan
  }

  /// Reads a place and its scenarios under each option that is not a default, by itself.
  private func checkOptions(_ placeTop: Node?, _ scenarios: [Node]) {
    for (choice, list) in names.options.enumerated() {
      for option in list.names.indices.dropFirst() where log.isEmpty {
        var options = names.choices.names.map { _ in 0 }
        options[choice] = option
        turn(to: options)
        _ = placeTop.flatMap { place($0) }
        _ = scenarios.map(scenario)
        checkGroups()
      }
    }
  }

  /// The tops of the files given, and how many of them were given before.
  private func opened(_ paths: [String]) -> (tops: [(node: Node, kind: FileKind)], repeats: Int) {
    var tops: [(node: Node, kind: FileKind)] = []
    var repeats = 0
    for path in paths {
      guard let top = open(path) else { continue }
      if tops.contains(where: { $0.node.identity == top.node.identity }) {
        log.report(.listedTwice(path), file: path)
        repeats += 1
      } else {
        tops.append(top)
      }
    }
    return (tops, repeats)
  }

  /// Reads a file of any kind as far as it makes sense by itself, and says which kind it is.
  func check(_ path: String) -> FileKind? {
    guard let (top, kind) = open(path) else { return nil }
    switch kind {
    case .place, .scenario:
      _ = run([path], baseline: nil, everyOption: true)
      if log.isEmpty, let top = resolve(place?["claims"], .claims) { _ = claims(in: top) }
    case .claims where top["place"] == nil: claims(top)
    case .claims: _ = claims(in: top)
    case .population: _ = population(top)
    case .pathway: pathway(top)
    case .events:
      var seen: [String: Node] = [:]
      _ = events(in: top, seen: &seen)
    case .targets: _ = targets(goals(in: top))
    case .sources: _ = sources(top)
    case .intervention:
      var setters: [EffectTarget: Node] = [:]
      _ = intervention(InterventionDraft(top: top, named: top), setters: &setters)
    }
    checkGroups()
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
