import Testing

@testable import SegmentModel

@Suite("Checking a file by itself")
struct CheckTests {
  @Test("Every file of the example is right by itself", arguments: Example.files.keys.sorted())
  func acceptsExample(_ name: String) {
    let messages = Fixture(Example.files).messages(checking: name)
    let needsPlace = name == "baseline.json"
    #expect(
      messages
        == (needsPlace ? "baseline.json:1:1: error: a scenario needs the key 'place'\n1 error" : "")
    )
  }

  @Test("Names that only the place knows are let pass, the file's own are not")
  func checksPathway() {
    let text = """
      { "segflow": "pathway/1", "id": "p",
        "evidence": { "source": "any", "quality": "assumed" },
        "segments": [ { "id": "a" }, { "id": "b", "costs": [ { "payer": "any", "poundsPerYear": 1 } ] } ],
        "start": { "shares": { "b": { "byArea": { "any": 1.5 } }, "c": 0.1 } },
        "moves": [
          { "id": "m", "from": "a", "to": "b", "probabilityPerYear": 0.7,
            "multipliers": { "any": { "any": 2 }, "p": { "x": 1 } } },
          { "id": "n", "from": "a", "to": "b", "probabilityPerMonth": 0.1 },
          { "id": "o", "from": "a", "to": "b", "probabilityPerYear": 0.7 } ] }
      """
    #expect(
      Fixture(["p.json": text]).messages(checking: "p.json") == """
        p.json:4:52: error: start.shares.b.byArea.any: 1.5 is not a share; it must be between 0 \
        and 1
          help: 1.5% is written 0.015
        p.json:4:61: error: start.shares.c: unknown segment 'c' of 'p'
          help: the segments of 'p' are 'a', 'b'
        p.json:5:12: error: moves: the probabilities of leaving 'a' sum to 1.5 for everybody; \
        they must not exceed 1
        p.json:7:52: error: moves[0].multipliers.p.x: unknown segment 'x' of 'p'
          help: the segments of 'p' are 'a', 'b'
        p.json:8:65: error: moves[1].probabilityPerMonth: 'probabilityPerMonth' stands beside \
        'probabilityPerYear' of 'p/m'
          help: all moves of a pathway are given as rates, or as probabilities of one period
        5 errors
        """)
  }

  @Test("A file that does not exist is reported")
  func missingFile() {
    #expect(
      Fixture([:]).messages(checking: "x.json") == """
        x.json: error: cannot read 'x.json': no such file
        1 error
        """)
  }

  @Test("A file without a kind is told how to say it")
  func missingKind() {
    #expect(
      Fixture(["x.json": "{}"]).messages(checking: "x.json") == """
        x.json:1:1: error: the key 'segflow', which says what the file is about, is missing
          help: write it first: "segflow": "scenario/1"
        1 error
        """)
  }
}
