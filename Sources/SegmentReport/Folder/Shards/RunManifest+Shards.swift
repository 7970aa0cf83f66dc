extension RunManifest {
  /// What differs between the runs of which two are parts, in words that say where each is; nil where
  /// nothing does.
  func difference(
    from other: RunManifest, in places: (String, String) = ("in one", "in the other")
  ) -> String? {
    func text(_ number: Int?) -> String { number.map { "\($0)" } ?? "the place's own" }
    func error(_ part: Double?) -> String { part.map { "\($0)" } ?? "none" }
    let stated: [(name: String, one: String, other: String)] = [
      ("version", tool.version, other.tool.version), ("seed", "\(seed)", "\(other.seed)"),
      ("number of draws", "\(draws)", "\(other.draws)"),
      ("error to go on until", error(untilMCSE), error(other.untilMCSE)),
      ("number of replicates", "\(replicates)", "\(other.replicates)"),
      ("first replicate", "\(firstReplicate)", "\(other.firstReplicate)"),
      ("step", step, other.step), ("level", "\(intervalLevel)", "\(other.intervalLevel)"),
      ("use of --per-person", "\(perPerson)", "\(other.perPerson)"),
      ("number of residents", text(residents), text(other.residents)),
      ("baseline", baseline, other.baseline),
      ("list of scenarios", listedScenarios, other.listedScenarios),
      ("choice of options", listedChoices, other.listedChoices),
      ("name of who ran it", assurance?.runBy ?? "", other.assurance?.runBy ?? ""),
      (
        "name of who assured it", assurance?.assuredBy ?? "",
        other.assurance?.assuredBy ?? ""
      ),
    ]
    if let found = stated.first(where: { $0.one != $0.other }) {
      return "the \(found.name) is '\(found.one)' \(places.0) and '\(found.other)' \(places.1)"
    }
    for (one, other) in zip(inputs, other.inputs)
    where one.path == other.path && one.sha256 != other.sha256 {
      return "'\(one.path)' was not the same"
    }
    return runDigest == other.runDigest ? nil : "the files, scenarios or choices are not the same"
  }

  private var listedScenarios: String { worlds[0].scenarios.joined(separator: ", ") }

  private var listedChoices: String {
    worlds.map { world in
      world.choices.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: " ")
    }.joined(separator: ", ")
  }
}
