import Testing

@testable import SegmentModel

@Suite("Mistakes about choices")
struct ChoiceMistakeTests {
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
    let files = Example.edited([(file, old, new)], of: Example.filesWithChoices)
    #expect(files != Example.filesWithChoices)
    let lines = Fixture(files).messages().split(separator: "\n").dropLast()
    #expect(lines.joined(separator: "\n") == expected)
  }

  @Test("Options asked for that do not exist are told with the nearest")
  func asked() {
    let messages = Fixture(Example.filesWithChoices).messages(choose: [
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
    let files = Example.edited(
      [("pathways/hypertension.json", #""ratio": 0.1"#, #""ratio": 0.1, "none": 0.9"#)],
      of: Example.filesWithChoices)
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
      #expect(Fixture(Example.filesWithChoices).messages(checking: name).isEmpty)
    }
  }
}
