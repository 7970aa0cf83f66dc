import SegmentModel

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
        + "arrow is how many move in a year, on average. "
        + (world.scenarios.isEmpty ? "" : "\"b\" is \(frame.baseline), \"s\" the scenario. ")
        + "Births, joiners, deaths and leavers change the boxes too. Means; ranges are in "
        + "segments.csv and flows.csv.")
    for pathway in pathways {
      if world.scenarios.isEmpty {
        section.when(pathway: pathway) { $0.chart(chart(pathway, nil)) }
      }
      for scenario in world.scenarios {
        section.when(scenario: scenario, pathway: pathway) { section in
          section.chart(chart(pathway, scenario))
        }
      }
    }
    return section
  }

  /// The picture of a pathway; without a scenario, of the baseline by itself.
  private func chart(_ pathway: String, _ scenario: String?) -> Chart {
    let segments = world.names.all("segment").filter { $0.hasPrefix("\(pathway)/") }
      .map { String($0.dropFirst(pathway.count + 1)) }
    let shown = [world.baseline] + (scenario.map { [$0] } ?? [])
    let stocks = shown.map { stock(pathway, $0) }
    let flows = shown.map { flow(pathway, $0) }
    let name = world.names.of("pathway", pathway)
    var grid = ReportGrid(
      "\(name): people by segment, and moves a year",
      columns: ["Segment or move"]
        + shown.map(world.scenarioName).flatMap { ["\($0), start or a year", "\($0), end"] })
    let boxes = segments.map { segment -> FlowPicture.Box in
      let people = stocks.map { ($0[segment] ?? (0, 0)) }
      let texts = people.map { (start: Self.text($0.0), end: Self.text($0.1)) }
      let label = world.names.of("segment", "\(pathway)/\(segment)")
      grid.append(label, texts.flatMap { [$0.start, $0.end] })
      return FlowPicture.Box(
        name: label, baseline: texts[0], scenario: scenario == nil ? nil : texts[1])
    }
    // A move that only the scenario makes has no row in the baseline.
    let moves =
      segments.count > Self.mostSegments
      ? []
      : Set(flows.flatMap(\.keys)).sorted().filter { move in
        flows.contains { ($0[move] ?? 0) > 0 }
      }
    for move in moves {
      let perYear = flows.map { $0[move] ?? 0 }
      let label = { (id: String) in world.names.of("segment", "\(pathway)/\(id)") }
      grid.append(
        "\(Phrase.list(move.from.split(separator: " ").map { label(String($0)) })) → \(label(move.to))",
        perYear.flatMap { [Self.text($0), ""] })
    }
    let arrows = moves.compactMap { move -> FlowPicture.Arrow? in
      guard let from = segments.firstIndex(of: move.from),
        let to = segments.firstIndex(of: move.to),
        from != to
      else { return nil }
      let perYear = flows.map { $0[move] ?? 0 }
      return FlowPicture.Arrow(
        from: from, to: to, perYear: perYear.max() ?? 0, baseline: Self.text(perYear[0]),
        scenario: scenario == nil ? nil : Self.text(perYear[1]))
    }
    let picture = FlowPicture(
      boxes: boxes, arrows: arrows, baselineName: frame.baseline,
      scenarioName: scenario.map(world.scenarioName))
    let beside =
      scenario.map { "\(world.scenarioName($0)) beside \(Phrase.within(frame.baseline))" }
      ?? frame.baseline
    return Chart(
      id: ReportSection.fileName("flows", pathway, scenario ?? ""),
      title: title(name, boxes, stocks, segments),
      subtitle: "\(name) in \(frame.place) \(frame.period): \(beside)\(left(pathway, segments))",
      description: "Boxes for the segments of \(name), with arrows for moves between them.",
      table: grid, scrolls: true, source: "segments.csv and flows.csv", draw: picture.draw)
  }

  /// Since when the segments of a pathway add up those who have left the place; nothing without any.
  private func left(_ pathway: String, _ segments: [String]) -> String {
    let ids = segments.map { "\(pathway)/\($0)" }.filter(world.left.segments.contains)
    guard let month = world.left.since, !ids.isEmpty else { return "" }
    let names = ids.map { "“\(world.names.of("segment", $0))”" }
    return
      "; \(Phrase.list(names)) \(ids.count == 1 ? "holds" : "hold") all who left since the run began "
      + "in \(month)"
  }

  /// The segment whose people at the end differ most.
  private func title(
    _ name: String, _ boxes: [FlowPicture.Box], _ stocks: [[String: (Double, Double)]],
    _ segments: [String]
  ) -> String {
    guard stocks.count > 1 else { return title(name, boxes, stocks[0], segments) }
    let changes = segments.map { (stocks[1][$0]?.1 ?? 0) - (stocks[0][$0]?.1 ?? 0) }
    guard let most = changes.indices.max(by: { changes[$0].magnitude < changes[$1].magnitude }),
      changes[most].magnitude >= 0.5
    else { return "\(name): the same people are in each segment at the end." }
    return "\(name): \(Self.text(changes[most].magnitude)) \(changes[most] > 0 ? "more" : "fewer") "
      + "people end in \"\(boxes[most].name)\"."
  }

  /// The segment whose people change most in the baseline, from the start to the end.
  private func title(
    _ name: String, _ boxes: [FlowPicture.Box], _ stock: [String: (Double, Double)],
    _ segments: [String]
  ) -> String {
    let people = segments.map { stock[$0] ?? (0, 0) }
    guard
      let most = people.indices.max(by: { one, other in
        (people[one].1 - people[one].0).magnitude < (people[other].1 - people[other].0).magnitude
      }), (people[most].1 - people[most].0).magnitude >= 0.5
    else { return "\(name): as many people are in each segment at the end as at the start." }
    return
      "\(name): \(Self.text(people[most].0)) people are in \"\(boxes[most].name)\" at the start, "
      + "\(Self.text(people[most].1)) at the end."
  }

  private func stock(_ pathway: String, _ scenario: String) -> [String: (Double, Double)] {
    let rows = world.rows(
      "segments.csv", ["scenario": scenario, "pathway": pathway, "group_kind": "all"])
    let months = rows.map { $0["month"] }.distinct
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
