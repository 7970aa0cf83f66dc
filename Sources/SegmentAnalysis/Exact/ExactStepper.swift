import Foundation
import SegmentModel

/// Lists what a step can bring, in the order in which the engine lets it happen.
struct ExactStepper {
  let states: ExactStates
  let chances: ExactChances
  private let firstTrigger: [Int]
  private let firstOnce: [Int]

  /// A way in which the step can have gone so far.
  private struct Branch {
    var probability = 1.0
    var segments: [Int]
    var happened: [Int] = []
    var triggered: [Int] = []
    var movedOnce: [Int] = []
  }

  init(states: ExactStates, chances: ExactChances) {
    self.states = states
    self.chances = chances
    firstTrigger = chances.happenings.reduce(into: [0]) {
      $0.append($0[$0.count - 1] + $1.triggers.count)
    }
    firstOnce = chances.scenario.interventions.reduce(into: [0]) {
      $0.append($0[$0.count - 1] + $1.once.count)
    }
  }

  /// What a step can bring to someone of some attributes and propensities, by living state.
  func steps(_ who: Attributes, inReach: [Bool]) throws -> [ExactStep] {
    try states.living.map { try step(from: $0, who, inReach: inReach) }
  }

  private func step(from state: ExactState, _ who: Attributes, inReach: [Bool]) throws -> ExactStep
  {
    let interventions = chances.scenario.interventions
    var person = ExactPerson(who: who, segments: state.segments, reached: [])
    person.reached = interventions.indices.map {
      inReach[$0] && person.meets(interventions[$0].eligible)
    }
    let reached = interventions.indices.filter { person.reached[$0] }
    let started = reached.filter { !state.everReached[$0] }
    var ever = state.everReached
    for index in started { ever[index] = true }

    var branches = try ownMoves(person)
    let (counts, actors) = try events(person, &branches)
    branches = try branches.flatMap { try afterTriggers($0, person) }
    try Self.check(branches)
    branches = branches.flatMap { afterOnceMoves($0, started, person) }
    let outcomes = branches.map { branch in
      ExactOutcome(
        probability: branch.probability,
        next: states.index(ExactState(segments: branch.segments, everReached: ever)),
        counts: branch.happened.map {
          actors[$0] ?? ExactCount(happening: $0, mean: 1, variance: 0)
        },
        triggered: branch.triggered, movedOnce: branch.movedOnce)
    }
    return ExactStep(reached: reached, started: started, counts: counts, outcomes: outcomes)
  }

  /// The joint outcomes of the competing sets of all pathways.
  private func ownMoves(_ person: ExactPerson) throws -> [Branch] {
    var branches = [Branch(segments: person.segments)]
    for pathway in person.segments.indices {
      let exits = try chances.exits(pathway, person).filter { $0.chance > 0 }
      let stays = max(0, 1 - exits.reduce(0) { $0 + $1.chance })
      branches = branches.flatMap { branch in
        var result: [Branch] = []
        if stays > 0 {
          result.append(branch)
          result[0].probability *= stays
        }
        for exit in exits {
          var moved = branch
          moved.probability *= exit.chance
          moved.happened.append(exit.happening)
          if let move = chances.happenings[exit.happening].move {
            moved.segments[pathway] = move.to
          }
          result.append(moved)
        }
        return result
      }
      try Self.check(branches)
    }
    return branches
  }

  /// Throws where what one step can bring to somebody is too much to list: each event that can trigger a
  /// move doubles it.
  private static func check(_ branches: [Branch]) throws {
    guard branches.count > mostBranches else { return }
    throw ExactError(
      "what a step can bring to somebody is too much to solve exactly; the limit is \(mostBranches) outcomes"
    )
  }
  private static let mostBranches = 100_000

  /// Splits branches by the events that can trigger moves; the others are only counted.
  ///
  /// Returns the counts of the others, and by happening the counts of those that acted.
  private func events(_ person: ExactPerson, _ branches: inout [Branch]) throws
    -> (counts: [ExactCount], actors: [Int: ExactCount])
  {
    var counts: [ExactCount] = []
    var actors: [Int: ExactCount] = [:]
    let first = chances.happenings.count - chances.model.events.count
    for happening in first..<chances.happenings.count {
      let chance = try chances.chance(happening, person)
      guard chance > 0 else { continue }
      let count = try count(happening, chance: chance)
      if chances.happenings[happening].triggers.isEmpty {
        counts.append(count.any)
      } else {
        actors[happening] = count.ifAny
        branches = branches.flatMap { branch in
          var (not, does) = (branch, branch)
          not.probability *= 1 - count.atLeastOne
          does.probability *= count.atLeastOne
          does.happened.append(happening)
          return [not, does]
        }
        try Self.check(branches)
      }
    }
    return (counts, actors)
  }

  /// The count of an event in a step, the probability of at least one, and the count given that.
  private func count(_ happening: Int, chance: Double) throws
    -> (any: ExactCount, atLeastOne: Double, ifAny: ExactCount)
  {
    if chances.isProbability(happening) {
      guard chance <= 1 + 1e-12 else {
        throw ExactError("the probability of \(chances.happenings[happening].id) is \(chance)")
      }
      return (
        ExactCount(happening: happening, mean: chance, variance: chance * (1 - chance)), chance,
        ExactCount(happening: happening, mean: 1, variance: 0)
      )
    }
    let mean = chance * chances.step.years
    let atLeastOne = -expm1(-mean)
    let ifAny = mean / atLeastOne
    return (
      ExactCount(happening: happening, mean: mean, variance: mean), atLeastOne,
      ExactCount(happening: happening, mean: ifAny, variance: ifAny * (1 + mean) - ifAny * ifAny)
    )
  }

  /// What becomes of a branch when what happened in it triggers moves, in order.
  private func afterTriggers(_ branch: Branch, _ person: ExactPerson) throws -> [Branch] {
    var branches = [branch]
    for happening in branch.happened {
      for (index, trigger) in chances.happenings[happening].triggers.enumerated() {
        let probability = try chances.trigger(happening, index, person)
        let number = firstTrigger[happening] + index
        branches = branches.flatMap { pull(trigger, probability, $0, \.triggered, number) }
      }
    }
    return branches
  }

  /// What becomes of a branch when interventions make the moves of those first reached.
  private func afterOnceMoves(_ branch: Branch, _ started: [Int], _ person: ExactPerson)
    -> [Branch]
  {
    var branches = [branch]
    for index in started {
      for (position, move) in chances.scenario.interventions[index].once.enumerated() {
        let probability = person.value(move.probability)
        let number = firstOnce[index] + position
        branches = branches.flatMap { pull(move, probability, $0, \.movedOnce, number) }
      }
    }
    return branches
  }

  /// What becomes of a branch when a move may be made; if it is, its number is added to a list.
  private func pull(
    _ trigger: Trigger, _ probability: Double, _ branch: Branch,
    _ list: WritableKeyPath<Branch, [Int]>, _ number: Int
  ) -> [Branch] {
    guard trigger.from.contains(branch.segments[trigger.pathway]), probability > 0 else {
      return [branch]
    }
    var (not, does) = (branch, branch)
    not.probability *= 1 - probability
    does.probability *= probability
    does.segments[trigger.pathway] = trigger.to
    does[keyPath: list].append(number)
    return probability < 1 ? [not, does] : [does]
  }
}
