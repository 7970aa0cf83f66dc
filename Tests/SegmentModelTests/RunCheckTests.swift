import Testing

@testable import SegmentModel

/// What is right by the format but hardly meant.
@Suite("Warnings about a run")
struct RunCheckTests {
  /// A place in one file with two pathways, and a scenario with interventions.
  private func warnings(
    place: (String, String) = ("", ""), _ scenarios: [String], base: String = "0.9"
  ) throws -> [String] {
    var files = [
      "place.json": """
      { "segflow": "place/1", "id": "p", "start": "2020-01", "years": 2, "baseUtility": \(base),
        "evidence": { "source": "m", "quality": "assumed" },
        "sources": { "sources": [ { "id": "m", "citation": "m" } ] },
        "payers": [ { "id": "nhs" }, { "id": "asc" } ], "outcomes": [ { "id": "adm" } ],
        "population": { "residents": 50, "areas": [ { "id": "north" }, { "id": "south" } ],
                        "people": { "byArea": { "north": { "byAge": { "30": 1 } },
                                      "south": { "byAge": { "30": 1 } } } } },
        "pathways": [ { "id": "a", "segments": [ { "id": "x", "utilityLoss": 0.1 }, { "id": "y" } ],
          "start": { "shares": { "y": 0.3 } },
          "moves": [ { "id": "xy", "from": "x", "to": "y", "ratePerYear": 0.2 } ] } ] }
      """.replacing(place.0, with: place.1)
    ]
    for (index, scenario) in scenarios.enumerated() {
      files["s\(index).json"] = """
        { "segflow": "scenario/1", "place": "place.json",
          "evidence": { "source": "m", "quality": "assumed" }, \(scenario) }
        """
    }
    let names = scenarios.indices.map { "s\($0).json" }
    return try Fixture(files).load(names.isEmpty ? ["place.json"] : names).warnings
  }

  /// An intervention that changes something.
  private func nurse(_ id: String, _ more: String = "") -> String {
    """
    "interventions": [ { "id": "\(id)", "starts": "2020-01", "utilityGain": 0.01 \(more) } ]
    """
  }

  @Test("Two things of the same name that tables show are warned of, and no others")
  func names() throws {
    func clash(_ what: String, _ ids: (String, String), _ name: String) -> String {
      "the \(what) '\(ids.0)' and '\(ids.1)' are both called '\(name)', so tables and charts cannot "
        + "tell them apart"
    }
    #expect(try warnings([#""id": "s""#, #""id": "t""#]) == [])
    #expect(
      try warnings([#""id": "s", "name": "Baseline""#]) == [
        clash("scenarios", ("baseline", "s"), "Baseline")
      ])
    #expect(
      try warnings([#""id": "s", "name": "Stop""#, #""id": "t", "name": "Stop""#]) == [
        clash("scenarios", ("s", "t"), "Stop")
      ])
    #expect(
      try warnings([
        #""id": "s", "# + nurse("i", #", "name": "j""#), #""id": "t", "# + nurse("j"),
      ]) == [clash("interventions", ("i", "j"), "j")])
    // The same intervention in two scenarios is one thing.
    #expect(try warnings([#""id": "s", "# + nurse("i"), #""id": "t", "# + nurse("i")]) == [])
    for (id, what, ids) in [
      (#"{ "id": "asc""#, "payers", ("nhs", "asc")),
      (#"{ "id": "south""#, "areas", ("north", "south")),
      (#"{ "id": "y""#, "segments of 'a'", ("x", "y")),
    ] {
      #expect(
        try warnings(place: (id, "\(id), \"name\": \"\(ids.0)\""), []) == [
          clash(what, ids, ids.0)
        ])
    }
  }

  @Test("An uncertain number written out in two scenarios is drawn apart, a shared one is not")
  func drawnApart() throws {
    func cost(_ more: String) -> String {
      #", "costs": [ { "payer": "nhs", "poundsPerYear": { "value": 9\#(more) } } ]"#
    }
    let uncertain = nurse("i", cost(#", "range95": [8, 10], "distribution": "normal""#))
    #expect(
      try warnings([#""id": "s", "# + uncertain, #""id": "t", "# + uncertain]) == [
        "'i' is written out in the scenarios 's' and 't', so its uncertain numbers are drawn apart; "
          + "put it into a file of its own that both name"
      ])
    let certain = nurse("i", cost(""))
    #expect(try warnings([#""id": "s", "# + certain, #""id": "t", "# + certain]) == [])
    #expect(
      try warnings([#""id": "s", "# + uncertain, #""id": "t", "extends": "s0.json""#]) == [])
  }

  @Test("An intervention that starts when its scenario has stopped is warned of, inherited or not")
  func late() throws {
    let late = "the scenario 's' stops in 2020-07, before 'i' starts, which never runs"
    func starting(_ month: String) -> String {
      """
      "id": "s", "until": "2020-07",
      "interventions": [ { "id": "i", "starts": "\(month)", "utilityGain": 0.01 },
                         { "id": "j", "starts": "2020-01", "utilityGain": 0.01 } ]
      """
    }
    #expect(try warnings([starting("2020-07")]) == [late])
    #expect(try warnings([starting("2020-06")]) == [])
    let other = late.replacing("'s'", with: "'t'")
    #expect(
      try warnings([starting("2020-07"), #""id": "t", "extends": "s0.json""#]) == [late, other])
  }

  @Test("An intervention that neither changes nor costs anything is warned of")
  func empty() throws {
    func warned(_ more: String) throws -> [String] {
      try warnings([
        #""id": "s", "interventions": [ { "id": "i", "starts": "2020-01" "# + more + " } ]"
      ])
    }
    #expect(try warned("") == ["i: it changes nothing and costs nothing"])
    #expect(try warned(#", "capacityPerYear": 10"#) == ["i: it changes nothing and costs nothing"])
    for more in [
      #""effects": [ { "on": "a/xy", "multiplyRate": 2 } ]"#, #""utilityGain": 0.01"#,
      #""costs": [ { "payer": "nhs", "poundsPerYear": 1 } ]"#,
      #""once": [ { "id": "o", "pathway": "a", "from": "x", "to": "y", "probability": 0.5 } ]"#,
    ] { #expect(try warned(", " + more) == [], "\(more)") }
  }

  @Test("What multiplies a certainty is warned of, unless it takes it away or another sets it")
  func certain() throws {
    func warned(_ effects: String, of chance: String = "1") throws -> [String] {
      try warnings(
        place: (#""ratePerYear": 0.2"#, #""probabilityPerQuarter": \#(chance)"#),
        ["\"id\": \"s\", " + nurse("i", #", "effects": [ \#(effects) ]"#)])
    }
    let halved = #"{ "on": "a/xy", "multiplyRate": 0.5 }"#
    #expect(
      try warned(halved) == [
        "i: multiplyRate leaves a/xy as it is, whose probability is 1; write setProbability"
      ])
    #expect(try warned(halved, of: "0.9") == [])
    #expect(try warned(#"{ "on": "a/xy", "multiplyRate": 0 }"#) == [])
    #expect(try warned(halved + #", { "on": "a/xy", "setProbability": 0.5 }"#) == [])
  }

  @Test("Utilities below that of the dead, and gains of several together, are warned of")
  func utilities() throws {
    // 0.05 less the 0.1 that all in x lose.
    #expect(
      try warnings([], base: "0.05") == [
        "whoever is in a/x has a utility of at most -0.05, but that of the dead is 0"
      ])
    func two(_ eligible: String) throws -> [String] {
      try warnings([
        """
        "id": "s", "interventions": [
          { "id": "i", "starts": "2020-01", "utilityGain": 0.08 },
          { "id": "j", "starts": "2020-01", "eligible": { \(eligible) }, "utilityGain": 0.07 } ]
        """
      ])
    }
    #expect(
      try two(#""ages": "18+""#) == [
        "i, j: with their utility gains of 0.15 together those whom all reach may have a utility of "
          + "1.05, but full health is 1"
      ])
    // All of whom lose 0.1.
    #expect(try two(#""segments": { "a": ["x"] }"#) == [])
  }

  @Test("Whom an intervention reaches start from the utility of their own age")
  func utilitiesByAge() throws {
    func warned(_ eligible: String) throws -> [String] {
      try warnings(
        place: (#""residents": 50"#, #""residents": 50, "ageBands": [ "0-59", "60+" ]"#),
        [
          """
          "id": "s", "interventions": [
            { "id": "i", "starts": "2020-01", "eligible": { \(eligible) }, "utilityGain": 0.1 } ]
          """
        ], base: #"{ "value": { "byAge": { "0-59": 0.95, "60+": 0.8 } } }"#)
    }
    #expect(try warned(#""ages": "60+""#) == [])
    for ages in ["18-64", "59+"] {
      #expect(
        try warned("\"ages\": \"\(ages)\"") == [
          "i: with its utility gain of 0.1 those it reaches may have a utility of 1.05, but full health is "
            + "1"
        ])
    }
  }
}
