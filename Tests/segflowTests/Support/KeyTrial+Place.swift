extension KeyTrial {
  private static let ownRates = "[{\"costs\": 0.035, \"health\": 0.015}, 0]"

  /// The keys of a place and its sources.
  static let ofPlaces: [KeyTrial] = [
    KeyTrial("place.json", "segflow", .set("\"place/2\""), refused: "version"),
    KeyTrial("place.json", "evidence", .set(otherEvidence), "inputs.csv"),
    KeyTrial("place.json", "id", .rename("bigton"), "manifest.json", "summary.json"),
    KeyTrial("place.json", "name", .set("\"Bigton\""), "table", "summary.json", "names.csv"),
    KeyTrial("place.json", "start", .set("\"2019-04\""), "segments.csv", "costs.csv"),
    KeyTrial("place.json", "reportFrom", .set("\"2022-04\""), "segments.csv", "summary.json"),
    KeyTrial("place.json", "years", .set("3"), "segments.csv", "summary.json"),
    KeyTrial(
      "place.json", "step", .set("\"month\""), "manifest.json", "flows.csv",
      given: [
        .rename("probabilityPerQuarter", to: "ratePerYear"), .remove("visits.json", "effects[4]"),
      ]),
    KeyTrial("place.json", "priceYear", .set("\"2019/20\""), "table", "summary.json"),
    KeyTrial("place.json", "discountRatesPerYear", .set("[0, 0.1]"), "costs.csv", "summary.json"),
    KeyTrial(
      "place.json", "discountRatesPerYear[0].costs", .set("0.02"), "costs.csv", "value.csv",
      "summary.json", "table", given: [.set("place.json", "discountRatesPerYear", ownRates)]),
    KeyTrial(
      "place.json", "discountRatesPerYear[0].health", .set("0.02"), "draws.csv", "value.csv",
      "summary.json", "table", given: [.set("place.json", "discountRatesPerYear", ownRates)]),
    KeyTrial("place.json", "cycleWeights", .set("\"end\""), "costs.csv", "summary.json"),
    KeyTrial("place.json", "baseUtility", .set("0.7"), "summary.json", "table"),
    KeyTrial(
      "place.json", "willingnessToPay", .set("[{\"poundsPerQALY\": 30, \"source\": \"survey\"}]"),
      "summary.json", "table", "report.html"),
    KeyTrial(
      "place.json", "willingnessToPay[0].poundsPerQALY", .set("25000"), "summary.json",
      "table", "report.html"),
    KeyTrial(
      "place.json", "willingnessToPay[0].source", .set("\"survey\""), "summary.json", "table",
      "report.html"),
    KeyTrial("place.json", "choices", .remove, refused: "unknown choice"),
    KeyTrial(
      "sources.json", "sources[0].citation", .set("\"Somebody\""), "names.csv", "paper.md"),
    KeyTrial("place.json", "choices[0].id", .rename("sight"), "names.csv", "manifest.json"),
    KeyTrial("place.json", "choices[0].name", .set("\"Sight\""), "names.csv"),
    KeyTrial(
      "place.json", "choices[0].options", .set("[{\"id\": \"dark\"}, {\"id\": \"bright\"}]"),
      "flows.csv"),
    KeyTrial("place.json", "choices[0].options[0].id", .rename("light"), "manifest.json"),
    KeyTrial("place.json", "choices[0].options[0].name", .set("\"Light\""), "names.csv"),
    KeyTrial(
      "place.json", "payers", .set("[{\"id\": \"council\"}, {\"id\": \"nhs\"}]"), "costs.csv"),
    KeyTrial("place.json", "payers[0].id", .rename("health"), "costs.csv"),
    KeyTrial("place.json", "payers[0].name", .set("\"Health\""), "table", "names.csv"),
    KeyTrial(
      "place.json", "services",
      .set("[{\"id\": \"wards\"}, {\"id\": \"drugs\"}, {\"id\": \"teams\"}]"), "names.csv"),
    KeyTrial("place.json", "services[0].id", .rename("pills"), "costs.csv", "names.csv"),
    KeyTrial("place.json", "services[0].name", .set("\"Pills\""), "table", "names.csv"),
    KeyTrial("place.json", "spendSegments", .remove, "spend.csv", "spend-flows.csv", "table"),
    KeyTrial("place.json", "spendSegments.ages", .set("\"18-64\""), "spend.csv"),
    KeyTrial("place.json", "spendSegments.services", .set("[\"drugs\"]"), "spend.csv"),
    KeyTrial(
      "place.json", "spendSegments.shares", .set("[{\"id\": \"all-of-them\"}]"), "spend.csv"),
    KeyTrial(
      "place.json", "spendSegments.shares[0].id", .rename("few"), "spend.csv", "spend-flows.csv"),
    KeyTrial(
      "place.json", "spendSegments.shares[0].name", .set("\"Few\""), "table", "names.csv"),
    KeyTrial("place.json", "spendSegments.shares[0].share", .set("0.2"), "spend.csv", "table"),
    KeyTrial(
      "place.json", "counts", .set("[{\"id\": \"x\", \"segments\": {\"illness\": [\"ill\"]}}]"),
      "counts.csv", "names.csv"),
    KeyTrial("place.json", "counts[0].id", .rename("loads"), "counts.csv", "names.csv"),
    KeyTrial("place.json", "counts[0].name", .set("\"Loads\""), "names.csv"),
    KeyTrial(
      "place.json", "counts[0].segments", .set("{\"habit\": [\"smoker\"]}"), "counts.csv"),
    KeyTrial(
      "place.json", "outcomes", .set("[{\"id\": \"contact\"}, {\"id\": \"admission\"}]"),
      "outcomes.csv", "table"),
    KeyTrial("place.json", "outcomes[0].id", .rename("stay"), "outcomes.csv"),
    KeyTrial(
      "place.json", "outcomes[0].name", .set("\"Stays\""), "table", "summary.json", "names.csv"),
    KeyTrial("place.json", "outcomes[0].whole", .set("\"Visits\""), "names.csv", "report.html"),
    KeyTrial(
      "place.json", "outcomes[0].definition", .set("\"every stay\""), "names.csv", "report.html",
      "paper.md", "table"),
    KeyTrial(
      "place.json", "resources",
      .set("[{\"id\": \"beds\", \"unit\": \"days\"}, {\"id\": \"nurse\", \"unit\": \"hours\"}]"),
      "resources.csv", "table"),
    KeyTrial("place.json", "resources[0].id", .rename("carer"), "resources.csv", "summary.json"),
    KeyTrial("place.json", "resources[0].name", .set("\"Nursing\""), "table", "names.csv"),
    KeyTrial("place.json", "resources[0].unit", .set("\"h\""), "table", "resources.csv"),
    KeyTrial("place.json", "population", .set("\"larger.json\""), "segments.csv"),
    KeyTrial(
      "place.json", "pathways",
      .set("[\"vital.json\", \"habit.json\", \"illness.json\", \"idle.json\"]"), "segments.csv"),
    KeyTrial(
      "place.json", "events", .set("[\"events.json\", \"late.json\"]"), "outcomes.csv"),
    KeyTrial("place.json", "sources", .remove, refused: "unknown source"),
    KeyTrial("place.json", "baseline", .set("\"unusual.json\""), "manifest.json", "flows.csv"),

    KeyTrial("sources.json", "segflow", .set("\"sources/2\""), refused: "version"),
    KeyTrial("sources.json", "sources", .set("[]"), refused: "unknown source"),
    KeyTrial("sources.json", "sources[1].id", .rename("poll"), "inputs.csv"),
  ]

  /// The keys of a population.
  static let ofPopulations: [KeyTrial] = [
    KeyTrial("population.json", "segflow", .set("\"population/2\""), refused: "version"),
    KeyTrial("population.json", "evidence", .set(otherEvidence), "inputs.csv"),
    KeyTrial("population.json", "residents", .set("700"), "segments.csv"),
    KeyTrial("population.json", "sexes", .set("[\"male\", \"female\"]"), "segments.csv"),
    KeyTrial("population.json", "areaLabel", .set("\"Parish\""), "names.csv"),
    KeyTrial(
      "population.json", "areas", .set("[{\"id\": \"south\"}, {\"id\": \"north\"}]"),
      "segments.csv"),
    KeyTrial("population.json", "areas[0].id", .rename("top"), "segments.csv"),
    KeyTrial("population.json", "areas[0].name", .set("\"Top\""), "names.csv"),
    KeyTrial("population.json", "deprivation", .set("[\"rich\", \"poor\"]"), "segments.csv"),
    KeyTrial("population.json", "ageBands", .set("[\"0-49\", \"50+\"]"), "segments.csv"),
    KeyTrial("population.json", "people", .set("{\"byAge\": {\"0-60\": 1}}"), "segments.csv"),
    KeyTrial(
      "population.json", "people.byArea",
      .set("{\"north\": {\"byAge\": {\"0-50\": 1}}, \"south\": 0}"),
      "segments.csv"),
    KeyTrial(
      "population.json", "people.byArea.north.bySex",
      .set("{\"male\": {\"byAge\": {\"0-9\": 9}}, \"female\": 0}"),
      "segments.csv"),
    KeyTrial(
      "population.json", "people.byArea.south.byAge", .set("{\"18-94\": 500}"), "segments.csv"),
    KeyTrial(
      "population.json", "deprivationShares",
      .set("{\"north\": {\"poor\": 1}, \"south\": {\"rich\": 1}}"), "segments.csv"),
    KeyTrial("population.json", "birthsPerYear", .remove, "segments.csv"),
    KeyTrial("population.json", "joinersPerYear", .set("{\"65+\": 20}"), "segments.csv"),
  ]

  /// Evidence other than what the files state.
  static let otherEvidence = "{\"source\": \"survey\", \"quality\": \"derived\"}"
}
