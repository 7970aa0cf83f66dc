import Foundation
import SegmentAnalysis
import SegmentModel
import Testing

@testable import segflow

/// Ids tell which numbers only price, measure or judge what happens, as the simulation has it.
@Suite("Numbers that cannot change what happens")
struct ValueNumberTests {
  @Test("Of every number of a model with every key, its id says what setting it does")
  func everyKey() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("segflow-values-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in RichModel.files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    let loaded = try Loader.load([folder.appendingPathComponent("together.json").path])[0]
    var (values, others) = (0, 0)
    for number in try NumberIndex(DrawSampler(loaded, seed: 1)).numbers {
      // A group has no id of a number.
      guard let value = number.value else { continue }
      let dial = try number.dial(loaded, seed: 1)
      let runner = try SettingRunner(
        dial.sampler, scenario: 0, measures: [], seed: 1, replicates: 1, threads: 1)
      let changes = try runner.needsSimulation(dial.setting(value * 0.9))
      for name in number.names { #expect(NumberID.isOnlyValue(name) != changes, "\(name)") }
      if changes { others += 1 } else { values += 1 }
    }
    #expect(values >= 20 && others >= 20, "\(values) values, \(others) others")
  }

  @Test(
    "Wherever it stands a key of a value is one, and a name that reads like one is not",
    arguments: [
      ("p/place.json:baseUtility", true),
      ("p/place.json:pathways[0].segments[1].utilityLoss", true),
      ("p/place.json:events[0].events[2].costs[0].pounds.product[1]", true),
      ("p/falls.json:qalyLoss", true), ("p/x.json:uses[0].perYear", true),
      ("p/x.json:ambitions[1].change.utilityGain", true),
      ("p/x.json:change.visits.costs[0].poundsPerYear", true),
      ("p/x.json:change.costs.capacityPerYear", false),
      ("p/costs.json:moves[0].ratePerYear", false),
      ("p/x.json:moves[0].multipliers.uses.heavy", false), ("p:targets.costs", false),
    ])
  func places(id: String, isValue: Bool) {
    #expect(NumberID.isOnlyValue(id) == isValue)
  }
}
