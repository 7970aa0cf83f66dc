/// What of the model goes by deprivation, so that a reader knows what a difference between groups rests on.
struct DeprivationWords: Sendable {
  let world: ReportWorld

  /// More names than these are counted instead.
  private static let mostNames = 6

  /// Sentences that belong beside every statement about groups of deprivation.
  var text: String {
    let parts = parts
    let start =
      parts.isEmpty
      ? "No number of this model goes by deprivation: its groups differ only in who lives in them and "
        + "where. "
      : "In this model nothing goes by deprivation but \(Phrase.list(parts)). "
        + (happenings.isEmpty ? "What befalls residents does not. " : "")
    return start + "This is no evidence for an equality assessment on its own."
  }

  private var happenings: [String] { world.byDeprivation.happenings }

  private var parts: [String] {
    let names = world.names
    let found = world.byDeprivation
    let named = happenings.map { id in
      names.all("move").contains(id) ? names.of("move", id) : names.of("event", id)
    }
    let all = names.all("move").count + names.all("event").count
    return [
      part("the rate or consequences of", named, of: all, "events and moves"),
      part(
        "where residents start, or what it costs, in",
        found.pathways.map { names.of("pathway", $0) },
        of: names.all("pathway").count, "pathways"),
      part(
        "the reach, effect or cost of",
        found.interventions.map { "“\(names.of("intervention", $0))”" },
        of: names.all("intervention").count, "programmes"),
    ].compactMap { $0 }
  }

  private func part(_ what: String, _ names: [String], of all: Int, _ things: String) -> String? {
    guard !names.isEmpty else { return nil }
    return "\(what) "
      + (names.count <= Self.mostNames
        ? Phrase.list(names) : "\(names.count) of the \(all) \(things)")
  }
}
