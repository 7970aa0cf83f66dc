import Testing

@testable import SegmentModel

@Suite("What a reader calls the numbers of a run")
struct ReaderNamesTests {
  /// A place of one pathway, with events and an intervention in files of their own, as Thurrock's are.
  private static let files = [
    "place.json": """
    { "segflow": "place/1", "id": "thurrock", "name": "Thurrock, England",
      "evidence": { "source": "me", "quality": "assumed" },
      "start": "2020-01", "years": 1, "priceYear": "2023/24", "baseUtility": 1,
      "choices": [ { "id": "level", "options": [ { "id": "local" }, { "id": "trials-2019" } ] } ],
      "payers": [ { "id": "nhs" }, { "id": "asc" } ], "services": [ { "id": "gp" }, { "id": "ward" } ],
      "resources": [ { "id": "nurse-hours", "unit": "hours" } ],
      "outcomes": [ { "id": "admission" } ],
      "sources": { "sources": [ { "id": "me", "citation": "Me" } ] },
      "population": { "residents": 5, "joinersPerYear": { "40": 1 } },
      "pathways": [ "pathways/shots.json", "pathways/vital.json" ],
      "events": [ "events/admissions.json" ] }
    """,
    "pathways/shots.json": """
    { "segflow": "pathway/1", "id": "pneumococcal-vaccination", "name": "Pneumococcal vaccination",
      "evidence": { "source": "me", "quality": "assumed" },
      "segments": [ { "id": "unvaccinated" },
        { "id": "vaccinated", "name": "Vaccinated", "utilityLoss": 0.01, "costs": [
          { "payer": "nhs", "service": "gp", "poundsPerYear": 1 },
          { "payer": "nhs", "service": "ward", "poundsPerYear": 2 },
          { "payer": "asc", "poundsPerYear": 3 } ] } ],
      "start": { "shares": { "vaccinated": { "byAge": { "0-64": 0, "65+": 0.4 } } } },
      "moves": [
        { "id": "shot", "name": "Has the shot", "from": "unvaccinated", "to": "vaccinated",
          "ratePerYear": { "product": [ 0.1, { "value": { "byDeprivation": { "other": 1 } } } ] } },
        { "id": "waning", "from": "vaccinated", "to": "unvaccinated", "ratePerYear": {
            "byChoice": { "level": { "local": 0.2, "trials-2019": 0.3 } } } } ] }
    """,
    "pathways/vital.json": """
    { "segflow": "pathway/1", "id": "vital", "evidence": { "source": "me", "quality": "assumed" },
      "segments": [ { "id": "well" }, { "id": "ill" }, { "id": "died", "leaves": "died" } ],
      "moves": [
        { "id": "death", "from": [ "well", "ill" ], "to": "died", "ratePerYear": 0.01 },
        { "id": "onset", "from": "well", "to": "ill", "ratePerYear": 0.02,
          "triggers": [ { "pathway": "pneumococcal-vaccination", "from": "vaccinated",
                          "to": "unvaccinated", "probability": 0.5 } ] } ] }
    """,
    "events/admissions.json": """
    { "segflow": "events/1", "evidence": { "source": "me", "quality": "assumed" }, "events": [
      { "id": "fall", "name": "Falls", "outcome": "admission", "ratePerYear": 0.1 },
      { "id": "pneumonia", "name": "Pneumonia admissions", "outcome": "admission",
        "ratePerYear": { "value": { "byAge": { "0-64": 0.01, "65+": 0.02 } }, "relative95": [0.8, 1.25],
                         "distribution": "gamma" },
        "multipliers": { "pneumococcal-vaccination": {
          "vaccinated": { "value": 0.5, "range95": [0.3, 0.8], "distribution": "logNormal" } } },
        "costs": [ { "payer": "nhs", "pounds": 3000 } ] } ] }
    """,
    "shots.json": """
    { "segflow": "scenario/1", "id": "shots", "name": "Shots", "place": "place.json",
      "evidence": { "source": "me", "quality": "assumed" },
      "interventions": [ { "id": "shots", "name": "Shots for all", "starts": "2020-01",
        "reach": { "ramp": [ { "years": 0, "share": 0 }, { "years": 1, "share": 0.5 } ] },
        "effects": [ { "on": "pneumococcal-vaccination/shot", "multiplyRate": 2 },
                     { "on": "pneumococcal-vaccination/shot", "addRatePerYear": 0.1 },
                     { "on": "fall", "multiplyRate": 0.9 } ],
        "uses": [ { "resource": "nurse-hours", "perPersonReached": 0.5 } ] } ] }
    """,
  ]

  private static func names(
    _ files: [String: String], _ paths: [String] = ["shots.json"]
  ) throws -> [String: String] {
    let inputs = try Fixture(files).load(paths).inputs
    return Dictionary(uniqueKeysWithValues: inputs.map { ("\($0.file):\($0.path)", $0.name) })
  }

  @Test("A number goes by what it is about, never by its place in a list")
  func names() throws {
    let names = try Self.names(Self.files)
    for (id, name) in [
      (
        "events/admissions.json:events[1].multipliers.pneumococcal-vaccination.vaccinated.value",
        "Pneumonia admissions: multipliers, pneumococcal vaccination, vaccinated"
      ),
      ("events/admissions.json:events[0].ratePerYear", "Falls: rate per year"),
      (
        "events/admissions.json:events[1].ratePerYear.value.byAge.0-64",
        "Pneumonia admissions: rate per year, age 0-64"
      ),
      (
        "events/admissions.json:events[1].costs[0].pounds",
        "Pneumonia admissions: cost to nhs, pounds"
      ),
      // A move goes by its name, or by where it starts and ends.
      (
        "pathways/shots.json:moves[0].ratePerYear.product[0]",
        "Pneumococcal vaccination: Has the shot, rate per year, 1st factor"
      ),
      (
        "pathways/shots.json:moves[0].ratePerYear.product[1].value.byDeprivation.other",
        "Pneumococcal vaccination: Has the shot, rate per year, 2nd factor, deprivation other"
      ),
      (
        "pathways/shots.json:moves[1].ratePerYear.byChoice.level.local",
        "Pneumococcal vaccination: vaccinated to unvaccinated, rate per year, local"
      ),
      ("pathways/vital.json:moves[0].ratePerYear", "vital: well or ill to died, rate per year"),
      (
        "pathways/vital.json:moves[1].triggers[0].probability",
        "vital: well to ill, vaccinated to unvaccinated, probability"
      ),
      // A cost by who pays it, and for what where that tells it from another.
      (
        "pathways/shots.json:segments[1].costs[1].poundsPerYear",
        "Pneumococcal vaccination: Vaccinated, cost to nhs for ward, pounds per year"
      ),
      (
        "pathways/shots.json:segments[1].costs[2].poundsPerYear",
        "Pneumococcal vaccination: Vaccinated, cost to asc, pounds per year"
      ),
      (
        "pathways/shots.json:start.shares.vaccinated.byAge.65+",
        "Pneumococcal vaccination: start, shares, vaccinated, age 65+"
      ),
      // An effect by what it acts on, and by its place in words where there are several on one thing.
      (
        "shots.json:interventions[0].effects[2].multiplyRate",
        "Shots for all: effect on fall, multiply rate"
      ),
      (
        "shots.json:interventions[0].effects[1].addRatePerYear",
        "Shots for all: 2nd effect on pneumococcal vaccination shot, add rate per year"
      ),
      (
        "shots.json:interventions[0].uses[0].perPersonReached",
        "Shots for all: use of nurse hours, per person reached"
      ),
      (
        "shots.json:interventions[0].reach.ramp[1].share",
        "Shots for all: reach, 2nd ramp point, share"
      ),
      (
        "place.json:population.joinersPerYear.40",
        "Thurrock, England: population, joiners per year, 40"
      ),
    ] { #expect(names[id] == name, "\(id)") }
    #expect(!names.values.contains { $0.contains("[") })
  }

  @Test("Draws go by the names of quantities, and the command line's ids find them")
  func ids() throws {
    let run = try Fixture(Self.files).load(["shots.json"])
    let names = NumberNames(run.inputs, model: run.model)
    let rate = "thurrock/events/admissions.json:events[1].ratePerYear"
    let ratio =
      "thurrock/events/admissions.json:events[1].multipliers.pneumococcal-vaccination.vaccinated"
    #expect(names.uncertain.map(\.id) == [rate, ratio])
    #expect(
      names.uncertain.map(\.name) == [
        "Pneumonia admissions: rate per year",
        "Pneumonia admissions: multipliers, pneumococcal vaccination, vaccinated",
      ])
    #expect(names[ratio] == names[ratio + ".value"])
    #expect(names[rate + ".value.byAge.65+"] == "Pneumonia admissions: rate per year, age 65+")
    #expect(names["unknown"] == "unknown")
  }

  @Test("No two numbers of a run have the same name")
  func different() throws {
    var files = Self.files
    // Another event, scenario and move of the same name.
    files["events/admissions.json"] = files["events/admissions.json"]?
      .replacing(#""name": "Falls""#, with: #""name": "Pneumonia admissions""#)
    files["more.json"] = files["shots.json"]?.replacing(
      #""id": "shots", "name": "Shots", "#, with: #""id": "more", "name": "More", "#)
    files["pathways/vital.json"] = files["pathways/vital.json"]?
      .replacing(#""id": "vital","#, with: #""id": "vital", "name": "Pneumococcal vaccination","#)
      .replacing(
        #""id": "onset", "from""#, with: #""id": "onset", "name": "Has the shot", "from""#
      )
      .replacing(#""ratePerYear": 0.02"#, with: #""ratePerYear": { "product": [ 0.1, 0.2 ] }"#)
    let run = try Fixture(files).load(["shots.json", "more.json"])
    let names = run.inputs.map(\.name)
    #expect(Set(names).count == names.count)
    let byID = try Self.names(files, ["shots.json", "more.json"])
    for (id, name) in [
      ("more.json:interventions[0].effects[2].multiplyRate", "(more)"),
      ("shots.json:interventions[0].effects[2].multiplyRate", "(shots)"),
      ("pathways/shots.json:moves[0].ratePerYear.product[0]", "(shots)"),
      ("pathways/vital.json:moves[1].ratePerYear.product[0]", "(vital)"),
    ] { #expect(byID[id]?.hasSuffix(name) == true, "\(id): \(byID[id] ?? "")") }
    #expect(
      byID["events/admissions.json:events[0].ratePerYear"]
        == "fall: rate per year", "by its id, since its name is another's too")
    // Quantities by themselves as well, and a number that is a whole quantity has its name.
    let quantities = Set(run.inputs.map { "\($0.quantity) \($0.quantityName)" })
    #expect(Set(run.inputs.map(\.quantityName)).count == quantities.count)
  }

  @Test("What is told apart by nothing else is counted, and no counted name is one that is there")
  func counted() {
    var names = DistinctNames()
    for (id, name) in [
      ("a.json:x", "A"), ("a.json:y", "A"), ("a.json:x", "A"), ("a.json:z", "A (1st)"),
      ("b.json:x", "B"), ("c.json:x", "B"), ("d.json:x", "D"),
    ] { names.add(id, name) }
    let distinct = Dictionary(uniqueKeysWithValues: zip(names.ids, names.distinct))
    #expect(
      distinct == [
        "a.json:x": "A (2nd)", "a.json:y": "A (3rd)", "a.json:z": "A (1st)", "b.json:x": "B (b)",
        "c.json:x": "B (c)", "d.json:x": "D",
      ])
  }

  @Test("A group of numbers has its own name, with what they are all about unless that says it")
  func groups() {
    for (group, members, name) in [
      ("stroke-mortality", ["Vital: Death, a", "Vital: Death, b"], "Vital: stroke mortality"),
      ("stretched-qof-price", ["Stretched QOF: a: b", "Stretched QOF: c"], "Stretched QOF price"),
      ("copd", ["COPD: a", "COPD: b"], "COPD"), ("copd-cost", ["COPD: a", "Cost: b"], "copd cost"),
      ("copdcost", ["COPD: a", "COPD: b"], "COPD: copdcost"), ("any", ["a", "b"], "any"),
      ("any", [], "any"),
    ] { #expect(NumberNames.group(group, of: members) == name) }
    #expect(NumberID.nameOfGroup(NumberID.group("a:b")) == "a:b")
    #expect(NumberID.nameOfGroup("groups/x.json:rate") == nil)
  }

  @Test("Keys, places in a list and lists in words")
  func words() {
    for (key, words) in [
      ("addRatePerYear", "add rate per year"), ("af-case-finding", "af case finding"),
      ("18-44", "18-44"), ("lowres-2019", "lowres 2019"), ("65+", "65+"), ("", ""),
    ] { #expect(KeyWords.words(key) == words) }
    #expect(
      [0, 1, 2, 3, 10, 11, 12, 20, 21, 110].map(KeyWords.ordinal) == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "111th",
      ])
    #expect(["costs", "product", "once"].map(KeyWords.element) == ["cost", "factor", "once"])
  }
}
