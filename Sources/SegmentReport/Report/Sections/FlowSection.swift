/// The segments of each pathway, how many people are in them at the start and the end, and how they
/// move, scenario beside baseline.
struct FlowSection {
  let world: ReportWorld
  let frame: Frame

  /// Pathways with more segments than this are told as a table alone.
  private static let mostSegments = 8

  /// The pathways that anybody moves in, with what differs between scenarios first in mind.
  var pathways: [String] {
    let moving = Set(
      world.rows("flows.csv").filter { ($0.number("mean_moves") ?? 0) > 0 }.map { $0["pathway"] })
    return world.names.all("pathway").filter(moving.contains)
  }

  /// The pathway in which a scenario puts most people into another segment by the end.
  func mostMoved(_ scenario: String) -> String? {
    func moved(_ pathway: String) -> Double {
      let (before, after) = (stock(pathway, world.baseline), stock(pathway, scenario))
      return before.map { ((after[$0.key]?.1 ?? 0) - $0.value.1).magnitude }.max() ?? 0
    }
    return pathways.map { ($0, moved($0)) }.max { $0.1 < $1.1 }?.0
  }

  /// The section.
  var section: ReportSection? {
    guard !pathways.isEmpty else { return nil }
    var section = ReportSection("flows", "Segments, and how people move between them")
    section.say(
      "Each box is a segment with the people in it at the start and at the end of the period; each "
        + "arrow is how many move in a year, on average. \"b\" is \(frame.baseline), \"s\" the "
        + "scenario. Births, joiners, deaths and leavers change the boxes too. Means; ranges are in "
        + "segments.csv and flows.csv.")
    for pathway in pathways {
      for scenario in world.scenarios {
        section.when(scenario: scenario, pathway: pathway) { section in
          section.chart(chart(pathway, scenario))
        }
      }
    }
    return section
  }

  private func chart(_ pathway: String, _ scenario: String) -> Chart {
    let segments = world.names.all("segment").filter { $0.hasPrefix("\(pathway)/") }
      .map { String($0.dropFirst(pathway.count + 1)) }
    let stocks = [world.baseline, scenario].map { stock(pathway, $0) }
    let flows = [world.baseline, scenario].map { flow(pathway, $0) }
    let name = world.names.of("pathway", pathway)
    var grid = ReportGrid(
      "\(name): people by segment, and moves a year",
      columns: [
        "Segment or move", "\(frame.baseline), start or a year", "\(frame.baseline), end",
        "\(world.scenarioName(scenario)), start or a year", "\(world.scenarioName(scenario)), end",
      ])
    let boxes = segments.map { segment -> FlowPicture.Box in
      let people = stocks.map { ($0[segment] ?? (0, 0)) }
      let texts = people.map { (start: Self.text($0.0), end: Self.text($0.1)) }
      let label = world.names.of("segment", "\(pathway)/\(segment)")
      grid.append(label, texts.flatMap { [$0.start, $0.end] })
      return FlowPicture.Box(name: label, baseline: texts[0], scenario: texts[1])
    }
    // A move that only the scenario makes has no row in the baseline.
    let moves =
      segments.count > Self.mostSegments
      ? []
      : Set(flows.flatMap(\.keys)).sorted().filter { move in
        flows.contains { ($0[move] ?? 0) > 0 }
      }
    for move in moves {
      let (before, after) = (flows[0][move] ?? 0, flows[1][move] ?? 0)
      let label = { (id: String) in world.names.of("segment", "\(pathway)/\(id)") }
      grid.append(
        "\(Phrase.list(move.from.split(separator: " ").map { label(String($0)) })) → \(label(move.to))",
        [Self.text(before), "", Self.text(after), ""])
    }
    let arrows = moves.compactMap { move -> FlowPicture.Arrow? in
      guard let from = segments.firstIndex(of: move.from),
        let to = segments.firstIndex(of: move.to),
        from != to
      else { return nil }
      let (before, after) = (flows[0][move] ?? 0, flows[1][move] ?? 0)
      return FlowPicture.Arrow(
        from: from, to: to, perYear: max(before, after), baseline: Self.text(before),
        scenario: Self.text(after))
    }
    let picture = FlowPicture(
      boxes: boxes, arrows: arrows, baselineName: frame.baseline,
      scenarioName: world.scenarioName(scenario))
    return Chart(
      id: ReportSection.fileName("flows", pathway, scenario),
      title: title(name, boxes, stocks, segments),
      subtitle: "\(name) in \(frame.place) \(frame.period): \(world.scenarioName(scenario)) beside "
        + Phrase.within(frame.baseline),
      description: "Boxes for the segments of \(name), with arrows for moves between them.",
      table: grid, scrolls: true, source: "segments.csv and flows.csv", draw: picture.draw)
  }

  /// The segment whose people at the end differ most.
  private func title(
    _ name: String, _ boxes: [FlowPicture.Box], _ stocks: [[String: (Double, Double)]],
    _ segments: [String]
  ) -> String {
    let changes = segments.map { (stocks[1][$0]?.1 ?? 0) - (stocks[0][$0]?.1 ?? 0) }
    guard let most = changes.indices.max(by: { changes[$0].magnitude < changes[$1].magnitude }),
      changes[most].magnitude >= 0.5
    else { return "\(name): the same people are in each segment at the end." }
    return "\(name): \(Self.text(changes[most].magnitude)) \(changes[most] > 0 ? "more" : "fewer") "
      + "people end in \"\(boxes[most].name)\"."
  }

  private func stock(_ pathway: String, _ scenario: String) -> [String: (Double, Double)] {
    let rows = world.rows(
      "segments.csv", ["scenario": scenario, "pathway": pathway, "group_kind": "all"])
    let months = rows.map { $0["month"] }.reduce(into: [String]()) { list, month in
      if !list.contains(month) { list.append(month) }
    }
    guard let first = months.first, let last = months.last else { return [:] }
    var people: [String: (Double, Double)] = [:]
    for row in rows where row["month"] == first || row["month"] == last {
      let number = row.number("mean_people") ?? 0
      if row["month"] == first { people[row["segment"], default: (0, 0)].0 = number }
      if row["month"] == last { people[row["segment"], default: (0, 0)].1 = number }
    }
    return people
  }

  private struct Move: Hashable, Comparable {
    let from: String
    let to: String

    static func < (one: Move, other: Move) -> Bool {
      (one.from, one.to) < (other.from, other.to)
    }
  }

  /// Moves a year between segments, whatever caused them.
  private func flow(_ pathway: String, _ scenario: String) -> [Move: Double] {
    var moves: [Move: Double] = [:]
    for row in world.rows("flows.csv", ["scenario": scenario, "pathway": pathway])
    where row["group_kind"] == "all" && row["year"] != "all" && !row["from"].isEmpty {
      moves[Move(from: row["from"], to: row["to"]), default: 0] +=
        (row.number("mean_moves") ?? 0) / Double(world.years.count)
    }
    return moves
  }

  private static func text(_ number: Double) -> String {
    Amount(.count, Found(number)).size(number)
  }
}
