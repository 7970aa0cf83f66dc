/// A small place with every kind of file, after docs/format.md.
enum Example {
  /// Every file; all are valid.
  static let files = [
    "place.json": place, "sources.json": sources, "population.json": population,
    "pathways/vital.json": vital, "pathways/frailty.json": frailty,
    "pathways/hypertension.json": hypertension, "events/admissions.json": admissions,
    "interventions/case-finding.json": caseFinding, "finding.json": finding,
    "together.json": together, "baseline.json": baseline,
  ]

  /// The same, and what nothing of the example names.
  static let moreFiles = files.merging(["modest.json": modest]) { $1 }

  static let place = """
    {
      "segflow": "place/1",
      "id": "thurrock", "name": "Thurrock, England",
      "note": "a small part of it",
      "evidence": { "source": "decisions", "quality": "assumed" },
      "start": "2019-04", "reportFrom": "2022-04", "years": 10, "step": "quarter",
      "priceYear": "2023/24", "discountRatesPerYear": [0, 0.035], "cycleWeights": "start",
      "baseUtility": 0.9,
      "payers": [ { "id": "nhs", "name": "NHS" }, { "id": "asc", "name": "Adult social care" } ],
      "outcomes": [ { "id": "admission", "name": "Emergency admissions" } ], \
    "resources": [ { "id": "nurse", "name": "Nurse time", "unit": "hours" }, \
    { "id": "bed-days", "unit": "days" } ],
      "population": "population.json",
      "pathways": [
        "pathways/vital.json",
        "pathways/frailty.json",
        "pathways/hypertension.json"
      ],
      "events": [ "events/admissions.json" ],
      "sources": "sources.json",
      "baseline": "baseline.json",
      "services": [ { "id": "gp", "name": "General practice" }, { "id": "hospital" } ],
      "spendSegments": { "ages": "18+", "services": [ "hospital" ],
        "shares": [ { "id": "highest", "name": "Highest", "share": 0.01 },
                    { "id": "high", "share": 0.06 },
                    { "id": "others" } ] },
      "counts": [ { "id": "conditions", "name": "Conditions", "segments": {
        "frailty": ["high"], "hypertension": ["uncontrolled", "controlled"] } } ]
    }
    """

  static let sources = """
    { "segflow": "sources/1",
      "sources": [
        { "id": "decisions", "citation": "Decisions of 2026" },
        { "id": "case", "citation": "Case for Further Change" } ] }
    """

  static let population = """
    {
      "segflow": "population/1",
      "evidence": { "source": "case", "quality": "published" },
      "residents": 1000,
      "sexes": [ "female", "male" ],
      "areaLabel": "PCN",
      "areas": [ { "id": "grays", "name": "Grays" }, { "id": "tilbury" } ],
      "deprivation": [ "1", "2" ],
      "ageBands": [ "0-17", "18-64", "65+" ],
      "people": { "byArea": {
        "grays": { "bySex": { "female": { "byAge": { "0-17": 100, "18-64": 200 } },
                              "male": { "byAge": { "0-17": 110, "18-64": 190 } } } },
        "tilbury": { "byAge": { "18-64": 300, "65-99": 100 } } } },
      "deprivationShares": { "grays": { "1": 0.25, "2": 0.75 }, "tilbury": { "1": 1 } },
      "birthsPerYear": 10,
      "joinersPerYear": { "18-44": { "value": 20, "range95": [15, 25], "quality": "derived" } }
    }
    """

  static let vital = """
    {
      "segflow": "pathway/1",
      "id": "vital", "name": "Vital status",
      "evidence": { "source": "case", "quality": "published" },
      "segments": [ { "id": "alive" }, { "id": "died", "leaves": "died" } ],
      "moves": [
        { "id": "death", "from": "alive", "to": "died",
          "ratePerYear": { "atAge": { "20": 0.001, "80": 0.1 } },
          "multipliers": { "frailty": { "high": 2.5 } } }
      ]
    }
    """

  static let frailty = """
    {
      "segflow": "pathway/1",
      "id": "frailty",
      "evidence": { "source": "decisions", "quality": "assumed" },
      "segments": [ { "id": "low" }, { "id": "high" } ],
      "start": { "counts": { "high": 50 } }
    }
    """

  static let hypertension = """
    {
      "segflow": "pathway/1",
      "id": "hypertension", "name": "Hypertension",
      "evidence": { "source": "decisions", "quality": "derived", "note": "section 2" },
      "segments": [
        { "id": "none", "name": "At risk" },
        { "id": "undiagnosed" },
        { "id": "uncontrolled" },
        { "id": "controlled",
          "costs": [ { "payer": "nhs", "poundsPerYear": 85, "service": "gp" } ], "utilityLoss": 0.02, \
    "uses": [ { "resource": "nurse", "perPersonYear": 0.5 } ] }
      ],
      "start": { "shares": {
        "undiagnosed": { "byAge": { "0-17": 0, "18-44": 0.04, "45+": 0.1 } },
        "uncontrolled": { "bySegment": { "frailty": { "high": 0.3, "other": 0.1 } } },
        "controlled": { "byDeprivation": { "1": 0.1, "other": 0.2 } } } },
      "moves": [
        { "id": "onset", "from": "none", "to": "undiagnosed",
          "ratePerYear": { "byAge": { "40-79": { "bySex": { "female": 0.02, "male": 0.03 } },
                                      "other": 0.01 } } },
        { "id": "diagnosis", "name": "Diagnosed in ordinary care",
          "from": ["undiagnosed"], "to": "uncontrolled",
          "ratePerYear": { "value": 0.11, "range95": [0.08, 0.15], "distribution": "logNormal",
                           "source": "case", "quality": "published", "note": "table 3" } },
        { "id": "loss-of-control", "from": "controlled", "to": "uncontrolled",
          "ratePerYear": 0.2 }
      ]
    }
    """

  static let admissions = """
    { "segflow": "events/1",
      "evidence": { "source": "case", "quality": "derived" },
      "events": [
        { "id": "stroke", "name": "First stroke", "outcome": "admission", "cause": "Stroke",
          "eligible": { "ages": "18+", "sexes": ["female"], "areas": ["grays"],
                        "deprivation": ["1"], "segments": { "hypertension": ["none", "controlled"] } },
          "ratePerYear": { "byArea": { "grays": 0.01, "tilbury": 0.02 } },
          "multipliers": { "hypertension": { "undiagnosed": 1.6, "controlled": 1.21 },
                           "frailty": { "high": 2 } },
          "triggers": [
            { "id": "dies", "pathway": "vital", "from": "alive", "to": "died",
              "probability": 0.12 },
            { "pathway": "hypertension", "from": ["none", "undiagnosed"], "to": "controlled",
              "probability": 0.35 } ],
          "costs": [ { "payer": "nhs", "pounds": 14430 }, { "payer": "asc", "pounds": 9630, "service": "hospital" } ],
          "qalyLoss": 0.1, "uses": [ { "resource": "bed-days", "perEvent": 12 } ] },
        { "id": "fall", "probabilityPerQuarter": 0.05, "outcome": "admission" } ] }
    """

  static let caseFinding = """
    { "segflow": "intervention/1",
      "id": "case-finding", "name": "Hypertension case finding",
      "evidence": { "source": "decisions", "quality": "assumed" },
      "starts": "2022-04", "ends": "2027-04",
      "eligible": { "ages": "40+", "segments": { "hypertension": ["none", "undiagnosed"] } },
      "propensity": "screening",
      "reach": { "ramp": [ { "years": 0, "share": 0 }, { "years": 2, "share": 0.5 } ],
                 "factor": { "byDeprivation": { "1": 0.8, "other": 1 } } },
      "effects": [ { "on": "hypertension/diagnosis", "multiplyRate": 3 },
                   { "on": "stroke/dies", "setProbability": 0.1 },
                   { "on": "stroke/1", "multiplyRate": 0.9 },
                   { "on": "stroke", "addRatePerYear": -0.001 },
                   { "on": "fall", "setProbability": 0.04 } ],
      "once": [ { "id": "audit", "pathway": "hypertension", "from": "undiagnosed",
                  "to": "uncontrolled", "probability": 0.5 } ],
      "capacityPerYear": 3000,
      "costs": [ { "payer": "nhs", "poundsPerPersonReached": 15, "service": "gp" },
                 { "payer": "nhs", "poundsPerPersonYear": 2 },
                 { "payer": "nhs", "poundsPerEvent": 60, "on": "hypertension/diagnosis" },
                 { "payer": "asc", "poundsPerYear": 50000 } ],
      "utilityGain": 0.01,
      "uses": [ { "resource": "nurse", "perPersonReached": 0.25 },
                { "resource": "nurse", "perPersonYear": 0.1 },
                { "resource": "nurse", "perEvent": 0.4, "on": "hypertension/diagnosis" },
                { "resource": "bed-days", "perYear": 3 } ],
      "ambitions": [
        { "id": "modest", "name": "A little", "change": { "reach": 0.1, "capacityPerYear": 500 } },
        { "id": "planned" },
        { "id": "ambitious", "change": { "reach": { "value": 0.8, "quality": "derived" } } } ] }
    """

  static let finding = """
    { "segflow": "scenario/1",
      "id": "finding", "name": "Case finding",
      "note": "the first step",
      "place": "place.json",
      "interventions": [ "interventions/case-finding.json" ] }
    """

  static let together = """
    { "segflow": "scenario/1",
      "id": "together",
      "evidence": { "source": "decisions", "quality": "assumed" },
      "extends": "finding.json",
      "interventions": [
        { "id": "falls", "starts": "2022-04", "reach": 0.3,
          "effects": [ { "on": "fall", "multiplyRate": 0.7 } ] } ],
      "change": { "case-finding": { "capacityPerYear": 6000 } } }
    """

  static let modest = """
    { "segflow": "scenario/1",
      "id": "modest",
      "extends": "together.json",
      "ambition": "modest",
      "ambitions": { } }
    """

  static let baseline = """
    { "segflow": "scenario/1", "id": "now", "name": "As it is" }
    """
}
