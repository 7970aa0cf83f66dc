import SegmentModel

/// Divides the residents of a model into groups.
struct ExactGrouping {
  let model: Model
  let scenario: Scenario
  let step: StepLength
  let steps: Int
  let states: ExactStates

  /// The groups; everybody of a group and propensity class faces the same chances.
  func groups() throws -> [ExactGroup] {
    let reach = ExactReach(model: model, scenario: scenario, step: step)
    return try model.population.residentsByCell().flatMap { who, people in
      try Self.birthdays(people).map { monthsPast, people in
        let attributes = (0...steps).map { aged(who, monthsPastBirthday: monthsPast, boundary: $0) }
        return ExactGroup(
          people: people, attributes: attributes,
          start: try start(attributes[0]), classes: reach.classes(attributes))
      }
    }
  }

  /// How many of the people of a cell are how many months past their birthday.
  private static func birthdays(_ people: Int) -> [(monthsPast: Int, people: Int)] {
    var counts = [Int](repeating: 0, count: 12)
    for person in 0..<people { counts[Int((Double(person) + 0.5) * 12 / Double(people))] += 1 }
    return counts.enumerated().filter { $1 > 0 }.map { (monthsPast: $0, people: $1) }
  }

  private func aged(_ who: Attributes, monthsPastBirthday: Int, boundary: Int) -> Attributes {
    var older = who
    older.age = min(
      (12 * who.age + monthsPastBirthday + boundary * step.months) / 12, AgeRange.oldest)
    return older
  }

  // MARK: - Start

  private func start(_ who: Attributes) throws -> [(state: Int, share: Double)] {
    var joint: [(segments: [Int], share: Double)] = [([], 1)]
    for pathway in model.pathways {
      joint = try joint.flatMap { segments, share in
        try shares(pathway, ExactPerson(who: who, segments: segments, reached: []))
          .map { (segments + [$0.segment], share * $0.share) }
      }
    }
    let nobodyReached = scenario.interventions.map { _ in false }
    return joint.map { segments, share in
      (states.index(ExactState(segments: segments, everReached: nobodyReached)), share)
    }
  }

  private func shares(_ pathway: Pathway, _ person: ExactPerson) throws
    -> [(segment: Int, share: Double)]
  {
    var shares =
      switch pathway.start {
      case .shares(let shares): shares.mapValues(person.value)
      case .counts(let counts):
        counts.mapValues { Double($0) / Double(model.population.residents) }
      }
    let rest = 1 - shares.values.reduce(0, +)
    guard rest > -1e-9 else {
      throw ExactError("the starting shares of \(pathway.id) add up to \(1 - rest)")
    }
    shares[0, default: 0] += max(0, rest)
    return shares.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      .map { (segment: $0.key, share: $0.value) }
  }
}
