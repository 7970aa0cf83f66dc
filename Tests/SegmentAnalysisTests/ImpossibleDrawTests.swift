import SegmentModel
import Testing

@testable import SegmentAnalysis

@Suite("Draws that cannot be")
struct ImpossibleDrawTests {
  @Test("Shares of a start that come to more than 1 are as in the files, and named")
  func impossible() throws {
    func share(_ value: Double) -> String {
      MadeUp.number("\"value\": \(value), \"range95\": [0.2, 0.8], \"distribution\": \"beta\"")
    }
    let files = try CalibrationFiles(
      CalibrationFiles.place(
        residents: 100,
        pathways: """
          [ { "id": "illness", "segments": [ { "id": "well" }, { "id": "ill" }, { "id": "worse" } ],
              "start": { "shares": { "ill": \(share(0.5)), "worse": \(share(0.45)) } } } ]
          """, targets: "[]"))
    defer { files.remove() }
    let sampler = try DrawSampler(Loader.load([files.path])[0], seed: 1)
    func shares(_ run: DrawnRun) -> [Double] {
      guard case .shares(let shares) = run.model.pathways[0].start else { return [] }
      return [1, 2].compactMap { shares[$0]?.scalar }
    }
    let broken = try sampler.drawn(values: [0.6, 0.5])
    #expect(broken.impossible == ["the start of illness"] && shares(broken) == [0.5, 0.45])
    #expect(broken.values == [0.5, 0.45])
    let whole = try sampler.drawn(values: [0.6, 0.4])
    #expect(whole.impossible.isEmpty && shares(whole) == [0.6, 0.4])
    #expect(whole.values == [0.6, 0.4])
  }

  @Test("Competing probabilities and products that come to too much are as in the files")
  func impossibleSums() throws {
    func chance(_ value: Double) -> String {
      MadeUp.number("\"value\": \(value), \"range95\": [0.1, 0.9], \"distribution\": \"beta\"")
    }
    let files = try CalibrationFiles(
      CalibrationFiles.place(
        residents: 100,
        pathways: """
          [ { "id": "illness", "segments": [ { "id": "well" }, { "id": "ill" }, { "id": "worse" } ],
              "moves": [
                { "id": "a", "from": "well", "to": "ill", "probabilityPerQuarter": \(chance(0.5)) },
                { "id": "b", "from": "well", "to": "worse",
                  "probabilityPerQuarter": \(chance(0.4)) } ] } ]
          """,
        events: """
          [ { "id": "fall", "probabilityPerQuarter": { "product": [ 0.5,
              \(MadeUp.number(#""value": 1, "range95": [0.3, 3], "distribution": "logNormal""#)) ] } } ]
          """, targets: "[]"))
    defer { files.remove() }
    let sampler = try DrawSampler(Loader.load([files.path])[0], seed: 1)
    let drawn = try sampler.drawn(values: [0.5, 0.6, 2.5])
    #expect(
      drawn.impossible == [
        "small/place.json:events[0].events[0].probabilityPerQuarter", "the moves of illness",
      ])
    #expect(drawn.model.happenings.map(\.chance.quantity.scalar) == [0.5, 0.4, 0.5])
    #expect(drawn.values == [0.5, 0.4, 1])
    #expect(try sampler.drawn(values: [0.5, 0.4, 1.5]).impossible.isEmpty)
  }

  @Test("Competing probabilities that come to too much once they are solved are as in the files")
  func impossibleSolved() throws {
    let files = try CalibrationFiles(
      CalibrationFiles.place(
        residents: 1_000,
        pathways: """
          [ { "id": "illness", "segments": [ { "id": "well" }, { "id": "ill" }, { "id": "worse" } ],
              "moves": [
                { "id": "a", "from": "well", "to": "ill",
                  "probabilityPerQuarter": \(MadeUp.solved("0.6", "\"onsets\"")) },
                { "id": "b", "from": "well", "to": "worse", "probabilityPerQuarter": 0.39 } ] } ]
          """,
        targets: "[ \(MadeUp.target("onsets", #"{ "events": ["illness/a"] }"#, 600)) ]"))
    defer { files.remove() }
    let sampler = try DrawSampler(Loader.load([files.path])[0], seed: 1)
    #expect(sampler.parameters.map(\.id) == ["small:targets.onsets"])
    func chances(_ run: DrawnRun) -> [Double] {
      run.model.happenings.map(\.chance.quantity.scalar)
    }
    let fewer = try sampler.drawn(values: [590])
    #expect(fewer.impossible.isEmpty && fewer.unmet.isEmpty)
    #expect(chances(fewer)[0] < 0.6 && chances(fewer)[1] == 0.39)
    let more = try sampler.drawn(values: [700])
    #expect(more.impossible == ["the moves of illness"])
    #expect(chances(more) == [0.6, 0.39])
  }
}
