import SegmentModel
import SegmentSimulation
import Testing

@testable import SegmentAnalysis

@Suite("What a tornado moves")
struct MovedInputTests {
  private static let kinds = [
    #""value": 2, "range95": [1, 4], "distribution": "logNormal""#,
    #""value": 4, "range95": [1.08, 8.92], "distribution": "gamma""#,
    #""value": 3, "range95": [1, 4.5], "distribution": "triangular""#,
  ]

  private static func number(_ kind: Int, _ group: String?, _ correlation: Double = 1) -> String {
    let words = group.map {
      #", "correlated": { "group": "\#($0)", "correlation": \#(correlation) }"#
    }
    return MadeUp.number(kinds[kind] + (words ?? ""))
  }

  /// A sampler of a place whose events have rates in groups, partly so, alone and in a split.
  private static func sampler() throws -> DrawSampler {
    let split =
      #"{ "value": 0.25, "distribution": "dirichlet", "sampleSize": 20, "correlated": "ways" }"#
    let rates = [
      number(0, nil), number(0, "a"), number(1, "b", -1), number(1, "a"), number(2, "a", -1),
      number(0, "a", 0.5), number(1, "lone", -1), number(2, "b", -1), split, split,
    ]
    let events = rates.enumerated().map { "{ \"id\": \"e\($0)\", \"ratePerYear\": \($1) }" }
    let files = try CalibrationFiles(
      CalibrationFiles.place(
        residents: 100, pathways: #"[ { "id": "life", "segments": [ { "id": "alive" } ] } ]"#,
        events: "[ \(events.joined(separator: ", ")) ]", targets: "[]"))
    defer { files.remove() }
    return try DrawSampler(Loader.load([files.path])[0], seed: 7)
  }

  @Test(
    "Groups whose numbers share all luck are one each, where their first stands; others are alone")
  func listed() throws {
    let list = try Self.sampler().list
    let inputs = MovedInput.all(list)
    #expect(inputs.map(\.indices) == [[0], [1, 3, 4], [2, 7], [5], [6], [8], [9]])
    #expect(inputs.filter(\.isGroup).map(\.id) == ["group:a", "group:b"])
    for input in inputs {
      #expect(input.members == input.indices.map { list.parameters[$0] })
      if !input.isGroup { #expect(input.id == input.members[0].id) }
    }
    #expect(Set(inputs.flatMap(\.indices)) == Set(list.parameters.indices))
  }

  @Test(
    "At the quantile that a draw has, a group has the values of that draw, and all else is central")
  func draws() throws {
    let sampler = try Self.sampler()
    let luck = Luck.parameters(seed: 7)
    for input in MovedInput.all(sampler.list) where input.isGroup {
      let name = try #require(NumberID.nameOfGroup(input.id))
      for draw in 1...20 {
        let p = luck.parameter(draw: draw, key: ParameterLuck.key("group:" + name))
        let values = input.values(atQuantile: p, sampler.list)
        let drawn = sampler.values(draw: draw)
        for index in values.indices {
          #expect(
            values[index] == (input.indices.contains(index) ? drawn : sampler.list.central)[index])
        }
      }
    }
    // A number by itself is at its own quantile, whichever way its group would go.
    let lone = try #require(MovedInput.all(sampler.list).first { $0.indices == [6] })
    #expect(
      lone.values(atQuantile: 0.1, sampler.list)[6] < lone.values(atQuantile: 0.9, sampler.list)[6])
  }

  @Test("A group is of those who deliver only if all of it is, and evidence if any of it is")
  func tags() {
    #expect(MovedInput.tag([.delivery, .delivery]) == .delivery)
    #expect(MovedInput.tag([.delivery, .outside]) == .outside)
    #expect(MovedInput.tag([.outside, .delivery, .evidence]) == .evidence)
    #expect(MovedInput.tag([.outside]) == .outside)
  }
}
