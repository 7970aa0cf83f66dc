/// What to look for after the first year.
struct MonitoringSection {
  let world: ReportWorld
  let frame: Frame

  /// What should be seen in a year if the estimate is right.
  private func firstYear(
    _ scenario: String, _ year: String, isReach: Bool
  ) -> ReportGrid {
    var grid = ReportGrid(
      "If \(world.quoted(scenario)) works as estimated, in \(year): "
        + (isReach ? "people brought within reach" : "outcomes"),
      columns: ["What to look for", "Mean", "\(frame.levelText) range"])
    for id in isReach ? world.names.all("intervention") : [] {
      guard let found = world.level("started:\(id)", scenario, year: year), found.mean > 0 else {
        continue
      }
      let amount = Amount(.count, found)
      grid.append(
        world.names.of("intervention", id), [amount.size(found.mean), Self.range(found, amount)])
    }
    for id in isReach ? [] : world.names.all("outcome") {
      guard let level = world.level(id, scenario, year: year),
        let avoided = world.avoided(id, scenario, year: year)
      else { continue }
      let amount = Amount(.count, level)
      let name = world.names.of("outcome", id)
      grid.append(
        "\(name), all", [amount.size(level.mean), Self.range(level, amount)])
      let difference = Amount(.count, avoided)
      grid.append(
        "\(name), against \(Phrase.within(frame.baseline))",
        [
          avoided.isUntold
            ? Phrase.cannotTell
            : avoided.verdict == .nothing ? "0" : SignedWords.fewer.text(avoided.mean, difference),
          avoided.verdict == .nothing
            ? "the same in every run"
            : avoided.range.map { SignedWords.fewer.text($0, difference) } ?? "–",
        ])
    }
    return grid
  }

  private static func range(_ found: Found, _ amount: Amount) -> String {
    guard let range = found.range else { return "–" }
    return range.lowerBound < range.upperBound ? amount.text(range) : "the same in every run"
  }

  /// Whether the difference in a year is larger than what the count of one place varies by anyhow.
  func canBeSeen(_ scenario: String, _ year: String) -> String? {
    guard let headline = world.headline, frame.samples > 1,
      let avoided = world.avoided(headline, scenario, year: year),
      avoided.verdict != .nothing,
      let level = world.level(headline, world.baseline, year: year), let range = level.range
    else { return nil }
    let half = (range.upperBound - range.lowerBound) / 2
    let name = world.names.within("outcome", headline)
    let amounts = [
      Amount(.count, avoided).size(avoided.mean), Amount(.count, Found(half)).size(half),
    ]
    let start =
      "The count of \(name) in \(frame.place) in \(year) with \(Phrase.within(frame.baseline)) is "
      + "uncertain by \(amounts[1]) either way (\(frame.levelText) range)"
      + "; the difference estimated for \(world.quoted(scenario)), \(amounts[0]), is "
    return avoided.mean.magnitude > half
      ? "\(start)larger, so it can be seen in the count."
      : "\(start)smaller, so the count alone cannot show after 12 months whether it works. Look at the segments, and at whom each programme reaches."
  }

  /// Who is within reach.
  static let reachNote =
    "Within reach is whoever a programme is for and can come to, each counted once in each programme "
    + "when they first are: not the people or spells that it treats. Over years, births and people who "
    + "move in count too, so there can be more than live in the place at any one time."

  /// The section.
  var section: ReportSection? {
    guard let year = world.years.first, !world.scenarios.isEmpty else { return nil }
    var section = ReportSection("monitoring", "What to look for after 12 months")
    for scenario in world.scenarios {
      section.when(scenario: scenario) { section in
        if let words = canBeSeen(scenario, year) { section.say(words) }
        section.table(firstYear(scenario, year, isReach: false))
        section.details("People to be brought within reach of each programme in \(year)") {
          section in
          section.say(Self.reachNote, style: "note")
          section.table(firstYear(scenario, year, isReach: true))
        }
      }
    }
    return section
  }
}
