import Testing

@Suite("Mistakes in pathways and events")
struct PathwayMistakeTests {
  @Test(arguments: slips)
  func isReported(_ slip: Slip) throws { try slip.check() }

  static let slips = [
    Slip(
      "A cause of no outcome", in: "events/admissions.json",
      #""outcome": "admission", "cause": "Stroke""#, #""cause": "Stroke""#,
      """
      events/admissions.json:4:56: error: events[0].cause: 'cause' has no meaning without 'outcome'
        help: it is what an outcome is reported under; add "outcome" or remove it
      """),
    Slip(
      "Shares above 1 for some", in: "pathways/hypertension.json", #""45+": 0.1"#, #""45+": 0.6"#,
      """
      pathways/hypertension.json:12:24: error: start.shares: the shares sum to 1.1 for age 45, \
      deprivation group '2', frailty 'high'; they must not exceed 1
      """),
    Slip(
      "Counts above the residents", in: "pathways/frailty.json", #""high": 50"#, #""high": 5000"#,
      """
      pathways/frailty.json:6:24: error: start.counts: the counts sum to 5000, more than the 1000 \
      residents
      """),
    Slip(
      "A count that is not whole", in: "pathways/frailty.json", #""high": 50"#, #""high": 50.5"#,
      """
      pathways/frailty.json:6:34: error: start.counts.high: found 50.5, expected a whole number
      """),
    Slip(
      "Shares and counts together", in: "pathways/frailty.json", #""counts": { "high": 50 }"#,
      #""counts": { "high": 50 }, "shares": { "high": 0.1 }"#,
      """
      pathways/frailty.json:6:12: error: start: the keys 'shares', 'counts' cannot stand together
        help: keep one of them
      """),
    Slip(
      "A start that says nothing", in: "pathways/frailty.json", #""counts": { "high": 50 }"#, "",
      """
      pathways/frailty.json:6:12: error: start: one of the keys 'shares', 'counts' is needed
      """),
    Slip(
      "A start in the first segment", in: "pathways/frailty.json", #""counts": { "high": 50 }"#,
      #""counts": { "low": 50 }"#,
      """
      pathways/frailty.json:6:26: error: start.counts.low: 'low' is the first segment, which takes \
      whoever is left
        help: remove it
      """),
    Slip(
      "A start in a segment that leaves", in: "pathways/vital.json", #""moves": ["#,
      #""start": { "counts": { "died": 1 } }, "moves": ["#,
      """
      pathways/vital.json:6:26: error: start.counts.died: nobody can start in 'died', because \
      whoever enters it leaves the place
      """),
    Slip(
      "A first segment that leaves", in: "pathways/vital.json",
      #"{ "id": "alive" }, { "id": "died", "leaves": "died" }"#,
      #"{ "id": "died", "leaves": "died" }, { "id": "alive" }"#,
      """
      pathways/vital.json:5:17: error: segments[0]: nobody can start in 'died', because whoever \
      enters it leaves the place
      """),
    Slip(
      "No segments", in: "pathways/frailty.json", #"[ { "id": "low" }, { "id": "high" } ]"#, #"[]"#,
      """
      pathways/frailty.json:5:15: error: segments: the list is empty
      """),
    Slip(
      "A misspelt way to leave", in: "pathways/vital.json", #""leaves": "died""#,
      #""leaves": "dies""#,
      """
      pathways/vital.json:5:62: error: segments[1].leaves: unknown word 'dies'
        help: did you mean 'died'?
      """),
    Slip(
      "A cost after leaving", in: "pathways/vital.json", #""leaves": "died""#,
      #""leaves": "died", "utilityLoss": 0.1"#,
      """
      pathways/vital.json:5:85: error: segments[1].utilityLoss: whoever enters 'died' leaves the \
      place, and costs or loses nothing after that
      """),
    Slip(
      "A move out of a segment that leaves", in: "pathways/vital.json",
      #""from": "alive", "to": "died""#, #""from": "died", "to": "alive""#,
      """
      pathways/vital.json:7:30: error: moves[0].from: nobody can move out of 'died', because \
      whoever enters it leaves the place
      """),
    Slip(
      "A move to itself", in: "pathways/hypertension.json",
      #""from": "controlled", "to": "uncontrolled""#, #""from": "controlled", "to": "controlled""#,
      """
      pathways/hypertension.json:24:60: error: moves[2].to: the move goes from 'controlled' to \
      itself
      """),
    Slip(
      "A move without a chance", in: "pathways/hypertension.json",
      #"""
      "to": "uncontrolled",
            "ratePerYear": 0.2
      """#,
      #""to": "uncontrolled""#,
      """
      pathways/hypertension.json:24:5: error: moves[2]: one of the keys 'ratePerYear', \
      'probabilityPerQuarter' is needed
      """),
    Slip(
      "A move with two chances", in: "pathways/hypertension.json", #""ratePerYear": 0.2"#,
      #""ratePerYear": 0.2, "probabilityPerQuarter": 0.1"#,
      """
      pathways/hypertension.json:24:5: error: moves[2]: the keys 'ratePerYear', \
      'probabilityPerQuarter' cannot stand together
        help: keep one of them
      """),
    Slip(
      "Rates and probabilities in one pathway", in: "pathways/hypertension.json",
      #""ratePerYear": 0.2"#, #""probabilityPerQuarter": 0.2"#,
      """
      pathways/hypertension.json:25:32: error: moves[2].probabilityPerQuarter: \
      'probabilityPerQuarter' stands beside 'ratePerYear' of 'hypertension/onset'
        help: all moves of a pathway are given as rates, or as probabilities of one period
      """),
    Slip(
      "A probability of another period than the step", in: "events/admissions.json",
      #""probabilityPerQuarter""#, #""probabilityPerYear""#,
      """
      events/admissions.json:17:43: error: events[1].probabilityPerYear: 'probabilityPerYear' does \
      not fit the place's step, a quarter
        help: a probability is used as it is, so its period must be the step of the place
      """),
    Slip(
      "Probabilities of leaving a segment above 1", in: "pathways/frailty.json",
      #""start": { "counts": { "high": 50 } }"#,
      #"""
      "moves": [
          { "id": "a", "from": "low", "to": "high", "probabilityPerQuarter": 0.6 },
          { "id": "b", "from": "low", "to": "high", "eligible": { "ages": "80+", "sexes": ["male"],
            "areas": ["grays"], "deprivation": ["2"], "segments": { "hypertension": ["none"] } },
            "probabilityPerQuarter": 0.6 } ]
      """#,
      """
      pathways/frailty.json:6:12: error: moves: the probabilities of leaving 'low' sum to 1.2 for \
      age 80, sex 'male', area 'grays', deprivation group '2', hypertension 'none'; they must not \
      exceed 1
      """),
    Slip(
      "A trigger out of a segment that leaves", in: "events/admissions.json",
      #""pathway": "vital", "from": "alive", "to": "died""#,
      #""pathway": "vital", "from": "died", "to": "alive""#,
      """
      events/admissions.json:11:53: error: events[0].triggers[0].from: nobody can move out of \
      'died', because whoever enters it leaves the place
      """),
    Slip(
      "A trigger without a probability", in: "events/admissions.json",
      #"""
       "to": "died",
                "probability": 0.12 }
      """#,
      #" "to": "died" }"#,
      """
      events/admissions.json:11:9: error: events[0].triggers[0]: a trigger needs the key \
      'probability'
      """),
  ]
}
