import Testing

@testable import SegmentModel

@Suite("All mistakes at once")
struct AllMistakesTests {
  private func replacing(_ changes: [String: (old: String, new: String)]) -> Fixture {
    var files = Example.files
    for (file, change) in changes {
      files[file] = files[file]?.replacing(change.old, with: change.new)
    }
    return Fixture(files)
  }

  @Test("Mistakes of every file are reported together, by file and position")
  func reportsAll() {
    let fixture = replacing([
      "place.json": ("\"years\": 10", "\"years\": \"ten\""),
      "pathways/vital.json": ("\"to\": \"died\"", "\"to\": \"dead\""),
      "pathways/frailty.json": ("\"high\" } ],", "\"high\" }, ],"),
      "events/admissions.json": ("1.21", "-1.21"),
      "interventions/case-finding.json": ("\"propensity\"", "\"propencity\""),
      "together.json": ("6000", "true"),
    ])
    #expect(
      fixture.messages() == """
        together.json:8:52: error: change.case-finding.capacityPerYear: found true, expected a \
        capacity
        place.json:6:57: error: years: found the string 'ten', expected a number
        pathways/vital.json:7:45: error: moves[0].to: unknown segment 'dead' of 'vital'
          help: did you mean 'died'?
        pathways/frailty.json:5:50: error: segments: a comma stands before ']'
          help: remove the comma
        events/admissions.json:8:76: error: events[0].multipliers.hypertension.controlled: -1.21 \
        is not a multiplier; it must be 0 or more
        interventions/case-finding.json:6:3: error: propencity: unknown key 'propencity'
          help: did you mean 'propensity'?
        6 errors in 6 files
        """)
  }

  @Test("All mistakes of one object are reported")
  func reportsAllOfOneObject() {
    let fixture = replacing([
      "events/admissions.json": (
        "{ \"id\": \"fall\", \"probabilityPerQuarter\": 0.05, \"outcome\": \"admission\" }",
        """
        { "id": "Fall", "name": 1, "eligible": { "ages": 5, "sexes": "male" },
          "probabilityPerQuarter": 5, "outcome": "x", "costs": [ { "payer": "nhs" }, 3 ] }
        """
      )
    ])
    #expect(
      fixture.messages(loading: ["place.json"]) == """
        events/admissions.json:17:13: error: events[1].id: 'Fall' is not an id
          help: an id has lower-case letters, digits and hyphens, and does not start with a hyphen
        events/admissions.json:17:29: error: events[1].name: found a number, expected a string
        events/admissions.json:17:54: error: events[1].eligible.ages: found a number, expected a \
        string
        events/admissions.json:17:66: error: events[1].eligible.sexes: found a string, expected \
        a list of sexes
        events/admissions.json:18:28: error: events[1].probabilityPerQuarter: 5 is not a \
        probability; it must be between 0 and 1
          help: 5% is written 0.05
        events/admissions.json:18:42: error: events[1].outcome: unknown outcome 'x'
          help: the outcomes are 'admission'
        events/admissions.json:18:58: error: events[1].costs[0]: a cost of an event needs the key \
        'pounds'
        events/admissions.json:18:78: error: events[1].costs[1]: found a number, expected a cost \
        of an event
        8 errors
        """)
  }

  @Test("Misspelt evidence of a file is one mistake, not one for every number")
  func misspeltEvidence() {
    for file in [
      "pathways/vital.json", "events/admissions.json", "interventions/case-finding.json",
    ] {
      let messages = replacing([file: ("\"evidence\"", "\"evidance\"")]).messages()
      #expect(
        messages.contains(
          "error: evidance: unknown key 'evidance'\n  help: did you mean 'evidence'?"))
      #expect(messages.hasSuffix("\n1 error"), "\(messages)")
    }
  }

  @Test("An event that stands by itself and has no id is an event all the same")
  func eventWithoutID() {
    let event = #"{ "idd": "x", "probabilityPerQuarter": 0.1 }"#
    let fixture = replacing([
      "place.json": ("\"events/admissions.json\"", "\"events/admissions.json\", \(event)")
    ])
    #expect(
      fixture.messages(loading: ["place.json"]) == """
        place.json:17:43: error: events[1].idd: unknown key 'idd'
          help: did you mean 'id'?
        1 error
        """)
  }

  @Test(
    "A file that cannot be read causes no further mistakes",
    arguments: Example.files.keys.filter { !["finding.json", "together.json"].contains($0) }
      .sorted())
  func missingFile(_ name: String) {
    var files = Example.files
    files[name] = nil
    let messages = Fixture(files).messages()
    #expect(messages.contains("cannot read '\(name)': no such file\n1 error"))
  }

  @Test(
    "A file of broken syntax causes no further mistakes",
    arguments: Example.files.keys.sorted())
  func brokenFile(_ name: String) {
    var files = Example.files
    files[name]?.removeLast()
    let messages = Fixture(files).messages()
    #expect(messages.hasPrefix("\(name):"))
    #expect(messages.hasSuffix("found the end of the file, expected ',' or '}'\n1 error"))
  }

  @Test("A file given that cannot be read is named, and the others are still checked")
  func missingGivenFile() {
    let fixture = replacing(["place.json": ("\"years\": 10", "\"years\": 0")])
    #expect(
      fixture.messages(loading: ["x.json", "finding.json"]) == """
        x.json: error: cannot read 'x.json': no such file
        place.json:6:57: error: years: 0 makes no sense here; it must be between 1 and 200
        2 errors in 2 files
        """)
  }

  @Test(
    "Files that cannot be run together are refused",
    arguments: [
      (
        ["place.json", "finding.json"], nil,
        """
        place.json:2:14: error: segflow: a place stands among several files
          help: give one place, or scenarios of one place
        """
      ),
      (
        ["pathways/vital.json"], nil,
        "pathways/vital.json:2:14: error: segflow: found a pathway, expected a scenario or a place"
      ),
      (
        ["finding.json"], "place.json",
        "place.json:2:14: error: segflow: found a place, expected a scenario"
      ),
      (
        ["finding.json", "finding.json"], nil,
        "finding.json: error: 'finding.json' is listed twice\n  help: remove one of the two"
      ),
      (
        ["baseline.json"], nil, "baseline.json:1:1: error: a scenario needs the key 'place'"
      ),
    ] as [([String], String?, String)])
  func refusesTogether(_ paths: [String], _ baseline: String?, _ expected: String) {
    let messages = Fixture(Example.files).messages(loading: paths, baseline: baseline)
    #expect(messages == expected + "\n1 error")
  }
}
