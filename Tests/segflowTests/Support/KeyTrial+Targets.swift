extension KeyTrial {
  /// A place with targets, and a number that is solved for one.
  private static let given: [ModelEdit] = [
    .set("place.json", "targets", "[\"targets.json\"]"),
    .set(
      "illness.json", "moves[1].ratePerYear",
      "{\"value\": 0.2, \"quality\": \"calibrated\", \"solve\": \"recoveries\"}"),
  ]

  /// A trial that changes the report of a validation.
  private static func trial(
    _ path: String, _ change: Change, along: [ModelEdit] = []
  ) -> KeyTrial {
    KeyTrial("targets.json", path, change, "validation", along: along, given: given)
  }

  private static func trial(_ path: String, _ change: Change, refused words: String) -> KeyTrial {
    KeyTrial("targets.json", path, change, refused: words, given: given)
  }

  /// The keys of targets, and of what is solved for them.
  static let ofTargets: [KeyTrial] = [
    KeyTrial("place.json", "targets", .set("[]"), refused: "unknown target", given: given),
    KeyTrial(
      "illness.json", "moves[1].ratePerYear.solve", .set("\"nothing\""),
      refused: "unknown target", given: given),
    KeyTrial(
      "illness.json", "start.settle", .set("{\"by\": \"habit\"}"), refused: "residents move in"),
    KeyTrial(
      "illness.json", "start.settle.by", .set("\"nothing\""), refused: "unknown pathway",
      given: [.set("illness.json", "start.settle", "{}")]),
    trial("segflow", .set("\"targets/2\""), refused: "version"),
    trial("evidence", .set("{\"source\": \"survey\", \"quality\": \"derived\"}")),
    trial("targets", .set("[]"), refused: "unknown target"),
    trial("targets[0].id", .rename("tumbles")),
    trial("targets[0].name", .set("\"Tumbles\"")),
    trial("targets[0].use", .set("\"calibration\""), refused: "nothing is solved"),
    trial("targets[0].measure", .set("{\"deaths\": \"all\"}")),
    trial("targets[0].value", .set("51")),
    trial("targets[0].error", .set("\"poisson\"")),
    trial("targets[0].error.range95", .set("[30, 80]")),
    trial("targets[1].error.standardError", .set("3")),
    trial("targets[0].definition", .set("\"tumbles\"")),
    trial("targets[0].denominator", .set("\"everybody\"")),
    trial("targets[0].source", .set("\"guess\"")),
    trial("targets[0].quality", .set("\"derived\"")),
    trial("targets[0].line", .set("8")),
  ]

  /// The keys of expressions.
  static let ofExpressions: [KeyTrial] =
    [
      trial("targets[0].measure.events", .set("[\"flu\"]")),
      trial("targets[0].measure.from", .set("\"2021-04\"")),
      trial("targets[0].measure.years", .set("2")),
      trial("targets[0].measure.where", .remove),
      trial("targets[0].measure.where.area", .set("\"south\"")),
      trial("targets[2].measure.people", .set("{\"illness\": [\"shielded\"]}")),
      trial("targets[2].measure.at", .set("\"2020-04\"")),
      trial("targets[3].measure.personYears", .set("\"all\"")),
      trial(
        "targets[4].measure.outcome", .set("\"contact\""),
        along: [.remove("targets.json", "targets[4].measure.causes")]),
      trial("targets[4].measure.causes", .set("[\"floors\"]")),
      trial("targets[5].measure.pounds", .set("{\"category\": \"events\"}")),
      trial("targets[5].measure.pounds.payer", .set("\"council\"")),
      trial("targets[5].measure.pounds.category", .set("\"events\"")),
      trial("targets[6].measure.resource", .set("\"beds\"")),
      trial("targets[11].measure.holding", .set("\"smoking\"")),
      trial("targets[11].measure.atLeast", .set("2")),
      trial("targets[12].measure.shareOfSpend", .set("\"rest\"")),
      trial("targets[7].measure.sum", .set("[3]")),
      trial("targets[8].measure.difference", .set("[3, 1]")),
      trial("targets[9].measure.product", .set("[3]")),
      trial("targets[10].measure.ratio", .set("[3, 1]")),
      trial("targets[7].measure.sum[1].deaths", .set("\"some\""), refused: "unknown word"),
      trial("targets[8].measure.of", .set("1"), refused: "has no meaning beside"),
      trial("targets[8].measure.by", .set("\"usual\""), refused: "has no meaning beside"),
    ]
    // A part of the residents is named by one margin alone, and an expression is of one kind.
    + ["deprivation", "sex", "ages"].map {
      trial("targets[0].measure.where.\($0)", .set("\"x\""), refused: "cannot stand together")
    }
    + ["reached", "in", "avoided"].map {
      trial("targets[0].measure.\($0)", .set("1"), refused: "cannot stand together")
    }
}
