extension KeyTrial {
  /// The keys of an intervention.
  static let ofInterventions: [KeyTrial] = [
    KeyTrial("visits.json", "segflow", .set("\"intervention/2\""), refused: "version"),
    KeyTrial("visits.json", "evidence", .set(otherEvidence), "inputs.csv"),
    KeyTrial("visits.json", "id", .rename("rounds"), "reach.csv", "costs.csv"),
    KeyTrial("visits.json", "name", .set("\"Rounds\""), "table", "names.csv"),
    KeyTrial("visits.json", "starts", .set("\"2022-01\""), "reach.csv"),
    KeyTrial("visits.json", "ends", .remove, "reach.csv"),
    KeyTrial("visits.json", "eligible", .remove, "reach.csv"),
    KeyTrial("visits.json", "eligible.ages", .set("\"40-70\""), "reach.csv"),
    KeyTrial("visits.json", "eligible.sexes", .set("[\"male\"]"), "reach.csv"),
    KeyTrial("visits.json", "eligible.areas", .set("[\"north\"]"), "reach.csv"),
    KeyTrial("visits.json", "eligible.deprivation", .set("[\"poor\"]"), "reach.csv"),
    KeyTrial("visits.json", "eligible.segments", .set("{\"habit\": [\"smoker\"]}"), "reach.csv"),
    KeyTrial("visits.json", "propensity", .set("\"visits\""), "reach.csv"),
    KeyTrial("visits.json", "reach", .set("0.3"), "reach.csv"),
    KeyTrial("visits.json", "reach.ramp", .set("[{\"years\": 0, \"share\": 0.4}]"), "reach.csv"),
    KeyTrial("visits.json", "reach.ramp[1].years", .set("2"), "reach.csv"),
    KeyTrial("visits.json", "reach.ramp[1].share", .set("0.8"), "reach.csv"),
    KeyTrial("visits.json", "reach.factor", .remove, "reach.csv"),
    KeyTrial("visits.json", "utilityGain", .remove, "summary.json"),
    KeyTrial("screening.json", "capacityPerYear", .set("20"), "reach.csv", given: [unchanged]),
    KeyTrial(
      "screening.json", "ambitions", .remove, "reach.csv", "summary.json",
      along: [.remove("together.json", "ambition"), .remove("together.json", "ambitions")]),
    KeyTrial("screening.json", "ambitions[0].id", .rename("tiny"), "reach.csv", "names.csv"),
    KeyTrial("screening.json", "ambitions[0].name", .set("\"Tiny\""), "names.csv"),
    KeyTrial("screening.json", "ambitions[0].change", .remove, "summary.json", "inputs.csv"),
  ]

  /// The keys of what interventions do and cost.
  static let ofEffects: [KeyTrial] = [
    KeyTrial("visits.json", "effects", .remove, "flows.csv", "outcomes.csv"),
    KeyTrial("visits.json", "effects[0].on", .set("\"illness/leaving\""), "flows.csv"),
    KeyTrial("visits.json", "effects[0].multiplyRate", .set(bySex(0.5, 0.1)), "flows.csv"),
    KeyTrial("visits.json", "effects[1].addRatePerYear", .set(bySex(0, 0.3)), "outcomes.csv"),
    KeyTrial("visits.json", "effects[2].setRatePerYear", .set(bySex(0.6, 0.9)), "flows.csv"),
    KeyTrial("visits.json", "effects[3].setProbability", .set(bySex(0.8, 0.1)), "flows.csv"),
    KeyTrial("visits.json", "effects[4].setProbability", .set(bySex(0, 0.09)), "outcomes.csv"),
    KeyTrial("visits.json", "once", .remove, "segments.csv"),
    KeyTrial("visits.json", "once[0].id", .rename("spacer"), "flows.csv"),
    KeyTrial(
      "visits.json", "once[0].pathway", .set("\"habit\""), "segments.csv",
      along: [
        .set("visits.json", "once[0].from", "\"smoker\""),
        .set("visits.json", "once[0].to", "\"never\""),
      ]),
    KeyTrial("visits.json", "once[0].from", .set("[\"well\", \"ill\"]"), "segments.csv"),
    KeyTrial("visits.json", "once[0].to", .set("\"ill\""), "segments.csv"),
    KeyTrial("visits.json", "once[0].probability", .set(bySex(0.5, 0.9)), "segments.csv"),
    KeyTrial("visits.json", "costs", .remove, "costs.csv"),
    KeyTrial("visits.json", "costs[0].payer", .set("\"council\""), "costs.csv"),
    KeyTrial("visits.json", "costs[0].service", .set("\"wards\""), "costs.csv"),
    KeyTrial("visits.json", "costs[0].poundsPerPersonReached", .set("11"), "costs.csv"),
    KeyTrial("visits.json", "costs[1].poundsPerPersonYear", .set("21"), "costs.csv"),
    KeyTrial("visits.json", "costs[2].poundsPerEvent", .set("31"), "costs.csv"),
    KeyTrial("visits.json", "costs[2].on", .set("\"illness/onset\""), "costs.csv"),
    KeyTrial("visits.json", "costs[3].poundsPerYear", .set("1001"), "costs.csv"),
    KeyTrial("visits.json", "uses", .remove, "resources.csv"),
    KeyTrial("visits.json", "uses[0].resource", .set("\"beds\""), "resources.csv"),
    KeyTrial("visits.json", "uses[0].perPersonReached", .set("2"), "resources.csv"),
    KeyTrial("visits.json", "uses[1].perPersonYear", .set("3"), "resources.csv"),
    KeyTrial("visits.json", "uses[2].perEvent", .set("4"), "resources.csv"),
    KeyTrial("visits.json", "uses[2].on", .set("\"illness/onset\""), "resources.csv"),
    KeyTrial("visits.json", "uses[3].perYear", .set("101"), "resources.csv"),
  ]

  /// The keys of a scenario.
  static let ofScenarios: [KeyTrial] = [
    KeyTrial("together.json", "segflow", .set("\"scenario/2\""), refused: "version"),
    KeyTrial("together.json", "evidence", .set(otherEvidence), "inputs.csv"),
    KeyTrial("together.json", "id", .rename("everything"), "reach.csv", "manifest.json"),
    KeyTrial("together.json", "name", .set("\"Everything\""), "table", "names.csv"),
    KeyTrial("together.json", "place", .set("\"elsewhere.json\""), "manifest.json"),
    KeyTrial("together.json", "extends", .remove, "reach.csv"),
    KeyTrial("together.json", "until", .set("\"2022-01\""), "reach.csv", "summary.json"),
    KeyTrial(
      "together.json", "choices", .set("{\"view\": \"dark\"}"), "flows.csv", "inputs.csv",
      "table", "manifest.json"),
    KeyTrial(
      "together.json", "interventions", .set("[\"screening.json\", \"posters.json\"]"),
      "reach.csv"),
    KeyTrial("together.json", "change", .remove, "reach.csv"),
    KeyTrial(
      "together.json", "ambition", .set("\"small\""), "reach.csv", "summary.json",
      given: [.remove("together.json", "ambitions")]),
    KeyTrial(
      "together.json", "ambitions", .set("{\"screening\": \"large\"}"), "reach.csv",
      "summary.json"),
  ]

  /// The keys of an intervention that a scenario or an ambition changes.
  static let ofChanges: [KeyTrial] = [
    ("name", "\"Tests\"", "table"),
    ("starts", "\"2022-04\"", "reach.csv"),
    ("ends", "\"2022-04\"", "reach.csv"),
    ("eligible", "{\"ages\": \"50+\"}", "reach.csv"),
    ("propensity", "\"keenness\"", "reach.csv"),
    ("reach", "0.05", "reach.csv"),
    ("effects", "[]", "flows.csv"),
    (
      "once",
      "[{\"pathway\": \"habit\", \"from\": \"smoker\", \"to\": \"never\", \"probability\": 1}]",
      "flows.csv"
    ),
    ("capacityPerYear", "20", "reach.csv"),
    ("costs", "[{\"payer\": \"nhs\", \"poundsPerYear\": 1}]", "costs.csv"),
    ("uses", "[{\"resource\": \"beds\", \"perYear\": 1}]", "resources.csv"),
    ("utilityGain", "0.1", "summary.json"),
  ].flatMap { (key: String, value: String, output: String) in
    [
      KeyTrial("together.json", "change.screening.\(key)", .set(value), output),
      KeyTrial(
        "screening.json", "ambitions[0].change.\(key)", .set(value), output, given: [unchanged]),
    ]
  }

  /// The scenario leaves the intervention as its file has it.
  private static let unchanged = ModelEdit.set("together.json", "change", "{}")
}
