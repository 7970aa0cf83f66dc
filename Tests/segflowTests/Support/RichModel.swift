import Foundation

/// A model that uses every key of the format, to try what each of them changes.
enum RichModel {
  /// Every file by name; `together.json` is the scenario that is run.
  static let files = [
    "place.json": place, "sources.json": sources, "population.json": population,
    "vital.json": vital, "habit.json": habit, "illness.json": illness, "events.json": events,
    "visits.json": visits, "screening.json": screening, "visiting.json": visiting,
    "together.json": together, "usual.json": usual,
    // What file names are changed to.
    "targets.json": targets,
    "larger.json": population.replacing("600", with: "650"),
    "idle.json": vital.replacing("vital", with: "idle")
      .replacing(", \"leaves\": \"died\"", with: ""),
    "late.json": events.replacing("fall", with: "late-fall").replacing("flu", with: "late-flu"),
    "elsewhere.json": place.replacing("smallton", with: "elsewhere"),
    "posters.json": screening.replacing("screening", with: "posters"),
    "unusual.json": """
    { "segflow": "scenario/1", "id": "unusual", "interventions": [ "posters.json" ] }
    """,
  ]

  private static let place = """
    { "segflow": "place/1", "id": "smallton", "name": "Smallton",
      "evidence": { "source": "guess", "quality": "assumed" },
      "start": "2020-04", "reportFrom": "2021-04", "years": 2, "step": "quarter",
      "priceYear": "2023/24", "discountRatesPerYear": [0, 0.035], "cycleWeights": "start",
      "baseUtility": 0.9,
      "willingnessToPay": [ { "poundsPerQALY": 20000, "source": "guess" } ],
      "choices": [ { "id": "view", "name": "View",
                     "options": [ { "id": "bright", "name": "Bright" }, { "id": "dark" } ] } ],
      "payers": [ { "id": "nhs", "name": "NHS" }, { "id": "council", "name": "Council" } ],
      "services": [ { "id": "drugs", "name": "Medicines" }, { "id": "wards" },
                    { "id": "teams" } ],
      "spendSegments": { "ages": "18+", "services": ["drugs", "wards"],
                         "shares": [ { "id": "most", "name": "Most", "share": 0.05 },
                                     { "id": "rest" } ] },
      "counts": [ { "id": "burdens", "name": "Burdens",
                    "segments": { "habit": ["smoker", "former"], "illness": ["ill"] } },
                  { "id": "smoking", "segments": { "habit": ["smoker"] } } ],
      "outcomes": [ { "id": "admission", "name": "Admissions", "whole": "Care" },
                    { "id": "contact", "name": "Contacts", "whole": "Care" } ],
      "resources": [ { "id": "nurse", "name": "Nurse time", "unit": "hours" },
                     { "id": "beds", "unit": "days" } ],
      "population": "population.json",
      "pathways": [ "vital.json", "habit.json", "illness.json" ],
      "events": [ "events.json" ],
      "sources": "sources.json",
      "baseline": "usual.json" }
    """

  private static let targets = """
    { "segflow": "targets/1", "evidence": { "source": "guess", "quality": "assumed" },
      "targets": [
        { "id": "falls-north", "name": "Falls in the north", "use": "validation",
          "measure": { "events": ["fall"], "from": "2020-04", "years": 1,
                       "where": { "area": "north" } },
          "value": 50, "error": { "range95": [20, 80] }, "definition": "falls", "line": 7,
          "denominator": "residents", "source": "survey", "quality": "published" },
        { "id": "recoveries", "use": "calibration", "measure": { "events": ["illness/recovery"] },
          "value": 10, "error": { "standardError": 2 }, "definition": "people" },
        { "id": "ill", "use": "validation",
          "measure": { "people": { "illness": ["ill"] }, "at": "2021-04" },
          "value": 100, "error": "poisson", "definition": "people" },
        { "id": "lived", "use": "validation", "measure": { "personYears": { "habit": ["smoker"] } },
          "value": 100, "error": "poisson", "definition": "years" },
        { "id": "lungs", "use": "validation",
          "measure": { "outcome": "admission", "causes": ["lungs"] },
          "value": 100, "error": "poisson", "definition": "admissions" },
        { "id": "spent", "use": "validation",
          "measure": { "pounds": { "payer": "nhs", "category": "care" } },
          "value": 100, "error": "poisson", "definition": "pounds" },
        { "id": "nursing", "use": "validation", "measure": { "resource": "nurse" },
          "value": 100, "error": "poisson", "definition": "hours" },
        { "id": "sum", "use": "validation", "measure": { "sum": [2, { "deaths": "all" }] },
          "value": 100, "error": "poisson", "definition": "a sum" },
        { "id": "difference", "use": "validation", "measure": { "difference": [2, 1] },
          "value": 100, "error": "poisson", "definition": "a difference" },
        { "id": "product", "use": "validation", "measure": { "product": [2, 1] },
          "value": 100, "error": "poisson", "definition": "a product" },
        { "id": "ratio", "use": "validation", "measure": { "ratio": [2, 1] },
          "value": 100, "error": "poisson", "definition": "a ratio" },
        { "id": "burdened", "use": "validation",
          "measure": { "holding": "burdens", "atLeast": 1, "at": "2021-04" },
          "value": 100, "error": "poisson", "definition": "people" },
        { "id": "costly", "use": "validation",
          "measure": { "shareOfSpend": "most", "from": "2021-04" },
          "value": 0.5, "error": { "standardError": 0.1 }, "definition": "a share" } ] }
    """

  private static let sources = """
    { "segflow": "sources/1", "sources": [
      { "id": "guess", "citation": "Nobody" }, { "id": "survey", "citation": "Somebody, 2020" } ] }
    """

  private static let population = """
    { "segflow": "population/1",
      "evidence": { "source": "guess", "quality": "assumed" },
      "residents": 600, "sexes": ["female", "male"], "areaLabel": "Ward",
      "areas": [ { "id": "north", "name": "North End" }, { "id": "south", "name": "South End" } ],
      "deprivation": ["poor", "rich"], "ageBands": ["0-17", "18-64", "65+"],
      "people": { "byArea": {
        "north": { "bySex": { "female": { "byAge": { "0-17": 100, "18-90": 300 } },
                              "male": { "byAge": { "0-17": 110, "18-85": 290 } } } },
        "south": { "byAge": { "18-64": 300, "65-95": 200 } } } },
      "deprivationShares": { "north": { "poor": 0.6, "rich": 0.4 },
                             "south": { "poor": 0.3, "rich": 0.7 } },
      "birthsPerYear": 12, "joinersPerYear": { "18-44": 20 } }
    """

  private static let vital = """
    { "segflow": "pathway/1", "id": "vital", "name": "Life",
      "evidence": { "source": "guess", "quality": "assumed" },
      "segments": [ { "id": "alive" }, { "id": "died", "leaves": "died" } ],
      "moves": [ { "id": "death", "from": "alive", "to": "died",
                   "ratePerYear": { "atAge": { "20": 0.01, "80": 0.2 } } } ] }
    """

  private static let habit = """
    { "segflow": "pathway/1", "id": "habit", "name": "Smoking",
      "evidence": { "source": "guess", "quality": "assumed" },
      "segments": [ { "id": "never" }, { "id": "smoker" }, { "id": "former" } ],
      "start": { "counts": { "smoker": 150, "former": 60 } },
      "moves": [
        { "id": "taking-up", "from": ["never", "former"], "to": "smoker",
          "probabilityPerQuarter": 0.02 },
        { "id": "quitting", "from": "smoker", "to": "former", "probabilityPerQuarter": 0.05 } ] }
    """

  /// What a move and an event carry alike.
  private static func carried(_ cause: String) -> String {
    """
    "eligible": { "ages": "10-89", "sexes": ["female", "male"], "areas": ["north", "south"],
                  "deprivation": ["poor", "rich"], "segments": { "habit": ["never", "smoker"] } },
    "ratePerYear": { "byArea": { "north": 0.3, "south": 0.4 } },
    "multipliers": { "habit": { "smoker": 1.5 } },
    "triggers": [ { "id": "\(cause)-shock", "pathway": "habit", "from": "smoker", "to": "former",
                    "probability": 0.4 } ],
    "costs": [ { "payer": "nhs", "service": "wards", "pounds": 300 } ], "qalyLoss": 0.1,
    "uses": [ { "resource": "nurse", "perEvent": 2 } ],
    "outcome": "admission", "cause": "\(cause)"
    """
  }

  private static let illness = """
    { "segflow": "pathway/1", "id": "illness", "name": "Lung disease",
      "evidence": { "source": "guess", "quality": "assumed" },
      "segments": [
        { "id": "well" },
        { "id": "ill", "name": "Breathless",
          "costs": [ { "payer": "nhs", "service": "drugs", "poundsPerYear": 500 } ],
          "uses": [ { "resource": "nurse", "perPersonYear": 3 } ],
          "utilityLoss": { "value": 0.2, "range95": [0.1, 0.3], "distribution": "beta",
                           "source": "survey", "quality": "published" } },
        { "id": "shielded" }, { "id": "gone", "leaves": "moved" } ],
      "start": { "shares": { "ill": { "bySegment": { "habit": { "smoker": 0.3, "other": 0.1 } } },
                             "shielded": { "byAge": { "65+": 0.1, "other": 0.2 } } } },
      "moves": [
        { "id": "onset", "name": "Falls ill", "from": ["well", "shielded"], "to": "ill",
          \(carried("lungs")) },
        { "id": "recovery", "from": "ill", "to": "well",
          "ratePerYear": { "bySex": { "female": 0.2, "male": 0.3 } } },
        { "id": "leaving", "from": ["well", "ill"], "to": "gone", "ratePerYear": { "byChoice": { "view": { "bright": 0.03, "dark": 0.2 } } } } ] }
    """

  private static let events = """
    { "segflow": "events/1",
      "evidence": { "source": "guess", "quality": "assumed" },
      "events": [
        { "id": "fall", "name": "Falls over", \(carried("floors")) },
        { "id": "flu", "outcome": "contact",
          "probabilityPerQuarter": { "product": [ 0.5, 0.2 ] } } ] }
    """

  private static let visits = """
    { "segflow": "intervention/1", "id": "visits", "name": "Home visits",
      "evidence": { "source": "guess", "quality": "assumed" },
      "starts": "2021-07", "ends": "2022-10",
      "eligible": { "ages": "18+", "sexes": ["female", "male"], "areas": ["north", "south"],
                    "deprivation": ["poor", "rich"],
                    "segments": { "habit": ["smoker", "never", "former"] } },
      "propensity": "keenness",
      "reach": { "ramp": [ { "years": 0, "share": 0.2 }, { "years": 1, "share": 0.6 } ],
                 "factor": { "byDeprivation": { "poor": 0.7, "rich": 1 } } },
      "effects": [ { "on": "illness/onset", "multiplyRate": 0.5 },
                   { "on": "fall", "addRatePerYear": -0.1 },
                   { "on": "illness/recovery", "setRatePerYear": 0.6 },
                   { "on": "fall/floors-shock", "setProbability": 0.8 },
                   { "on": "flu", "setProbability": 0.02 } ],
      "once": [ { "id": "inhaler", "pathway": "illness", "from": "well", "to": "shielded",
                  "probability": 0.5 } ],
      "costs": [ { "payer": "nhs", "service": "teams", "poundsPerPersonReached": 10 },
                 { "payer": "nhs", "poundsPerPersonYear": 20 },
                 { "payer": "nhs", "poundsPerEvent": 30, "on": "fall" },
                 { "payer": "nhs", "poundsPerYear": 1000 } ],
      "uses": [ { "resource": "nurse", "perPersonReached": 1 },
                { "resource": "nurse", "perPersonYear": 2 },
                { "resource": "nurse", "perEvent": 3, "on": "illness/recovery" },
                { "resource": "nurse", "perYear": 100 } ],
      "utilityGain": 0.02 }
    """

  private static let screening = """
    { "segflow": "intervention/1", "id": "screening",
      "evidence": { "source": "guess", "quality": "assumed" },
      "starts": "2021-04", "reach": 0.9, "capacityPerYear": 60,
      "effects": [ { "on": "habit/quitting", "multiplyRate": 4 } ],
      "costs": [ { "payer": "council", "poundsPerPersonReached": 5 } ],
      "ambitions": [ { "id": "small", "name": "Small", "change": { "utilityGain": 0.01 } },
                     { "id": "large", "change": { "utilityGain": 0.03 } } ] }
    """

  private static let visiting = """
    { "segflow": "scenario/1", "id": "visiting", "interventions": [ "visits.json" ] }
    """

  private static let together = """
    { "segflow": "scenario/1", "id": "together", "name": "All together", "place": "place.json",
      "evidence": { "source": "guess", "quality": "assumed" },
      "extends": "visiting.json", "until": "2023-01", "choices": { "view": "bright" },
      "interventions": [ "screening.json" ],
      "ambition": "large", "ambitions": { "screening": "small" },
      "change": { "screening": { "capacityPerYear": 40 } } }
    """

  private static let usual = """
    { "segflow": "scenario/1", "id": "usual", "name": "Usual care" }
    """
}

extension String {
  /// The text with a part of it replaced wherever it stands.
  fileprivate func replacing(_ part: String, with other: String) -> String {
    components(separatedBy: part).joined(separator: other)
  }
}
