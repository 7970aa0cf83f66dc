import SegmentModel
import SegmentSimulation

/// What residents live through in a baseline and a scenario, in words.
public struct TraceText: Sendable {
  private let model: Model
  private let scenarios: [Scenario]
  private let step: StepLength
  private let happenings: [Event]

  /// The words for traces of a simulation, of a baseline and a scenario.
  public init(_ simulation: Simulation) {
    precondition(simulation.scenarios.count == 2, "a trace compares two scenarios")
    model = simulation.model
    scenarios = simulation.scenarios
    step = simulation.step
    happenings = simulation.model.happenings
  }

  // MARK: - One resident

  /// Who a resident is, then each step in which something happens, in both scenarios.
  public func text(_ trace: ResidentTrace, width: Int) -> String {
    let parting = trace.parting(0, 1)
    var lines = [who(trace)]
    if let first = trace.courses[0].steps.first {
      lines.append("Starts in \(held(first.segments)).")
    }
    for step in steps(trace) {
      let courses = trace.courses.indices.map { said(trace, $0, step: step) }
      guard courses.contains(where: { !$0.isEmpty }) else { continue }
      let age = trace.courses.lazy.flatMap(\.steps).first { $0.step == step }?.age ?? 0
      lines += ["", "\(month(step)), aged \(age)\(step == parting ? ": the paths part" : "")"]
      let both = courses[0].filter(courses[1].contains)
      lines += labelled("both", both)
      for (scenario, own) in zip(scenarios, courses) {
        lines += labelled(scenario.name, own.filter { !both.contains($0) })
      }
    }
    lines += ["", closing(trace, parting)]
    return lines.flatMap { wrapped($0, width) }.map { $0 + "\n" }.joined()
  }

  private func wrapped(_ line: String, _ width: Int) -> [String] {
    TextWrap.lines(line, width: width, indent: String(line.prefix { $0 == " " }))
  }

  private func steps(_ trace: ResidentTrace) -> [Int] {
    Set(trace.courses.flatMap { $0.steps.map(\.step) }).sorted()
  }

  private func labelled(_ label: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["  \(label):"] + lines.map { "    \($0)" }
  }

  private func month(_ step: Int) -> CalendarMonth {
    CalendarMonth(ordinal: model.start.ordinal + step * self.step.months)
  }

  private func who(_ trace: ResidentTrace) -> String {
    "Resident \(trace.resident) of \(model.name): \(attributes(trace)) in \(month(trace.entryStep))"
      + (trace.entryStep > 0 ? ", when they come." : ", when the run starts.")
  }

  private func attributes(_ trace: ResidentTrace) -> String {
    let (plan, who) = (model.population, trace.attributes)
    var words: [String] = []
    if plan.sexes.count > 1 { words.append(plan.sexes[who.sex]) }
    if plan.areas.count > 1 { words.append("\(plan.areaLabel) \(plan.areas[who.area].name)") }
    if plan.deprivation.count > 1 {
      words.append("deprivation \(plan.deprivation[who.deprivation])")
    }
    return (words + ["aged \(who.age)"]).joined(separator: ", ")
  }

  /// Where a resident is, pathways in which they are in the first segment left out.
  private func held(_ segments: [Int]) -> String {
    let words = zip(model.pathways, segments).filter { $1 > 0 }.map {
      "\($0.name): \($0.segments[$1].name)"
    }
    return words.isEmpty
      ? "the first segment of every pathway"
      : words.joined(separator: "; ")
        + (words.count < segments.count ? "; the first segment of every other pathway" : "")
  }

  private func closing(_ trace: ResidentTrace, _ parting: Int?) -> String {
    let ends = zip(scenarios, trace.courses).map { "in \($0.name) \(held($1.end))" }
    guard parting == nil else { return "At the end: " + ends.joined(separator: ". ") + "." }
    let isReached = trace.courses[1].steps.contains { !$0.firstReachedBy.isEmpty }
    return "The paths do not part"
      + (isReached ? ", although an intervention of \(scenarios[1].name) reaches them." : ".")
  }

  // MARK: - A step

  /// What befalls a resident in a step of a scenario; nothing once they have left.
  private func said(_ trace: ResidentTrace, _ scenario: Int, step: Int) -> [String] {
    let steps = trace.courses[scenario].steps
    guard let index = steps.firstIndex(where: { $0.step == step }) else { return [] }
    let now = steps[index]
    let before = index > 0 ? steps[index - 1].reachedBy : []
    let interventions = scenarios[scenario].interventions
    let reached = now.reachedBy.filter { !before.contains($0) }.map { n in
      "reached by \(interventions[n].name)"
        + (now.firstReachedBy.contains(n) ? " for the first time" : " again")
    }
    let left = before.filter { !now.reachedBy.contains($0) }.map {
      "no longer reached by \(interventions[$0].name)"
    }
    return reached + left + now.draws.map { words($0, now) } + now.pulls.map { words($0, scenario) }
  }

  private func words(_ draw: ResidentTrace.Draw, _ step: ResidentTrace.Step) -> String {
    let move = draw.candidates.first.flatMap { happenings[$0].move }
    let pathway = move.map { model.pathways[$0.pathway] }
    let from = move.map { model.pathways[$0.pathway].segments[step.segments[$0.pathway]].name }
    guard let happening = draw.happening else {
      let what =
        pathway.map { "\($0.name): stays \(from ?? "")" }
        ?? "no \(draw.candidates.first.map { happenings[$0].name } ?? "move")"
      guard draw.range.lowerBound > 0 else { return "\(what); nothing could happen" }
      return "\(what); drew \(number(draw.uniform)), would happen below "
        + number(draw.range.lowerBound)
    }
    let event = happenings[happening]
    let what =
      event.move.map { move in
        "\(pathway?.name ?? ""): \(from ?? "") to "
          + model.pathways[move.pathway].segments[move.to].name
      } ?? event.name + (draw.times > 1 ? ", \(draw.times) times" : "")
    // Luck lower still would make an event happen again, so once is at least once.
    let low = event.move == nil && draw.times == 1 ? 0 : draw.range.lowerBound
    return "\(what); drew \(number(draw.uniform)), happens "
      + (low > 0 ? "from \(number(low)) to " : "below ") + number(draw.range.upperBound)
  }

  private func words(_ pull: ResidentTrace.Pull, _ scenario: Int) -> String {
    let pathway = model.pathways[pull.pathway]
    let (from, to) = (pathway.segments[pull.from].name, pathway.segments[pull.to].name)
    let cause =
      switch pull.source {
      case .trigger(let happening, _): happenings[happening].name
      case .once(let intervention, _): scenarios[scenario].interventions[intervention].name
      }
    let luck = "drew \(number(pull.uniform))"
    return pull.isMade
      ? "\(pathway.name): \(from) to \(to) by \(cause); \(luck), happens below "
        + number(pull.probability)
      : "\(pathway.name): stays \(from) in spite of \(cause); \(luck), would happen below "
        + number(pull.probability)
  }

  private func number(_ luck: Double) -> String { NumberText.trimmed(luck, decimals: 6) }

  // MARK: - Several residents

  /// A line for each of some residents whose paths part, with what parts them.
  public func list(_ traces: [ResidentTrace], width: Int) -> String {
    guard !traces.isEmpty else {
      return "Nobody's path differs between '\(scenarios[0].name)' and '\(scenarios[1].name)'.\n"
    }
    let title =
      "The first residents whose paths differ between '\(scenarios[0].name)' and "
      + "'\(scenarios[1].name)':"
    let lines = traces.flatMap { trace -> [String] in
      let step = trace.parting(0, 1) ?? 0
      let said = trace.courses.indices.map { scenario in
        self.said(trace, scenario, step: step).filter { !$0.hasPrefix("reached") }
      }
      let own = zip(scenarios, said).flatMap { scenario, lines in
        lines.filter { line in !said.allSatisfy { $0.contains(line) } }
          .map { "    \(scenario.name): \($0)" }
      }
      return ["", "  \(trace.resident): \(attributes(trace)); part in \(month(step))"] + own
    }
    return ([title] + lines).flatMap { wrapped($0, width) }.map { $0 + "\n" }.joined()
  }
}
