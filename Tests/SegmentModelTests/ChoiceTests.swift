import Testing

@testable import SegmentModel

@Suite("Choices")
struct ChoiceTests {
  /// The example with the numbers of `level=trials effect=full-gap` written directly.
  private static let direct = Example.edited([
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

  private let trials: [(choice: String, options: [String])] = [
    ("level", ["trials"]), ("effect", ["full-gap"]),
  ]

  @Test("Without a word, the first options are in force")
  func defaults() throws {
    let runs = try Fixture(Example.filesWithChoices).worlds()
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
    let runs = try Fixture(Example.filesWithChoices).worlds(choose: trials)
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
    let run = try Fixture(Example.filesWithChoices).worlds(choose: trials)[0]
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
    let fixture = Fixture(Example.filesWithChoices)
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
    let files = Example.edited(
      [
        ("baseline.json", "\"id\"", #""choices": { "effect": "none" }, "id""#),
        ("finding.json", "\"id\"", #""choices": { "level": "trials" }, "id""#),
        ("together.json", "\"extends\"", #""choices": { "effect": "ratio" }, "extends""#),
      ], of: Example.filesWithChoices)
    let fixture = Fixture(files)
    let runs = try fixture.worlds()
    #expect(runs.map(\.choices.label) == ["level=trials effect=none", "level=trials"])
    #expect(runs.map { $0.scenarios.map(\.id) } == [["finding"], ["together"]])
    let asked = try fixture.worlds(choose: [("effect", ["full-gap"])])
    #expect(asked.map { $0.scenarios.map(\.id) } == [["finding", "together"]])
    #expect(asked.map(\.choices.label) == ["level=trials effect=full-gap"])
    #expect(try fixture.worlds(["place.json"]).map(\.choices.label) == ["effect=none"])
  }
}
