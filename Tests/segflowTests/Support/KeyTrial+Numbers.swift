extension KeyTrial {
  /// The keys of a number with evidence, and of the evidence of a file.
  static let ofNumbers: [KeyTrial] =
    [
      KeyTrial("illness.json", "\(loss).value", .set("0.3"), "summary.json"),
      KeyTrial("illness.json", "\(loss).range95", .set("[0.15, 0.3]"), "inputs.csv"),
      KeyTrial("illness.json", "\(loss).distribution", .set("\"normal\""), "inputs.csv"),
      KeyTrial("illness.json", "\(loss).source", .set("\"guess\""), "inputs.csv"),
      KeyTrial("illness.json", "\(loss).quality", .set("\"derived\""), "inputs.csv"),
      KeyTrial("vital.json", "evidence.source", .set("\"survey\""), "inputs.csv"),
      KeyTrial("vital.json", "evidence.quality", .set("\"published\""), "inputs.csv"),
    ]
    // A table or product may stand instead of a value, never beside it.
    + ["byAge", "atAge", "bySex", "byArea", "byDeprivation", "bySegment", "byChoice", "product"].map
  {
    KeyTrial(
      "visits.json", "effects[0].multiplyRate.\($0)", .set("{}"),
      refused: "cannot stand together",
      given: [.set("visits.json", "effects[0].multiplyRate", "{\"value\": 0.5}")])
  }

  /// The keys of a table.
  static let ofTables: [KeyTrial] = [
    KeyTrial(
      "illness.json", "start.shares.shielded.byAge", .set("{\"65+\": 0.1, \"other\": 0.3}"),
      "segments.csv"),
    KeyTrial("vital.json", "moves[0].ratePerYear.atAge", .set("{\"20\": 0.1}"), "flows.csv"),
    KeyTrial(
      "illness.json", "moves[1].ratePerYear.bySex", .set("{\"female\": 0.2, \"male\": 0.6}"),
      "flows.csv"),
    KeyTrial(
      "events.json", "events[0].ratePerYear.byArea", .set("{\"north\": 0.3, \"other\": 0.6}"),
      "outcomes.csv"),
    KeyTrial(
      "visits.json", "reach.factor.byDeprivation", .set("{\"poor\": 0.7, \"other\": 0.5}"),
      "reach.csv"),
    KeyTrial(
      "illness.json", "start.shares.ill.bySegment",
      .set("{\"habit\": {\"smoker\": 0.3, \"other\": 0.2}}"), "segments.csv"),
    KeyTrial(
      "illness.json", "moves[2].ratePerYear.byChoice",
      .set("{\"view\": {\"bright\": 0.1, \"other\": 0.2}}"), "flows.csv"),
    KeyTrial(
      "events.json", "events[1].probabilityPerQuarter.product", .set("[0.5, 0.5]"),
      "outcomes.csv"),
  ]

  private static let loss = "segments[1].utilityLoss"
}
