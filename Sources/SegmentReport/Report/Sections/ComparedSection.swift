/// What is compared: the baseline, what each scenario does, what is counted, and how the evidence is read.
struct ComparedSection {
  let data: ReportData
  let world: ReportWorld
  let frame: Frame

  /// Sentences, each complete in itself.
  var sentences: [String] {
    let stops = world.stops.map { stop in
      "\(world.quoted(stop.id)) is \(world.quoted(stop.ongoing)), stopped in \(stop.month)."
    }
    let definitions = world.names.all("outcome").map(world.definition)
    return [baseline] + stops + ([counted] + definitions + [frame.horizon]).compactMap { $0 }
  }

  /// What the baseline does, and what that is.
  private var baseline: String {
    let own = world.interventions(of: world.baseline)
    let carriesOn = "\(frame.baseline) is the place carrying on as its files describe it"
    let said =
      world.note(of: world.baseline).map { note in
        " Its file says: “\(note.hasSuffix(".") ? String(note.dropLast()) : note)”."
      } ?? ""
    guard !own.isEmpty else { return "\(carriesOn), with no programme added.\(said)" }
    let isOver = own.allSatisfy { world.ranBefore($0, world.baseline) }
    return "\(carriesOn), in which these interventions and no other are named: "
      + Phrase.list(own.map { world.names.of("intervention", $0) })
      + (isOver ? ", which ran before the period." : ".") + said
  }

  /// The outcomes and their causes.
  private var counted: String? {
    let outcomes = world.names.all("outcome").map { outcome in
      let causes = world.rows(
        "outcomes.csv",
        ["scenario": world.baseline, "outcome": outcome, "year": "all", "group_kind": "all"]
      ).map { $0["cause"] }.filter { $0 != "all" }
      let name = world.names.of("outcome", outcome)
      return causes.count > 1 ? "\(name) (\(causes.joined(separator: ", ")))" : name
    }
    guard !outcomes.isEmpty else { return nil }
    return "What is counted, by cause: \(outcomes.joined(separator: "; "))."
  }

  /// What each scenario does: a row for each programme; nil where there is none.
  var programmes: ReportGrid? {
    let scenarios = [world.baseline] + world.scenarios
    let own = scenarios.map { Set(world.interventions(of: $0)) }
    let all = world.names.all("intervention").filter { id in own.contains { $0.contains(id) } }
    guard !all.isEmpty else { return nil }
    var grid = ReportGrid(
      "Programmes of each scenario: people brought within reach \(frame.period), once each, treated or "
        + "not (the ambition, where it is done in one)",
      columns: ["Programme"] + scenarios.map(world.scenarioName),
      keys: [nil, nil] + world.scenarios)
    for id in all {
      grid.append(world.names.of("intervention", id), scenarios.map { world.reach(id, $0) ?? "–" })
    }
    return grid
  }

  /// What a reader must know of the table of programmes.
  var notes: [String] { ReachWords(world: world).notes }

  /// The section.
  var section: ReportSection {
    let what = world.scenarios.isEmpty ? "simulated" : "compared"
    var section = ReportSection("compared", "What is \(what), and how the evidence is read")
    section.list(sentences)
    if let programmes {
      section.table(programmes)
      for note in notes { section.say(note, style: "note") }
    }
    if let reading = Reading(data).grid { section.table(reading) }
    return section
  }
}
