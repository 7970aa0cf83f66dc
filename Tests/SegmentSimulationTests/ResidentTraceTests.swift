import SegmentModel
import Testing

@testable import SegmentSimulation

/// What single residents are said to live through is what is counted.
@Suite("Traces of single residents")
struct ResidentTraceTests {
  private func make(_ seed: Int) throws -> (Simulation, [Tallies]) {
    var maker = RandomModel(seed: UInt64(seed))
    let (model, scenario) = maker.make()
    let baseline = maker.baseline(for: model, sharedWith: scenario)
    let simulation = try Simulation(model: model, scenarios: [baseline, scenario])
    return (simulation, try simulation.run(seed: 7, draw: 2, replicates: [3], threads: 1)[0])
  }

  private func traces(_ simulation: Simulation) -> [ResidentTrace] {
    simulation.traces(
      of: Array(0..<simulation.residents(seed: 7)), seed: 7, draw: 2, replicate: 3)
  }

  @Test("Over all residents, traces add up to the tallies", arguments: 0..<12)
  func sums(seed: Int) throws {
    let (simulation, tallies) = try make(seed)
    let traces = traces(simulation)
    let triggers = simulation.model.happenings.reduce(into: [0]) {
      $0.append($0[$0.count - 1] + $1.triggers.count)
    }
    for (scenario, tallies) in tallies.enumerated() {
      let layout = tallies.layout
      var happened = [Int64](repeating: 0, count: layout.steps * layout.happenings)
      var triggered = [Int64](repeating: 0, count: layout.years * triggers[triggers.count - 1])
      var once = [Int64](repeating: 0, count: layout.years * layout.onceMoves)
      var started = [Int64](repeating: 0, count: layout.steps * layout.interventions)
      var reached = [Int64](repeating: 0, count: layout.steps * layout.interventions)
      var living = [Int64](repeating: 0, count: layout.steps)
      var held = [Int64](repeating: 0, count: layout.segments)
      for step in traces.flatMap({ $0.courses[scenario].steps }) {
        living[step.step] += 1
        let year = step.step * layout.step.months / 12
        for draw in step.draws {
          guard let happening = draw.happening else { continue }
          happened[step.step * layout.happenings + happening] += Int64(draw.times)
        }
        for pull in step.pulls where pull.isMade {
          switch pull.source {
          case .trigger(let happening, let position):
            triggered[year * triggers[triggers.count - 1] + triggers[happening] + position] += 1
          case .once(let intervention, let position):
            once[year * layout.onceMoves + layout.onceOffsets[intervention] + position] += 1
          }
        }
        for n in step.firstReachedBy { started[step.step * layout.interventions + n] += 1 }
        for n in step.reachedBy { reached[step.step * layout.interventions + n] += 1 }
        if step.step == layout.steps - 1 {
          for (pathway, segment) in step.segments.enumerated() {
            held[layout.segmentOffsets[pathway] + segment] += 1
          }
        }
      }
      #expect(happened == tallies.happenedInStep)
      #expect(started == tallies.startedInStep)
      for year in 0..<layout.years {
        for index in 0..<triggers[triggers.count - 1] {
          #expect(
            triggered[year * triggers[triggers.count - 1] + index]
              == tallies.triggered(year: year, trigger: index))
        }
        for n in 0..<layout.interventions {
          for move in 0..<layout.onceOffsets[n + 1] - layout.onceOffsets[n] {
            #expect(
              once[year * layout.onceMoves + layout.onceOffsets[n] + move]
                == tallies.movedOnce(year: year, intervention: n, move: move))
          }
        }
      }
      for step in 0..<layout.steps {
        #expect(living[step] == tallies.living(boundary: step))
        for n in 0..<layout.interventions {
          #expect(
            reached[step * layout.interventions + n]
              == tallies.reached(boundary: step, intervention: n))
        }
      }
      let leaving = Set(
        simulation.model.pathways.flatMap(\.segments).enumerated().filter { $1.leaves != nil }
          .map(\.offset))
      for segment in held.indices where !leaving.contains(segment) {
        #expect(held[segment] == tallies.occupancy(boundary: layout.steps - 1, segment: segment))
      }
    }
  }

  @Test("Each step leads to the next, and luck falls where it is said to", arguments: 30..<36)
  func consistent(seed: Int) throws {
    let (simulation, _) = try make(seed)
    let happenings = simulation.model.happenings
    for course in traces(simulation).flatMap(\.courses) {
      for (index, step) in course.steps.enumerated() {
        var segments = step.segments
        for draw in step.draws {
          // A resolution of 2^-56 decides at the ends.
          #expect(draw.uniform > draw.range.lowerBound - 0x1p-50)
          #expect(draw.uniform < draw.range.upperBound + 0x1p-50)
          #expect((draw.happening == nil) == (draw.times == 0))
          guard let happening = draw.happening else { continue }
          #expect(draw.candidates.contains(happening))
          if let move = happenings[happening].move { segments[move.pathway] = move.to }
        }
        for pull in step.pulls {
          #expect(segments[pull.pathway] == pull.from)
          #expect(pull.isMade == (pull.uniform < pull.probability))
          if pull.isMade { segments[pull.pathway] = pull.to }
        }
        #expect(segments == course.segments(after: index))
      }
    }
  }

  @Test(
    "Those whose paths part are found, with the first step in which they do", arguments: 54..<59)
  func partings(seed: Int) throws {
    let (simulation, _) = try make(seed)
    let known = traces(simulation).compactMap { trace in
      trace.parting(0, 1).map { [trace.resident, $0] }
    }
    func found(_ limit: Int) -> [[Int]] {
      simulation.partings(0, 1, seed: 7, draw: 2, replicate: 3, limit: limit)
        .map { [$0.resident, $0.step] }
    }
    #expect(found(.max) == known)
    #expect(found(2) == Array(known.prefix(2)))
  }

  @Test("A resident followed alone is followed as among all", arguments: 70..<74)
  func alone(seed: Int) throws {
    let (simulation, _) = try make(seed)
    let all = traces(simulation)
    for resident in [0, all.count / 2, all.count - 1] {
      let alone = simulation.traces(of: [resident], seed: 7, draw: 2, replicate: 3)
      #expect(alone == [all[resident]])
      #expect(alone[0].resident == resident)
    }
  }
}
