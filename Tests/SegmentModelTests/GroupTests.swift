import Testing

@testable import SegmentModel

@Suite("Numbers that name a group")
struct GroupTests {
  /// The example with two uncertain rates on which nothing depends.
  private func fixture(
    _ first: String, _ second: String, in file: String = "pathways/hypertension.json"
  ) -> Fixture {
    var files = Example.files
    files["pathways/vital.json"] = Example.vital.replacing(
      #"{ "atAge": { "20": 0.001, "80": 0.1 } }"#, with: "{ \(first) }")
    files["pathways/hypertension.json"] = Example.hypertension.replacing(
      #""ratePerYear": 0.2 }"#, with: "\"ratePerYear\": { \(second) } }")
    return Fixture(files)
  }

  private func share(_ value: Double, of size: Int, in group: String = "ways") -> String {
    """
    "value": \(value), "distribution": "dirichlet", "sampleSize": \(size), "correlated": "\(group)"
    """
  }

  private static let moving =
    #""value": 0.2, "distribution": "gamma", "range95": [0.15, 0.26], "correlated": "ways""#

  @Test("The shares of a split fit together")
  func splits() throws {
    #expect(fixture(share(0.4, of: 30), share(0.6, of: 30)).messages() == "")
    #expect(
      fixture(share(0.4, of: 30), share(0.7, of: 30)).messages() == """
        pathways/hypertension.json:25:33: error: moves[2].ratePerYear.value: the shares of the \
        split 'ways' come to 1.1; they must come to more than 0, but not more than 1
          help: the others: pathways/vital.json:8
        1 error
        """)
    #expect(
      fixture(share(0, of: 30), share(0, of: 30)).messages().contains(
        "the shares of the split 'ways' come to 0; they must come to more than 0"))
    #expect(
      fixture(share(0.4, of: 30), share(0.5, of: 40)).messages() == """
        pathways/hypertension.json:25:81: error: moves[2].ratePerYear.sampleSize: the split 'ways' \
        has the sample size 30 already (pathways/vital.json:8)
          help: all shares of a split state the same
        1 error
        """)
  }

  @Test("What moves together is no split")
  func mixed() {
    #expect(
      fixture(share(0.4, of: 30), Self.moving).messages() == """
        pathways/hypertension.json:25:102: error: moves[2].ratePerYear.correlated: 'ways' is a \
        split (pathways/vital.json:8), but this number is no share of one
          help: what moves together and what is split go by different names
        1 error
        """)
  }

  @Test("They are checked in a file by itself, where others may be missing")
  func alone() {
    let one = fixture(share(0.4, of: 30), share(1.2, of: 30))
    #expect(
      one.messages(checking: "pathways/hypertension.json").contains(
        "moves[2].ratePerYear.value: the shares of the split 'ways' come to 1.2"))
    let none = fixture(share(0.4, of: 30), share(0, of: 30))
    #expect(none.messages(checking: "pathways/hypertension.json") == "")
  }

  @Test("They are checked under every option of a choice, and only those in force count")
  func choices() {
    func messages(_ other: Double) -> String {
      var files = Example.files
      files["place.json"] = Example.place.replacing(
        #""payers""#,
        with: """
          "choices": [ { "id": "c", "options": [ { "id": "a" }, { "id": "b" } ] } ], "payers"
          """)
      let branches = [0.6, other].map {
        "{ \(share($0, of: 30)), \"source\": \"case\", \"quality\": \"assumed\" }"
      }
      files["pathways/hypertension.json"] = Example.hypertension.replacing(
        #""ratePerYear": 0.2 }"#,
        with: """
          "ratePerYear": { "byChoice": { "c": { "a": \(branches[0]), "b": \(branches[1]) } } } }
          """)
      return Fixture(files).messages(checking: "finding.json")
    }
    #expect(messages(0.7) == "")
    #expect(messages(1.2).contains("the shares of the split 'ways' come to 1.2"))
  }

  @Test("A number alone in its group is warned of, with the nearest group")
  func warnings() throws {
    #expect(try Fixture(Example.files).load().warnings == [])
    #expect(try fixture(Self.moving, Self.moving).load().warnings == [])
    let misspelt = Self.moving.replacing("ways", with: "wayss")
    let run = try fixture(Self.moving, misspelt).load()
    #expect(
      run.warnings == [
        "pathways/vital.json: moves[0].ratePerYear.value: no other number of the run is correlated "
          + "with 'ways'; did you mean 'wayss'?",
        "pathways/hypertension.json: moves[2].ratePerYear.value: no other number of the run is "
          + "correlated with 'wayss'; did you mean 'ways'?",
      ])
  }

  @Test("A utility above full health is warned of")
  func utility() throws {
    func warnings(_ gain: Double, _ segment: String = "none") throws -> [String] {
      var files = Example.files
      files["interventions/case-finding.json"] = Example.caseFinding.replacing(
        #""utilityGain": 0.01"#, with: "\"utilityGain\": \(gain)"
      ).replacing(#"["none", "undiagnosed"]"#, with: "[\"\(segment)\"]")
      return try Fixture(files).load().warnings
    }
    #expect(try warnings(0.1) == [])
    #expect(
      try warnings(0.11) == [
        "case-finding: with its utility gain of 0.11 those it reaches may have a utility of 1.01, "
          + "but full health is 1"
      ])
    // All of whom lose 0.02.
    #expect(try warnings(0.11, "controlled") == [])
  }
}
