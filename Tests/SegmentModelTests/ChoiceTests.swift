import Testing

@testable import SegmentModel

@Suite("Choices")
struct ChoiceTests {
  /// The example with two choices, which its numbers depend on wherever they may stand.
  private static let files = edited([
    (
      "place.json", "\"payers\"",
      """
      "choices": [
        { "id": "level", "name": "Level",
          "options": [ { "id": "local" }, { "id": "trials", "name": "As in trials" } ] },
        { "id": "effect", "options": [ { "id": "ratio" }, { "id": "full-gap" }, { "id": "none" } ] } ],
      "payers"
      """
    ),
    (
      "pathways/hypertension.json", "\"poundsPerYear\": 85",
      #""poundsPerYear": { "byChoice": { "level": { "local": 85, "trials": 90 } } }"#
    ),
    (
      "pathways/hypertension.json", "\"45+\": 0.1",
      #""45+": { "byChoice": { "effect": { "ratio": 0.1, "other": 0.2 } } }"#
    ),
    (
      "events/admissions.json", "\"probabilityPerQuarter\": 0.05",
      """
      "probabilityPerQuarter": { "byChoice": { "level": {
        "local": 0.05,
        "trials": { "value": 0.07, "range95": [0.06, 0.08], "source": "case",
                    "quality": "published" } } } }
      """
    ),
    (
      "interventions/case-finding.json", "\"capacityPerYear\": 3000",
      #""capacityPerYear": { "byChoice": { "level": { "local": 3000, "trials": { "value": { "byChoice": { "effect": { "full-gap": 10, "other": 20 } } } } } } }"#
    ),
  ])

  /// The same with the numbers of `level=trials effect=full-gap` written directly.
  private static let direct = edited([
    ("pathways/hypertension.json", "\"poundsPerYear\": 85", "\"poundsPerYear\": 90"),
    ("pathways/hypertension.json", "\"45+\": 0.1", "\"45+\": 0.2"),
    (
      "events/admissions.json", "\"probabilityPerQuarter\": 0.05",
      """
      "probabilityPerQuarter": { "value": 0.07, "range95": [0.06, 0.08], "source": "case",
                                 "quality": "published" }
      """
    ),
    (
      "interventions/case-finding.json", "\"capacityPerYear\": 3000",
      "\"capacityPerYear\": { \"value\": 10 }"
    ),
  ])

  private static func edited(
    _ edits: [(file: String, old: String, new: String)], of files: [String: String] = Example.files
  ) -> [String: String] {
    var files = files
    for (file, old, new) in edits { files[file] = files[file]?.replacing(old, with: new) }
    return files
  }

  private let trials: [(choice: String, options: [String])] = [
    ("level", ["trials"]), ("effect", ["full-gap"]),
  ]

  @Test("Without a word, the first options are in force")
  func defaults() throws {
    let runs = try Fixture(Self.files).worlds()
    let usual = try Fixture(Example.files).load()
    #expect(runs.count == 1)
    #expect(runs[0].choices.label == "default")
    #expect(runs[0].choices.name(ofChoices: [0, 1]) == "Level: local; effect: ratio")
    #expect(World.choicesToName(runs.map(\.choices)) == [])
    #expect(runs[0].model.choices.map(\.id) == ["level", "effect"])
    #expect(runs[0].inputs.map(\.value) == usual.inputs.map(\.value))
  }

  @Test("Another world is the model written with its numbers directly")
  func otherWorld() throws {
    let runs = try Fixture(Self.files).worlds(choose: trials)
    let direct = try Fixture(Self.direct).load()
    #expect(runs.map(\.choices.label) == ["level=trials effect=full-gap"])
    let numbers = [runs[0], direct].map { run -> [Quantity?] in
      let hypertension = run.model.pathways[2]
      guard case .shares(let shares) = hypertension.start else { return [] }
      return [
        hypertension.segments[3].costs[0].poundsPerYear, shares[1],
        run.model.events[1].chance.quantity, run.scenarios[0].interventions[0].capacityPerYear,
      ].map { quantity -> Quantity? in
        var quantity = quantity
        quantity?.location = ""
        quantity?.id = ""
        return quantity
      }
    }
    #expect(numbers[0].count == 4)
    #expect(numbers[0] == numbers[1])
  }

  @Test("Inputs are those of the branch in force, and the path says which it is")
  func inputs() throws {
    let run = try Fixture(Self.files).worlds(choose: trials)[0]
    let direct = try Fixture(Self.direct).load()
    #expect(run.inputs.map(\.value) == direct.inputs.map(\.value))
    #expect(run.inputs.map(\.evidence) == direct.inputs.map(\.evidence))
    let paths = run.inputs.map(\.path).filter { $0.contains("byChoice") }
    #expect(
      paths == [
        "segments[3].costs[0].poundsPerYear.byChoice.level.trials",
        "start.shares.undiagnosed.byAge.45+.byChoice.effect.other",
        "events[1].probabilityPerQuarter.byChoice.level.trials.value",
        "capacityPerYear.byChoice.level.trials.value.byChoice.effect.full-gap",
      ])
  }

  @Test("Several options give a world for each combination, each as if it were alone")
  func combinations() throws {
    let fixture = Fixture(Self.files)
    let runs = try fixture.worlds(
      choose: [("effect", ["none", "ratio"]), ("level", ["local", "trials"])])
    #expect(
      runs.map(\.choices.label) == [
        "effect=none", "default", "level=trials effect=none", "level=trials",
      ])
    for run in runs {
      let alone = try fixture.worlds(choose: run.choices.ids.map { ($0.choice, [$0.option]) })
      #expect(alone.count == 1)
      #expect(alone[0].model == run.model)
      #expect(alone[0].scenarios == run.scenarios)
      #expect(alone[0].inputs == run.inputs)
    }
  }

  @Test(
    "Scenarios state options, take them from what they extend and the baseline, and share worlds")
  func scenarios() throws {
    let files = Self.edited(
      [
        ("baseline.json", "\"id\"", #""choices": { "effect": "none" }, "id""#),
        ("finding.json", "\"id\"", #""choices": { "level": "trials" }, "id""#),
        ("together.json", "\"extends\"", #""choices": { "effect": "ratio" }, "extends""#),
      ], of: Self.files)
    let fixture = Fixture(files)
    let runs = try fixture.worlds()
    #expect(runs.map(\.choices.label) == ["level=trials effect=none", "level=trials"])
    #expect(runs.map { $0.scenarios.map(\.id) } == [["finding"], ["together"]])
    let asked = try fixture.worlds(choose: [("effect", ["full-gap"])])
    #expect(asked.map { $0.scenarios.map(\.id) } == [["finding", "together"]])
    #expect(asked.map(\.choices.label) == ["level=trials effect=full-gap"])
    #expect(try fixture.worlds(["place.json"]).map(\.choices.label) == ["effect=none"])
  }

  @Test(
    "Unknown names are told with the nearest",
    arguments: [
      (
        "events/admissions.json", "\"level\"", "\"lvel\"",
        """
        events/admissions.json:17:62: error: events[1].probabilityPerQuarter.byChoice.lvel: unknown \
        choice 'lvel'
          help: did you mean 'level'?
        """
      ),
      (
        "pathways/hypertension.json", "\"trials\": 90", "\"trails\": 90",
        """
        pathways/hypertension.json:10:78: error: segments[3].costs[0].poundsPerYear.byChoice.level: \
        there is no value for 'trials'
          help: "other" stands for every option that is not named
        pathways/hypertension.json:10:93: error: \
        segments[3].costs[0].poundsPerYear.byChoice.level.trails: unknown option 'trails' of 'level'
          help: did you mean 'trials'?
        """
      ),
      (
        "pathways/hypertension.json", "\"trials\": 90", "\"trials\": -90",
        """
        pathways/hypertension.json:10:103: error: \
        segments[3].costs[0].poundsPerYear.byChoice.level.trials: -90 is not a cost; it must be 0 \
        or more
        """
      ),
      (
        "pathways/hypertension.json", "{ \"level\": { \"local\": 85, \"trials\": 90 } }",
        "{ \"level\": { \"local\": 85, \"other\": 90 }, \"effect\": { \"other\": 1 } }",
        """
        pathways/hypertension.json:10:67: error: segments[3].costs[0].poundsPerYear.byChoice: found \
        2 choices, expected one
          help: choices nest: write one inside the other
        """
      ),
      (
        "finding.json", "\"id\"", #""choices": { "levle": "local", "effect": "fullgap" }, "id""#,
        """
        finding.json:2:16: error: choices.levle: unknown choice 'levle'
          help: did you mean 'level'?
        finding.json:2:44: error: choices.effect: unknown option 'fullgap' of 'effect'
          help: did you mean 'full-gap'?
        """
      ),
      (
        "place.json", #"[ { "id": "local" }, { "id": "trials", "name": "As in trials" } ]"#,
        #"[ { "id": "local" } ]"#,
        """
        place.json:11:16: error: choices[0].options: found 1 option, expected two or more
        """
      ),
    ])
  func mistakes(_ file: String, _ old: String, _ new: String, _ expected: String) {
    let files = Self.edited([(file, old, new)], of: Self.files)
    #expect(files != Self.files)
    let lines = Fixture(files).messages().split(separator: "\n").dropLast()
    #expect(lines.joined(separator: "\n") == expected)
  }

  @Test("Options asked for that do not exist are told with the nearest")
  func asked() {
    let messages = Fixture(Self.files).messages(choose: [
      ("levle", ["local"]), ("effect", ["none", "x"]),
    ])
    #expect(
      messages == """
        --choose levle=local: error: unknown choice 'levle'
          help: did you mean 'level'?
        --choose effect=x: error: unknown option 'x' of 'effect'
          help: the options of 'effect' are 'ratio', 'full-gap', 'none'
        2 errors in 2 files
        """)
    #expect(
      Fixture(Example.files).messages(choose: [("level", ["local"])]).hasPrefix(
        """
        --choose level=local: error: unknown choice 'level'
          help: there are no choices
        """))
  }

  @Test("A check reads every option, a run only those in force")
  func checksSums() {
    let files = Self.edited(
      [("pathways/hypertension.json", #""ratio": 0.1"#, #""ratio": 0.1, "none": 0.9"#)],
      of: Self.files)
    let fixture = Fixture(files)
    #expect(fixture.messages(loading: ["finding.json"]).isEmpty)
    let expected = """
      the shares sum to 1.1 for age 45, deprivation group '1', frailty 'low' under effect=none; \
      they must not exceed 1
      1 error
      """
    #expect(fixture.messages(checking: "finding.json").hasSuffix(expected))
    #expect(fixture.messages(checking: "place.json").hasSuffix(expected))
    #expect(fixture.messages(choose: [("effect", ["none"])]).hasSuffix(expected))
  }

  @Test("A file by itself lets choices pass that only its place defines")
  func alone() {
    for name in ["pathways/hypertension.json", "events/admissions.json"] {
      #expect(Fixture(Self.files).messages(checking: name).isEmpty)
    }
  }
}
