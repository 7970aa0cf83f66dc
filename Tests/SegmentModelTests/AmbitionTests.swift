import Testing

@testable import SegmentModel

@Suite("Ambitions")
struct AmbitionTests {
  /// Case finding in a scenario that extends the one in which its capacity is changed.
  private func caseFinding(_ keys: String, extends base: String = "together.json") throws
    -> Intervention
  {
    var files = Example.moreFiles
    files["modest.json"] = """
      { "segflow": "scenario/1", "id": "x", "extends": "\(base)", \(keys) }
      """
    return try Fixture(files).load(["modest.json"]).scenarios[0].interventions[0]
  }

  private func shares(_ intervention: Intervention) -> [Double] {
    intervention.reach.ramp.map(\.share.scalar)
  }

  @Test("Without one, an intervention stays as written")
  func asWritten() throws {
    let intervention = try Fixture(Example.moreFiles).load().scenarios[0].interventions[0]
    #expect(intervention.ambition == nil)
    #expect(shares(intervention) == [0, 0.5])
  }

  @Test("One for all changes what it says, before the scenario's own changes")
  func forAll() throws {
    let modest = try caseFinding(#""ambition": "modest""#)
    #expect(modest.ambition == Ambition(id: "modest", name: "A little"))
    #expect(shares(modest) == [0.1])
    #expect(modest.capacityPerYear?.scalar == 6000)
    let alone = try caseFinding(#""ambition": "modest""#, extends: "finding.json")
    #expect(alone.capacityPerYear?.scalar == 500)
    let planned = try caseFinding(#""ambition": "planned""#)
    #expect(planned.ambition == Ambition(id: "planned"))
    #expect(shares(planned) == [0, 0.5])
  }

  @Test("What is said of one intervention wins over what is said of all")
  func forOne() throws {
    let words = #""ambition": "modest", "ambitions": { "case-finding": "ambitious" }"#
    #expect(try caseFinding(words).ambition?.id == "ambitious")
  }

  @Test("It is inherited, and replaced by that of an extending scenario")
  func inherited() throws {
    #expect(try caseFinding(#""name": "X""#, extends: "base.json", base: "modest") == "modest")
    #expect(
      try caseFinding(#""ambition": "planned""#, extends: "base.json", base: "modest")
        == "planned")
  }

  private func caseFinding(_ keys: String, extends: String, base ambition: String) throws
    -> String?
  {
    var files = Example.moreFiles
    files["base.json"] = """
      { "segflow": "scenario/1", "id": "base", "extends": "together.json",
        "ambition": "\(ambition)" }
      """
    files["x.json"] = """
      { "segflow": "scenario/1", "id": "x", "extends": "\(extends)", \(keys) }
      """
    return try Fixture(files).load(["x.json"]).scenarios[0].interventions[0].ambition?.id
  }

  @Test("Only the numbers in force are inputs, under the path at which they stand")
  func inputs() throws {
    func paths(_ files: [String]) throws -> [String] {
      try Fixture(Example.moreFiles).load(files).inputs.filter {
        $0.file == "interventions/case-finding.json"
      }.map(\.path).filter { $0.contains("reach") || $0.contains("capacity") }
    }
    let written = [
      "reach.ramp[0].share", "reach.ramp[1].share", "reach.factor.byDeprivation.1",
      "reach.factor.byDeprivation.other", "capacityPerYear",
    ]
    #expect(try paths(["finding.json"]) == written)
    #expect(try paths(["modest.json"]) == ["ambitions[0].change.reach"])
    #expect(
      try paths(["finding.json", "modest.json"]) == written + ["ambitions[0].change.reach"])
  }

  @Test(arguments: slips)
  func isReported(_ slip: Slip) throws { try slip.check() }

  @Test("A mistake in an ambition is found in the file by itself")
  func checkedAlone() {
    var files = Example.moreFiles
    let name = "interventions/case-finding.json"
    files[name] = files[name]?.replacing("\"value\": 0.8", with: "\"value\": 1.8")
    #expect(
      Fixture(files).messages(checking: name) == """
        interventions/case-finding.json:29:58: error: ambitions[2].change.reach.value: 1.8 is not \
        a share; it must be between 0 and 1
          help: 1.8% is written 0.018
        1 error
        """)
  }

  @Test("What is written is checked where every scenario has an ambition")
  func writtenIsChecked() {
    var files = Example.moreFiles
    let name = "interventions/case-finding.json"
    files[name] = files[name]?.replacing("\"share\": 0.5", with: "\"share\": 1.5")
    #expect(
      Fixture(files).messages(loading: ["modest.json"]) == """
        interventions/case-finding.json:7:75: error: reach.ramp[1].share: 1.5 is not a share; it \
        must be between 0 and 1
          help: 1.5% is written 0.015
        1 error
        """)
  }

  private static let finding = "interventions/case-finding.json"

  static let slips = [
    Slip(
      "A mistake in an ambition that is not in force", in: finding, #""reach": 0.1"#,
      #""reach": 10"#,
      """
      interventions/case-finding.json:27:64: error: ambitions[0].change.reach: 10 is not a share; \
      it must be between 0 and 1
        help: 10% is written 0.1
      """),
    Slip(
      "An ambition that changes ambitions", in: finding, #""reach": 0.1"#, #""ambitions": []"#,
      """
      interventions/case-finding.json:27:55: error: ambitions[0].change.ambitions: unknown key \
      'ambitions'
        help: the keys of a change of an intervention are 'name', 'starts', 'ends', 'eligible', \
      'propensity', 'reach', 'effects', 'once', 'capacityPerYear', 'costs', 'uses', 'utilityGain' \
      and 1 more
      """),
    Slip(
      "An ambition twice", in: finding, #""id": "planned""#, #""id": "modest""#,
      """
      interventions/case-finding.json:28:13: error: ambitions[1].id: 'modest' is the id of another \
      ambition already (interventions/case-finding.json:27)
      """),
    Slip(
      "An ambition without an id", in: finding, #"{ "id": "planned" }"#, #"{ "name": "planned" }"#,
      """
      interventions/case-finding.json:28:5: error: ambitions[1]: an ambition needs the key 'id'
      """),
    Slip(
      "An ambition that nothing has", in: "modest.json", #""ambition": "modest""#,
      #""ambition": "modes""#,
      """
      modest.json:4:15: error: ambition: no intervention of the scenario has the ambition 'modes'
        help: did you mean 'modest'?
      """, loading: ["modest.json"]),
    Slip(
      "An ambition of an unknown intervention", in: "modest.json", #""ambitions": { }"#,
      #""ambitions": { "case-findings": "modest" }"#,
      """
      modest.json:5:18: error: ambitions.case-findings: unknown intervention 'case-findings'
        help: did you mean 'case-finding'?
      """, loading: ["modest.json"]),
    Slip(
      "An ambition that the intervention lacks", in: "modest.json", #""ambitions": { }"#,
      #""ambitions": { "case-finding": "modes", "falls": "modest" }"#,
      """
      modest.json:5:34: error: ambitions.case-finding: unknown ambition 'modes' of 'case-finding'
        help: did you mean 'modest'?
      modest.json:5:52: error: ambitions.falls: unknown ambition 'modest' of 'falls'
        help: there are no ambitions of 'falls'
      """, loading: ["modest.json"]),
    Slip(
      "An ambition for all that one of several interventions lacks", in: "modest.json",
      #""ambitions": { }"#,
      #"""
      "interventions": [ { "id": "y", "starts": "2022-04", "ambitions": [ { "id": "modesty" } ] } ]
      """#,
      """
      modest.json:4:15: error: ambition: unknown ambition 'modest' of 'y'
        help: did you mean 'modesty'?
      """, loading: ["modest.json"]),
  ]
}
