extension KeyTrial {
  /// The keys of a number with evidence, and of the evidence of a file.
  static let ofNumbers: [KeyTrial] =
    [
      KeyTrial("illness.json", "\(loss).value", .set("0.22"), "summary.json"),
      KeyTrial("illness.json", "\(loss).range95", .set("[0.15, 0.3]"), "inputs.csv"),
      KeyTrial("illness.json", "\(loss).distribution", .set("\"normal\""), "inputs.csv"),
      KeyTrial(
        "illness.json", "\(loss).range", .set("[0.1, 0.4]"), "inputs.csv",
        given: [
          .set(
            "illness.json", loss,
            """
            { "value": 0.2, "range": [0.1, 0.3], "distribution": "triangular", "note": "a guess",
              "source": "survey", "quality": "published" }
            """)
        ]),
      KeyTrial(
        "illness.json", "\(recovery).relative95", .set("[0.9, 1.1]"), "inputs.csv",
        given: [
          .set(
            "illness.json", recovery,
            """
            { "value": { "bySex": { "female": 0.2, "male": 0.3 } }, "relative95": [0.8, 1.25],
              "distribution": "logNormal" }
            """)
        ]),
      KeyTrial(
        "illness.json", "\(recovery).sampleSize", .set("60"), "inputs.csv",
        given: [
          .set(
            "illness.json", recovery,
            """
            { "value": { "bySex": { "female": 0.2, "male": 0.3 } }, "sampleSize": 40,
              "distribution": "dirichlet" }
            """)
        ]),
      KeyTrial("illness.json", "\(loss).correlated", .set("\"lungs\""), "inputs.csv"),
      KeyTrial(
        "illness.json", "\(loss).correlated.group", .set("\"hearts\""), "inputs.csv",
        given: correlated),
      KeyTrial(
        "illness.json", "\(loss).correlated.correlation", .set("-0.5"), "inputs.csv",
        given: correlated),
      KeyTrial("illness.json", "\(loss).tag", .set("\"outside\""), "inputs.csv"),
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
  private static let recovery = "moves[1].ratePerYear"
  private static let correlated: [ModelEdit] = [
    .set("illness.json", "\(loss).correlated", "{ \"group\": \"lungs\", \"correlation\": 0.7 }")
  ]
}
