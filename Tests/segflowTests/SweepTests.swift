import Foundation
import SegmentAnalysis
import SegmentModel
import Testing

@testable import segflow

@Suite("Sweep")
struct SweepTests {
  private let call: SensitivityCall
  private var files: SmallFiles { call.files }

  init() throws { call = try SensitivityCall() }

  @Test("A sweep sets any number by its path; saving is linear in a price")
  func sweep() throws {
    defer { files.remove() }
    let (console, rows) = try call(["sweep", SensitivityCall.price, "0..8000"])
    #expect(console.out.contains("Sensitivity, not uncertainty"))
    let saving = rows.filter { $0["measure"] == "net-saving-pounds" }
    let avoided = rows.filter { $0["measure"] == "emergency-admission" }
    #expect(saving.map { $0["value"] } == ["4000", "0", "2000", "4000", "6000", "8000"])
    #expect(saving.map { $0["is_central"] } == ["yes", "no", "no", "no", "no", "no"])
    for (row, falls) in zip(saving, avoided) {
      let expected = try call.number(falls, "mean_result") * call.number(row, "value") - 2000
      #expect(abs(try call.number(row, "mean_result") - expected) < 1e-4)
    }
    #expect(Set(avoided.map { $0["mean_result"] }).count == 1)
  }

  @Test("A change says of what it is, since it may stand in another block than that")
  func blocks() throws {
    defer { files.remove() }
    try call.addQALYs()
    let lines = try call(["sweep", SensitivityCall.price, "0..8000"]).console.out
      .components(separatedBy: "\n")
    let rules = lines.indices.filter { lines[$0].hasPrefix("-----") }
    try #require(rules.count > 1)
    let last = lines[..<rules[rules.count - 1]].reversed().prefix { !$0.isEmpty }
    #expect(last.contains { $0.contains("QALYs") }, "\(last)")
  }

  @Test("A number is found by the end of its name, a wrong one answered with the nearest")
  func names() throws {
    defer { files.remove() }
    let whole = try call(["sweep", "smallton/\(SensitivityCall.price)", "0..8000"]).rows
    #expect(!whole.isEmpty)
    #expect(
      try call(["sweep", files.path("") + "/" + SensitivityCall.price, "0..8000"]).rows.isEmpty
        == false)
    #expect(
      try call(["sweep", SensitivityCall.price, "0..8000"]).rows.map { $0["mean_result"] }
        == whole.map { $0["mean_result"] })
    func refusal(_ words: String...) throws -> String { try call(words).console.error }
    #expect(
      try refusal("sweep", "place.json:events[0].events[0].costs[0].pound", "0..1")
        .contains("did you mean 'place.json:events[0].events[0].costs[0].pounds'?"))
    #expect(
      try refusal("sweep", "nurse.json:ambitions[1].change.capacityPerYear", "1..100")
        .contains("inputs.csv of a run lists those in force"))
    #expect(try refusal("sweep", "nothing-like-it", "0..1").contains("inputs.csv of a run lists"))
    #expect(try refusal("sweep", SensitivityCall.price, "5").contains("must be two numbers"))
    #expect(try refusal("sweep", SensitivityCall.price, "-5..1").contains("unknown option"))
    #expect(
      try refusal("sweep", "pathways[0].start.shares.ill", "0..2").contains("makes sense"))
    #expect(
      try refusal("sweep", SensitivityCall.price)
        .contains("needs a scenario, a number and its values"))
  }

  @Test("Every number that a run lists can be set, and only it changes")
  func everyNumber() throws {
    defer { files.remove() }
    for (name, text) in ModelFiles.rich.texts { try files.write(text, to: "rich-\(name)") }
    let names = ModelFiles.rich.texts.keys
    for name in names {
      var text = try files.read("rich-\(name)")
      for other in names {
        text = text.replacingOccurrences(of: "\"\(other)\"", with: "\"rich-\(other)\"")
      }
      try files.write(text, to: "rich-\(name)")
    }
    let loaded = try Loader.load([files.path("rich-together.json")])[0]
    let sampler = try DrawSampler(loaded, seed: 1)
    let index = NumberIndex(sampler)
    try #require(loaded.inputs.count > 50)
    for input in loaded.inputs {
      let found = index.named("\(input.file):\(input.path)")
      try #require(found.count == 1, "\(input.path): \(found.count)")
      #expect(found[0].value == input.value)
      let dial = try found[0].dial(loaded, seed: 1)
      let value = input.value == 0 ? 1e-6 : input.value * 0.999
      guard let setting = try? dial.setting(value) else {
        Issue.record("\(input.path) cannot be set")
        continue
      }
      let drawn = try dial.sampler.drawn(values: setting)
      func all(_ model: Model, _ scenarios: [Scenario]) -> [String: [Double]] {
        var values: [String: [Double]] = [:]
        func note(_ quantity: Quantity) -> Quantity {
          quantity.mapParts { part in
            values[part.id] = part.values.leaves
            return part
          }
        }
        _ = model.mapQuantities(note)
        for scenario in scenarios { _ = scenario.mapQuantities(note) }
        return values
      }
      let before = all(loaded.model, [loaded.baseline] + loaded.scenarios)
      let after = all(drawn.model, [drawn.baseline] + drawn.scenarios)
      // A scenario may not have what is read for another.
      guard let old = before[input.quantity], let new = after[input.quantity] else { continue }
      for (place, pair) in zip(old, new).enumerated() {
        let isIt = input.positions.contains(place)
        #expect(
          abs(pair.1 - (isIt ? value : pair.0)) <= 1e-12
            || !isIt && found[0].names[0].contains("#"),
          "\(input.path) at \(place)")
      }
    }
  }
}
