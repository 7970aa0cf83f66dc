import Testing

@Suite("Mistakes in names")
struct NameMistakeTests {
  @Test(arguments: slips)
  func isReported(_ slip: Slip) throws { try slip.check() }

  static let slips = [
    Slip(
      "A misspelt segment", in: "pathways/hypertension.json", #""from": "none""#, #""from": "non""#,
      """
      pathways/hypertension.json:17:30: error: moves[0].from: unknown segment 'non' of \
      'hypertension'
        help: did you mean 'none'?
      """),
    Slip(
      "A misspelt pathway", in: "pathways/vital.json", #""frailty": { "high""#,
      #""fraity": { "high""#,
      """
      pathways/vital.json:9:24: error: moves[0].multipliers.fraity: unknown pathway 'fraity'
        help: did you mean 'frailty'?
      """),
    Slip(
      "A misspelt event", in: "interventions/case-finding.json", #""on": "stroke","#,
      #""on": "strok","#,
      """
      interventions/case-finding.json:12:24: error: effects[3].on: unknown move, event or trigger \
      'strok'
        help: did you mean 'stroke'?
      """),
    Slip(
      "A misspelt move", in: "interventions/case-finding.json",
      #""on": "hypertension/diagnosis", "multiplyRate""#,
      #""on": "hypertension/diagnoses", "multiplyRate""#,
      """
      interventions/case-finding.json:9:24: error: effects[0].on: unknown move, event or trigger \
      'hypertension/diagnoses'
        help: did you mean 'hypertension/diagnosis'?
      """),
    Slip(
      "A misspelt trigger", in: "interventions/case-finding.json", #""stroke/dies""#,
      #""stroke/die""#,
      """
      interventions/case-finding.json:10:24: error: effects[1].on: unknown move, event or trigger \
      'stroke/die'
        help: did you mean 'stroke/dies'?
      """),
    Slip(
      "A misspelt payer", in: "events/admissions.json", #""payer": "asc""#, #""payer": "acs""#,
      """
      events/admissions.json:15:66: error: events[0].costs[1].payer: unknown payer 'acs'
        help: did you mean 'asc'?
      """),
    Slip(
      "A misspelt area", in: "events/admissions.json", #""areas": ["grays"]"#,
      #""areas": ["grey"]"#,
      """
      events/admissions.json:5:67: error: events[0].eligible.areas[0]: unknown area 'grey'
        help: did you mean 'grays'?
      """),
    Slip(
      "An unknown sex", in: "events/admissions.json", #""sexes": ["female"]"#,
      #""sexes": ["women"]"#,
      """
      events/admissions.json:5:46: error: events[0].eligible.sexes[0]: unknown sex 'women'
        help: the sexes are 'female', 'male'
      """),
    Slip(
      "An unknown deprivation group", in: "events/admissions.json", #""deprivation": ["1"]"#,
      #""deprivation": ["10", "7"]"#,
      """
      events/admissions.json:6:37: error: events[0].eligible.deprivation[0]: unknown deprivation \
      group '10'
        help: did you mean '1'?
      events/admissions.json:6:43: error: events[0].eligible.deprivation[1]: unknown deprivation \
      group '7'
        help: the deprivation groups are '1', '2'
      """),
    Slip(
      "A misspelt outcome", in: "events/admissions.json", #""outcome": "admission", "cause""#,
      #""outcome": "admissions", "cause""#,
      """
      events/admissions.json:4:58: error: events[0].outcome: unknown outcome 'admissions'
        help: did you mean 'admission'?
      """),
    Slip(
      "A misspelt intervention", in: "together.json", #""case-finding": {"#, #""casefinding": {"#,
      """
      together.json:8:15: error: change.casefinding: unknown intervention 'casefinding'
        help: did you mean 'case-finding'?
      """),
    Slip(
      "A name twice in a list", in: "events/admissions.json", #"["none", "controlled"]"#,
      #"["none", "none"]"#,
      """
      events/admissions.json:6:82: error: events[0].eligible.segments.hypertension[1]: 'none' is \
      named twice
      """),
    Slip(
      "An empty list of names", in: "events/admissions.json", #""sexes": ["female"]"#,
      #""sexes": []"#,
      """
      events/admissions.json:5:45: error: events[0].eligible.sexes: the list is empty
      """),
    Slip(
      "An id with capital letters", in: "pathways/frailty.json", #""id": "low""#, #""id": "Low""#,
      """
      pathways/frailty.json:5:25: error: segments[0].id: 'Low' is not an id
        help: an id has lower-case letters, digits and hyphens, and does not start with a hyphen
      """),
    Slip(
      "An id with a slash", in: "pathways/hypertension.json", #""id": "onset""#, #""id": "on/set""#,
      """
      pathways/hypertension.json:17:13: error: moves[0].id: 'on/set' is not an id
        help: an id has lower-case letters, digits and hyphens, and does not start with a hyphen
      """),
    Slip(
      "An id that tables need", in: "pathways/frailty.json", #""id": "low""#, #""id": "other""#,
      """
      pathways/frailty.json:5:25: error: segments[0].id: 'other' cannot be an id, because it has a \
      meaning of its own in tables
      """),
    Slip(
      "A payer called like all of them", in: "place.json", #""id": "asc""#, #""id": "all""#,
      """
      place.json:9:55: error: payers[1].id: 'all' cannot be an id, because it has a meaning of its \
      own in tables
      """),
    Slip(
      "An outcome called like another row", in: "place.json", #""outcomes": [ {"#,
      #""outcomes": [ { "id": "deaths" }, {"#,
      """
      place.json:10:25: error: outcomes[0].id: 'deaths' cannot be the id of an outcome
        help: tables of results use 'deaths', 'qalys', 'qalys-gained', 'saving', \
      'net-saving-pounds', 'net-benefit', 'scenario', 'choices', 'draw', 'replicate', 'year' for others
      """),
    Slip(
      "An intervention called like another row", in: "together.json", #""id": "falls""#,
      #""id": "overlap""#,
      """
      together.json:6:13: error: interventions[0].id: 'overlap' cannot be the id of an intervention
        help: tables of results use 'overlap' for others
      """),
    Slip(
      "A cause called like all of them", in: "events/admissions.json", #""cause": "Stroke""#,
      #""cause": "all""#,
      """
      events/admissions.json:4:80: error: events[0].cause: a cause cannot be called 'all', which \
      tables of results use for all causes together
      """),
    Slip(
      "An event whose name is a cause", in: "events/admissions.json", #""id": "fall","#,
      #""id": "fall", "name": "all","#,
      """
      events/admissions.json:17:29: error: events[1].name: a cause cannot be called 'all', which \
      tables of results use for all causes together
      """),
    Slip(
      "An id too long for the name of a file", in: "pathways/frailty.json", #""id": "low""#,
      "\"id\": \"\(String(repeating: "x", count: 81))\"",
      """
      pathways/frailty.json:5:25: error: segments[0].id: the id has 81 letters; there can be at \
      most 80
        help: files of results have ids in their names; say more in "name"
      """),
    Slip(
      "Two segments of one id", in: "pathways/hypertension.json", #"{ "id": "undiagnosed" }"#,
      #"{ "id": "none" }"#,
      """
      pathways/hypertension.json:7:13: error: segments[1].id: 'none' is the id of another segment \
      already (pathways/hypertension.json:6)
      """),
    Slip(
      "Two pathways of one id", in: "pathways/frailty.json", #""id": "frailty""#, #""id": "vital""#,
      """
      pathways/frailty.json:3:9: error: id: 'vital' is the id of another pathway already \
      (pathways/vital.json:3)
      """),
    Slip(
      "Two payers of one id", in: "place.json", #""id": "asc""#, #""id": "nhs""#,
      """
      place.json:9:55: error: payers[1].id: 'nhs' is the id of another payer already (place.json:9)
      """),
    Slip(
      "Two moves of one id", in: "pathways/hypertension.json", #""id": "loss-of-control""#,
      #""id": "onset""#,
      """
      pathways/hypertension.json:24:13: error: moves[2].id: 'onset' is the id of another move \
      already (pathways/hypertension.json:17)
      """),
    Slip(
      "Two events of one id", in: "events/admissions.json", #""id": "fall""#, #""id": "stroke""#,
      """
      events/admissions.json:17:13: error: events[1].id: 'stroke' is the id of another event \
      already (events/admissions.json:4)
      """),
    Slip(
      "Two triggers of one id", in: "events/admissions.json", #""triggers": ["#,
      #"""
      "triggers": [ { "id": "dies", "pathway": "vital", "from": "alive", "to": "died", \#
      "probability": 0 },
      """#,
      """
      events/admissions.json:11:17: error: events[0].triggers[1].id: 'dies' is the id of another \
      trigger already (events/admissions.json:10)
      """),
    Slip(
      "Two sources of one id", in: "sources.json", #""id": "case""#, #""id": "decisions""#,
      """
      sources.json:4:13: error: sources[1].id: 'decisions' is the id of another source already \
      (sources.json:3)
      """),
    Slip(
      "An intervention twice in a scenario", in: "together.json", #""id": "falls""#,
      #""id": "case-finding""#,
      """
      together.json:6:5: error: interventions[0]: the intervention 'case-finding' is in the \
      scenario already (finding.json:5)
      """),
    Slip(
      "Two scenarios of one id", in: "together.json", #""id": "together""#, #""id": "finding""#,
      """
      together.json:2:9: error: id: 'finding' is the id of another scenario already (finding.json:2)
      """),
    Slip(
      "A scenario with the baseline's id", in: "together.json", #""id": "together""#,
      #""id": "now""#,
      """
      together.json:2:9: error: id: 'now' is the id of another scenario already (baseline.json:1)
      """),
    Slip(
      "An event with a pathway's id", in: "events/admissions.json", #"{ "id": "fall""#,
      #"{ "id": "frailty", "ratePerYear": 1 }, { "id": "fall""#,
      """
      events/admissions.json:17:13: error: events[1].id: 'frailty' is the id of a pathway already
        help: effects could not tell them apart
      """),
    Slip(
      "An event that was named in effects, with a pathway's id", in: "events/admissions.json",
      #"{ "id": "fall""#, #"{ "id": "frailty""#,
      """
      events/admissions.json:17:13: error: events[1].id: 'frailty' is the id of a pathway already
        help: effects could not tell them apart
      """),
  ]
}
