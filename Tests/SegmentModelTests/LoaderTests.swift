import Foundation
import Testing

@testable import SegmentModel

@Suite("Loading")
struct LoaderTests {
  @Test("Files on disk are read, relative to the file that names them")
  func loadsFromDisk() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "segflow-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in Example.files {
      let url = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    let run = try Loader.load([folder.path + "/finding.json"])[0]
    #expect(run.model.pathways.count == 3)
    #expect(run.files[0].path == folder.path + "/finding.json")
    #expect(run.files[0].bytes == [UInt8](Example.finding.utf8))
    try Loader.check(folder.path + "/pathways/vital.json")
    let missing = "\(folder.path)/nowhere.json"
    #expect(throws: InputErrors.self) { try Loader.load([missing]) }
    #expect(throws: InputErrors.self) { try Loader.check(folder.path) }
  }

  @Test(
    "The nearest file is named, whatever its extension",
    arguments: [
      ("nope.json", nil), ("hip.json", "hyp.json"), ("hyp.jsn", "hyp.json"),
      ("wolf.json", nil),
    ] as [(String, String?)])
  func nearest(_ name: String, _ expected: String?) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "segflow-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let inner = folder.appending(path: "wolff")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    try Data().write(to: folder.appending(path: "hyp.json"))
    do throws(Mistake) {
      _ = try FileStore.readDisk("\(folder.path)/\(name)")
    } catch {
      #expect(error.help == expected.map { "did you mean '\(folder.path)/\($0)'?" })
    }
  }

  @Test("A place alone is loaded without scenarios")
  func loadsPlace() throws {
    let run = try Fixture(Example.files).load(["place.json"])
    #expect(run.scenarios.isEmpty)
    #expect(run.baseline == Scenario(id: "now", name: "As it is"))
    #expect(run.files.map(\.path).first == "place.json")
  }

  @Test("Every file is listed once, in the order of reading")
  func listsFiles() throws {
    let run = try Fixture(Example.files).load()
    #expect(
      run.files.map(\.path) == [
        "finding.json", "together.json", "place.json", "sources.json", "population.json",
        "pathways/vital.json", "pathways/frailty.json", "pathways/hypertension.json",
        "events/admissions.json", "baseline.json", "interventions/case-finding.json",
      ])
  }

  @Test("Scenarios come in the order given, and take from what they extend")
  func loadsScenarios() throws {
    let run = try Fixture(Example.files).load(["together.json", "finding.json"])
    #expect(run.scenarios.map(\.id) == ["together", "finding"])
    #expect(run.scenarios.map(\.name) == ["together", "Case finding"])
    #expect(run.scenarios.map(\.note) == [nil, "the first step"])
    let together = run.scenarios[0].interventions
    #expect(together.map(\.id) == ["case-finding", "falls"])
    #expect(together.map { $0.capacityPerYear?.scalar } == [6000, nil])
    #expect(run.scenarios[1].interventions.map { $0.capacityPerYear?.scalar } == [3000])
    #expect(
      together[0].capacityPerYear?.location == "together.json: change.case-finding.capacityPerYear")
  }

  @Test("Without a baseline scenario, the baseline is the place as it is")
  func defaultBaseline() throws {
    var files = Example.files
    files["place.json"] = Example.place.replacing(#""sources": "sources.json","#, with: "")
      .replacing(#""baseline": "baseline.json""#, with: #""sources": "sources.json""#)
    let run = try Fixture(files).load(["finding.json"])
    #expect(run.baseline == Scenario(id: "baseline", name: "Baseline"))
  }

  @Test("The caller's baseline replaces the place's, and is not listed as a scenario")
  func givenBaseline() throws {
    let fixture = Fixture(Example.files)
    let run = try fixture.load(["finding.json", "together.json"], baseline: "finding.json")
    #expect(run.baseline.id == "finding")
    #expect(run.scenarios.map(\.id) == ["together"])
    #expect(try fixture.load(["baseline.json", "finding.json"]).scenarios.map(\.id) == ["finding"])
  }

  @Test("A whole model fits in one file")
  func loadsInlineObjects() throws {
    let text = """
      { "segflow": "scenario/1", "id": "tiny",
        "evidence": { "source": "me", "quality": "assumed" },
        "place": {
          "id": "nowhere", "start": "2020-01", "years": 1, "payers": [ { "id": "nhs" } ], "outcomes": [ { "id": "visit" } ],
          "sources": { "sources": [ { "id": "me", "citation": "Me" } ] },
          "population": { "residents": 5 },
          "pathways": [ { "id": "vital", "segments": [ { "id": "alive" }, { "id": "died" } ],
            "moves": [ { "id": "death", "from": "alive", "to": "died", "ratePerYear": 0.1 } ] } ]
        },
        "extends": { "id": "base", "interventions": [
          { "id": "care", "starts": "2020-01",
            "effects": [ { "on": "vital/death", "multiplyRate": 0.5 } ] } ] } }
      """
    let fixture = Fixture(["tiny.json": text])
    #expect(fixture.messages(loading: ["tiny.json"]) == "")
    let run = try fixture.load(["tiny.json"])
    #expect(run.model.id == "nowhere")
    #expect(run.model.population == PopulationPlan(residents: 5))
    #expect(run.scenarios[0].interventions.map(\.reach) == [Reach(share: 1)])
    #expect(
      run.model.pathways[0].moves[0].chance.quantity.location
        == "tiny.json: place.pathways[0].moves[0].ratePerYear")
  }

  @Test("A misspelt place causes no further mistakes")
  func misspeltPlace() {
    var files = Example.files
    files["finding.json"] = Example.finding.replacing("\"place\"", with: "\"plase\"")
    #expect(
      Fixture(files).messages() == """
        finding.json:4:3: error: plase: unknown key 'plase'
          help: did you mean 'place'?
        1 error
        """)
  }

  @Test("Numbers about the world are listed by leaf, in file order, with their evidence")
  func listsInputs() throws {
    let run = try Fixture(Example.files).load()
    let listed = run.inputs.filter { $0.file == "population.json" }
    let published = Evidence(source: "case", quality: .published)
    #expect(
      listed == [
        InputNumber(
          file: "population.json", path: "birthsPerYear", value: 10, range95: nil,
          distribution: nil, tag: .outside, evidence: published,
          quantity: "thurrock/population.json:birthsPerYear",
          name: "population: births per year", quantityName: "population: births per year"),
        InputNumber(
          file: "population.json", path: "joinersPerYear.18-44.value", value: 20,
          range95: 15...25, distribution: nil, tag: .outside,
          evidence: Evidence(source: "case", quality: .derived),
          quantity: "thurrock/population.json:joinersPerYear.18-44",
          name: "population: joiners per year, 18-44",
          quantityName: "population: joiners per year, 18-44"),
      ])
    let starts = run.inputs.filter { $0.path.hasPrefix("start.shares") }
    #expect(
      starts.map(\.path) == [
        "start.shares.undiagnosed.byAge.0-17", "start.shares.undiagnosed.byAge.18-44",
        "start.shares.undiagnosed.byAge.45+",
        "start.shares.uncontrolled.bySegment.frailty.high",
        "start.shares.uncontrolled.bySegment.frailty.other",
        "start.shares.controlled.byDeprivation.1", "start.shares.controlled.byDeprivation.other",
      ])
    #expect(starts.map(\.value) == [0, 0.04, 0.1, 0.3, 0.1, 0.1, 0.2])
    let files = run.inputs.map(\.file)
    #expect(files.first == "together.json")
    #expect(files.last == "interventions/case-finding.json")
    #expect(run.inputs.contains { $0.file == "together.json" && $0.value == 6000 })
  }
}
