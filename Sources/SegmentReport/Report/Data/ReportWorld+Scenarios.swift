import SegmentModel

/// What scenarios of a run do, and at which rates their money and health are discounted.
extension ReportWorld {
  /// What a row of amounts of a resource is called.
  func resource(_ id: String) -> String {
    let unit = rows("resources.csv", ["resource": id]).first.map { $0["unit"] } ?? ""
    return Phrase.measured(names.of("resource", id), in: unit)
  }

  /// The resources of which no scenario of the run has an amount with a range.
  var fixedResources: Set<String> {
    Set(
      names.all("resource").filter { id in
        !summaries.contains { $0.resources[id]?.amountsVary ?? false }
      })
  }

  /// The discount rates of a total in `draws.csv`, none first: how its columns end, and what they are called.
  func discountRates(of total: String) -> [(suffix: String, name: String)] {
    samples.discountRates(of: total).sorted().map { rate in
      (MoneyAccounts.suffix(rate), DiscountWords.words(DiscountRate(rate)))
    }
  }

  /// The interventions of a scenario, in the order of the run.
  func interventions(of id: String) -> [String] {
    let own = summaries.first { $0.id == id }?.peopleFirstReached ?? [:]
    return names.all("intervention").filter { own.keys.contains($0) }
  }

  /// What each intervention of a scenario offers; nil where the folder does not say it.
  func offers(of id: String) -> [String: ReportSummary.Offer]? {
    summaries.first { $0.id == id }?.offers
  }

  /// How many people an intervention of a scenario reaches; nil where none are counted.
  func peopleReached(_ intervention: String, _ id: String) -> Double? {
    summaries.first { $0.id == id }?.peopleFirstReached[intervention] ?? nil
  }

  /// How many people an intervention of a scenario reaches, as a table says it, or that it ran before the
  /// period; nil where the scenario does without.
  func people(_ intervention: String, _ id: String) -> String? {
    guard let own = summaries.first(where: { $0.id == id }),
      let people = own.peopleFirstReached[intervention]
    else { return nil }
    return ranBefore(intervention, id)
      ? Phrase.ranBefore : people.map { Amount(.count, Found($0)).size($0) } ?? "done"
  }

  /// The same, and in which ambition.
  func reach(_ intervention: String, _ id: String) -> String? {
    guard let people = people(intervention, id) else { return nil }
    let ambition = summaries.first { $0.id == id }?.ambitions[intervention].map {
      " (\(names.of("ambition", "\(intervention)/\($0)")))"
    }
    return people + (ranBefore(intervention, id) ? "" : ambition ?? "")
  }

  /// What the file of a scenario says of it.
  func note(of id: String) -> String? { summaries.first { $0.id == id }?.note }

  /// Whether an intervention had ended when the period began, so that it reaches nobody in it.
  func ranBefore(_ intervention: String, _ id: String) -> Bool {
    summaries.first { $0.id == id }?.ranBefore?.contains(intervention) == true
      && (peopleReached(intervention, id) ?? 0) == 0
  }
}
