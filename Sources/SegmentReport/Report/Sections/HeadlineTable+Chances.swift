/// The chances of Table 1, which page 1 has too.
extension HeadlineTable {
  /// Each question that has a chance for an answer, with the cells of the scenarios.
  var chances: [(name: String, cells: [String])] { chances(of: world.scenarios) }

  /// The same for some scenarios.
  func chances(of scenarios: [String]) -> [(name: String, cells: [String])] {
    guard frame.samples > 1 else { return [] }
    let questions: [(String, (String) -> Double?)] = [
      (
        "Chance of a net gain",
        { world.chance("saves_money", $0, payer: "all", rate: 0)?.probability }
      ),
      (
        "Chance that the most deprived gain more than the least",
        { scenario in
          // Where both gain alike, nobody gains more.
          let gap = GroupRates(world, kind: "deprivation", scenario: scenario).gap
          guard gap?.gain.verdict != .nothing else { return nil }
          return world.chance(
            "most_deprived_gain_more", scenario, outcome: world.headline ?? "")?.probability
        }
      ),
    ]
    return questions.map { ($0.0, scenarios.map($0.1)) }
      .filter { $0.1.contains { $0 != nil } }
      .map { name, chances in
        (name, chances.map { $0.map { Phrase.chance($0, draws: frame.chanceDraws) } ?? Self.none })
      }
  }
}
