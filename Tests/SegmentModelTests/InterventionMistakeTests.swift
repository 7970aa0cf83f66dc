import Testing

@Suite("Mistakes in interventions")
struct InterventionMistakeTests {
  @Test(arguments: slips)
  func isReported(_ slip: Slip) throws { try slip.check() }

  static let slips = [
    Slip(
      "A start after the run ends", in: "interventions/case-finding.json",
      #""starts": "2022-04", "ends": "2027-04""#,
      #""starts": "2032-04""#,
      """
      interventions/case-finding.json:4:13: error: starts: 2032-04 is not before the run ends, \
      2032-04
      """),
    Slip(
      "A start before the place starts", in: "interventions/case-finding.json",
      #""starts": "2022-04""#, #""starts": "2018-04""#,
      """
      interventions/case-finding.json:4:13: error: starts: 2018-04 is before the place starts, \
      2019-04
      """),
    Slip(
      "An end before the start", in: "interventions/case-finding.json", #""ends": "2027-04""#,
      #""ends": "2022-04""#,
      """
      interventions/case-finding.json:4:32: error: ends: 2022-04 is not after the intervention \
      starts, 2022-04
      """),
    Slip(
      "A probability set on a rate", in: "interventions/case-finding.json",
      #""on": "stroke", "addRatePerYear": -0.001"#, #""on": "stroke", "setProbability": 0.1"#,
      """
      interventions/case-finding.json:12:52: error: effects[3].setProbability: a probability is \
      set where the model has a rate
        help: use "setRatePerYear"
      """),
    Slip(
      "A rate set on a probability", in: "interventions/case-finding.json",
      #""setProbability": 0.04"#, #""setRatePerYear": 0.04"#,
      """
      interventions/case-finding.json:13:50: error: effects[4].setRatePerYear: 'setRatePerYear' \
      acts on a rate, but the model has a probability
        help: use "setProbability" or "multiplyRate"
      """),
    Slip(
      "A rate added to a probability", in: "interventions/case-finding.json",
      #""setProbability": 0.04"#, #""addRatePerYear": 0.04"#,
      """
      interventions/case-finding.json:13:50: error: effects[4].addRatePerYear: 'addRatePerYear' \
      acts on a rate, but the model has a probability
        help: use "setProbability" or "multiplyRate"
      """),
    Slip(
      "A rate set on a trigger", in: "interventions/case-finding.json", #""setProbability": 0.1"#,
      #""setRatePerYear": 0.1"#,
      """
      interventions/case-finding.json:10:57: error: effects[1].setRatePerYear: 'setRatePerYear' \
      cannot act on a trigger, which has a probability
        help: use "setProbability" or "multiplyRate"
      """),
    Slip(
      "A target set by two interventions", in: "together.json",
      #""on": "fall", "multiplyRate": 0.7"#, #""on": "fall", "setProbability": 0.7"#,
      """
      together.json:7:54: error: interventions[0].effects[0].setProbability: 'fall' is set already \
      (interventions/case-finding.json:13)
        help: in one scenario only one effect can set it; others can multiply or add
      """),
    Slip(
      "An effect without a change", in: "together.json", #", "multiplyRate": 0.7"#, "",
      """
      together.json:7:20: error: interventions[0].effects[0]: one of the keys 'multiplyRate', \
      'addRatePerYear', 'setRatePerYear', 'setProbability' is needed
      """),
    Slip(
      "An effect with two changes", in: "together.json", #""multiplyRate": 0.7"#,
      #""multiplyRate": 0.7, "setProbability": 0.1"#,
      """
      together.json:7:20: error: interventions[0].effects[0]: the keys 'multiplyRate', \
      'setProbability' cannot stand together
        help: keep one of them
      """),
    Slip(
      "A ramp that does not rise", in: "interventions/case-finding.json", #""years": 2"#,
      #""years": 0"#,
      """
      interventions/case-finding.json:7:22: error: reach.ramp: the ramp goes from 0 to 0 years; \
      years must rise
      """),
    Slip(
      "A ramp without points", in: "interventions/case-finding.json",
      #"[ { "years": 0, "share": 0 }, { "years": 2, "share": 0.5 } ]"#, #"[]"#,
      """
      interventions/case-finding.json:7:22: error: reach.ramp: the list is empty
      """),
    Slip(
      "A cost of no kind", in: "interventions/case-finding.json", #", "poundsPerPersonYear": 2"#,
      "",
      """
      interventions/case-finding.json:18:14: error: costs[1]: one of the keys \
      'poundsPerPersonReached', 'poundsPerPersonYear', 'poundsPerEvent', 'poundsPerYear' is needed
      """),
    Slip(
      "A cost of two kinds", in: "interventions/case-finding.json", #""poundsPerPersonYear": 2"#,
      #""poundsPerPersonYear": 2, "poundsPerYear": 3"#,
      """
      interventions/case-finding.json:18:14: error: costs[1]: the keys 'poundsPerPersonYear', \
      'poundsPerYear' cannot stand together
        help: keep one of them
      """),
    Slip(
      "A cost per event of no event", in: "interventions/case-finding.json",
      #""poundsPerEvent": 60, "on": "hypertension/diagnosis""#, #""poundsPerEvent": 60"#,
      """
      interventions/case-finding.json:19:14: error: costs[2]: a cost per event needs the key 'on'
      """),
    Slip(
      "A cost per event of a trigger", in: "interventions/case-finding.json",
      #""poundsPerEvent": 60, "on": "hypertension/diagnosis""#,
      #""poundsPerEvent": 60, "on": "stroke/dies""#,
      """
      interventions/case-finding.json:19:60: error: costs[2].on: 'stroke/dies' is a trigger, \
      expected a move or an event
      """),
    Slip(
      "An event for a cost that needs none", in: "interventions/case-finding.json",
      #""poundsPerYear": 50000"#, #""poundsPerYear": 50000, "on": "stroke""#,
      """
      interventions/case-finding.json:20:62: error: costs[3].on: 'on' has no meaning beside \
      'poundsPerYear'
        help: only "poundsPerEvent" takes it
      """),
    Slip(
      "A one-off move without a probability", in: "interventions/case-finding.json",
      #"""
      ,
                    "to": "uncontrolled", "probability": 0.5
      """#,
      #"""
      ,
                    "to": "uncontrolled"
      """#,
      """
      interventions/case-finding.json:14:13: error: once[0]: a trigger needs the key 'probability'
      """),
    Slip(
      "A change of an unknown key", in: "together.json", #""capacityPerYear": 6000"#,
      #""capacity": 6000"#,
      """
      together.json:8:33: error: change.case-finding.capacity: unknown key 'capacity'
        help: did you mean 'capacityPerYear'?
      """),
    Slip(
      "A change of an id", in: "together.json", #""capacityPerYear": 6000"#, #""id": "x""#,
      """
      together.json:8:33: error: change.case-finding.id: unknown key 'id'
        help: the keys of a change of an intervention are 'name', 'starts', 'ends', 'eligible', \
      'propensity', 'reach', 'effects', 'once', 'capacityPerYear', 'costs', 'uses', 'utilityGain' \
      and 1 more
      """),
    Slip(
      "A change that is not an object", in: "together.json", #"{ "capacityPerYear": 6000 }"#,
      #"6000"#,
      """
      together.json:8:31: error: change.case-finding: found a number, expected a change of an \
      intervention
      """),
    Slip(
      "A change of the start to after the end", in: "together.json", #""capacityPerYear": 6000"#,
      #""starts": "2028-04""#,
      """
      together.json:8:43: error: change.case-finding.starts: 2028-04 is not before the \
      intervention ends, 2027-04
      """),
    Slip(
      "A cost twice", in: "interventions/case-finding.json",
      #"{ "payer": "nhs", "poundsPerPersonYear": 2 },"#,
      #"{ "payer": "nhs", "poundsPerPersonYear": 2 }, { "poundsPerPersonYear": 2, "payer": "nhs" },"#,
      """
      interventions/case-finding.json:18:60: error: costs[2]: the same stands in the list already \
      (interventions/case-finding.json:18)
        help: remove one of the two, or give each a "note" if both are meant
      """),
    Slip(
      "An effect twice", in: "interventions/case-finding.json",
      #"{ "on": "stroke/dies", "setProbability": 0.1 },"#,
      #"{ "on": "stroke/dies", "setProbability": 0.1 }, { "on": "stroke/dies", "setProbability": 0.1 },"#,
      """
      interventions/case-finding.json:10:64: error: effects[2]: the same stands in the list already \
      (interventions/case-finding.json:10)
        help: remove one of the two, or give each a "note" if both are meant
      """),
    Slip(
      "A use twice", in: "interventions/case-finding.json",
      #"{ "resource": "nurse", "perPersonYear": 0.1 },"#,
      #"{ "resource": "nurse", "perPersonYear": 0.1 }, { "resource": "nurse", "perPersonYear": 0.1 },"#,
      """
      interventions/case-finding.json:23:60: error: uses[2]: the same stands in the list already \
      (interventions/case-finding.json:23)
        help: remove one of the two, or give each a "note" if both are meant
      """),
    Slip(
      "A misspelt way to change", in: "together.json", #""multiplyRate": 0.7"#,
      #""multiplyRates": 0.7"#,
      """
      together.json:7:36: error: interventions[0].effects[0].multiplyRates: unknown key \
      'multiplyRates'
        help: did you mean 'multiplyRate'?
      """),
  ]
}
