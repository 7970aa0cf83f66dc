/// What a reader of numbers of people within reach may wonder at.
struct ReachWords {
  let world: ReportWorld

  /// More names than these are counted instead.
  private static let mostNames = 6

  /// Sentences, each complete in itself.
  var notes: [String] { [MonitoringSection.reachNote] + [fewer].compactMap { $0 } }

  /// Why a scenario that does more reaches fewer people by some programme; nil where none does.
  var fewer: String? {
    let ids = fewerReached
    guard !ids.isEmpty else { return nil }
    let names = ids.map { "“\(world.names.of("intervention", $0))”" }
    return "A scenario that does more can reach fewer people by some programmes, as here by "
      + (names.count <= Self.mostNames ? Phrase.list(names) : "\(names.count) programmes")
      + ": people whom another programme has already moved on are no longer eligible."
  }

  /// The programmes by which a scenario reaches fewer people than another that offers no more of any.
  var fewerReached: [String] {
    // One that stops early reaches fewer for that reason.
    let scenarios = world.scenarios.filter { !world.endsEarly($0) }
    let found = Set(
      scenarios.flatMap { one in
        scenarios.flatMap { other in one == other ? [] : fewer(by: one, than: other) }
      })
    return world.names.all("intervention").filter(found.contains)
  }

  /// Where a scenario reaches fewer than another of which it offers everything.
  private func fewer(by scenario: String, than other: String) -> [String] {
    guard let own = world.offers(of: scenario), let others = world.offers(of: other),
      others.allSatisfy({ own[$0.key]?.covers($0.value) ?? false })
    else { return [] }
    return others.keys.filter { isLess($0, by: scenario, than: other) }
  }

  /// Whether fewer people are reached, as a reader sees the numbers.
  private func isLess(_ intervention: String, by one: String, than other: String) -> Bool {
    guard let few = world.peopleReached(intervention, one),
      let many = world.peopleReached(intervention, other), few < many
    else { return false }
    return Amount(.count, Found(few)).size(few) != Amount(.count, Found(many)).size(many)
  }
}
