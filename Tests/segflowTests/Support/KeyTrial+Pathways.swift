extension KeyTrial {
  /// The keys of a pathway and its segments.
  static let ofPathways: [KeyTrial] = [
    KeyTrial("illness.json", "segflow", .set("\"pathway/2\""), refused: "version"),
    KeyTrial("illness.json", "evidence", .set(otherEvidence), "inputs.csv"),
    KeyTrial("illness.json", "id", .rename("lungs"), "segments.csv", "flows.csv"),
    KeyTrial("illness.json", "name", .set("\"Lungs\""), "names.csv"),
    KeyTrial("vital.json", "segments", .set(moreSegments), "segments.csv"),
    KeyTrial("illness.json", "segments[1].id", .rename("sick"), "segments.csv"),
    KeyTrial("illness.json", "segments[1].name", .set("\"Sick\""), "names.csv"),
    KeyTrial("illness.json", "segments[3].leaves", .set("\"died\""), "outcomes.csv", "table"),
    KeyTrial("illness.json", "segments[1].costs", .remove, "costs.csv"),
    KeyTrial("illness.json", "segments[1].costs[0].payer", .set("\"council\""), "costs.csv"),
    KeyTrial(
      "illness.json", "segments[1].costs[0].service", .set("\"teams\""), "costs.csv", "spend.csv"),
    KeyTrial("illness.json", "segments[1].costs[0].poundsPerYear", .set("600"), "costs.csv"),
    KeyTrial("illness.json", "segments[1].uses", .remove, "resources.csv"),
    KeyTrial("illness.json", "segments[1].uses[0].resource", .set("\"beds\""), "resources.csv"),
    KeyTrial("illness.json", "segments[1].uses[0].perPersonYear", .set("4"), "resources.csv"),
    KeyTrial("illness.json", "segments[1].utilityLoss", .remove, "summary.json"),
    KeyTrial("illness.json", "start", .remove, "segments.csv"),
    KeyTrial("illness.json", "start.shares", .set("{\"ill\": 0.5}"), "segments.csv"),
    KeyTrial("habit.json", "start.counts", .set("{\"former\": 300}"), "segments.csv"),
    KeyTrial("vital.json", "moves", .remove, "flows.csv", "outcomes.csv"),
    KeyTrial(
      "illness.json", "moves[1].from", .set("[\"ill\", \"shielded\"]"), "flows.csv",
      "segments.csv"),
    KeyTrial("illness.json", "moves[1].to", .set("\"shielded\""), "segments.csv"),
  ]

  private static let moreSegments = """
    [{"id": "alive"}, {"id": "away", "leaves": "moved"}, {"id": "died", "leaves": "died"}]
    """

  /// The keys of a list of events.
  static let ofEvents: [KeyTrial] = [
    KeyTrial("events.json", "segflow", .set("\"events/2\""), refused: "version"),
    KeyTrial("events.json", "evidence", .set(otherEvidence), "inputs.csv"),
    KeyTrial(
      "events.json", "events", .set("[]"), "outcomes.csv", "costs.csv",
      given: [.set("visits.json", "effects", "[]"), .set("visits.json", "costs", "[]")]),
  ]

  /// The keys of moves and events, which are alike.
  static let ofHappenings =
    happening("illness.json", "moves[0]", "flows.csv")
    + happening("events.json", "events[0]", "outcomes.csv")
    + chances("habit.json", "moves[1]", "flows.csv")
    + chances("events.json", "events[1]", "outcomes.csv")

  /// The keys of a happening given as a rate; `counts` is the table that counts it.
  private static func happening(_ file: String, _ path: String, _ counts: String) -> [KeyTrial] {
    [
      KeyTrial(file, "\(path).id", .rename("mishap"), "names.csv", "costs.csv"),
      KeyTrial(file, "\(path).name", .set("\"Mishap\""), "names.csv"),
      KeyTrial(file, "\(path).eligible", .remove, counts),
      KeyTrial(file, "\(path).eligible.ages", .set("\"30-60\""), counts),
      KeyTrial(file, "\(path).eligible.sexes", .set("[\"male\"]"), counts),
      KeyTrial(file, "\(path).eligible.areas", .set("[\"north\"]"), counts),
      KeyTrial(file, "\(path).eligible.deprivation", .set("[\"poor\"]"), counts),
      KeyTrial(file, "\(path).eligible.segments", .set("{\"habit\": [\"smoker\"]}"), counts),
      KeyTrial(file, "\(path).ratePerYear", .set("0.5"), counts),
      KeyTrial(
        file, "\(path).multipliers", .set("{\"habit\": {\"smoker\": \(bySex(1.5, 3))}}"), counts),
      KeyTrial(file, "\(path).triggers", .remove, "flows.csv", along: [withoutTriggerEffect]),
      KeyTrial(file, "\(path).triggers[0].id", .rename("scare"), "flows.csv"),
      KeyTrial(
        file, "\(path).triggers[0].pathway", .set("\"vital\""), "flows.csv",
        along: [
          .set(file, "\(path).triggers[0].from", "\"alive\""),
          .set(file, "\(path).triggers[0].to", "\"died\""),
        ]),
      KeyTrial(file, "\(path).triggers[0].from", .set("[\"never\", \"smoker\"]"), "flows.csv"),
      KeyTrial(file, "\(path).triggers[0].to", .set("\"never\""), "segments.csv"),
      KeyTrial(file, "\(path).triggers[0].probability", .set(bySex(0.4, 0.9)), "flows.csv"),
      KeyTrial(file, "\(path).costs", .remove, "costs.csv"),
      KeyTrial(file, "\(path).costs[0].payer", .set("\"council\""), "costs.csv"),
      KeyTrial(
        file, "\(path).costs[0].service", .set("\"teams\""), "costs.csv", "spend.csv"),
      KeyTrial(file, "\(path).costs[0].pounds", .set("400"), "costs.csv"),
      KeyTrial(file, "\(path).costs[0].kind", .set("\"care\""), "costs.csv"),
      KeyTrial(file, "\(path).uses", .remove, "resources.csv"),
      KeyTrial(file, "\(path).uses[0].resource", .set("\"beds\""), "resources.csv"),
      KeyTrial(file, "\(path).uses[0].perEvent", .set("3"), "resources.csv"),
      KeyTrial(file, "\(path).qalyLoss", .set("0.2"), "summary.json"),
      KeyTrial(file, "\(path).outcome", .set("\"contact\""), "outcomes.csv"),
      KeyTrial(file, "\(path).cause", .set("\"Fate\""), "outcomes.csv", "table"),
    ]
  }

  /// The probabilities of a happening, each in a place of steps that long.
  private static func chances(_ file: String, _ path: String, _ counts: String) -> [KeyTrial] {
    [("month", "Month"), ("quarter", "Quarter"), ("year", "Year")].map { step, period in
      KeyTrial(
        file, "\(path).probabilityPer\(period)", .set(bySex(0.04, 0.2)), counts,
        given: [
          .set("place.json", "step", "\"\(step)\""),
          .rename("probabilityPerQuarter", to: "probabilityPer\(period)"),
        ])
    }
  }

  private static let withoutTriggerEffect = ModelEdit.remove("visits.json", "effects[3]")

  /// A table of two numbers.
  static func bySex(_ female: Double, _ male: Double) -> String {
    "{\"bySex\": {\"female\": \(female), \"male\": \(male)}}"
  }
}
