import Testing

@testable import SegmentModel

@Suite("Mistakes in claims")
struct ClaimMistakeTests {
  /// What a reader is told of a list of claims beside the example.
  private func messages(_ claims: String, top: String = "\"place\": \"place.json\",") -> String {
    var files = Example.files
    files["claims.json"] = """
      { "segflow": "claims/1", \(top) "scenarios": [ "finding.json" ],
        "claims": [ \(claims) ] }
      """
    return Fixture(files).messages(claims: "claims.json")
  }

  private static let start = "\"id\": \"a\", \"claim\": \"A\", \"value\": 1, \"source\": \"case\""

  @Test("Claims that are right say nothing, in a list or by itself")
  func right() {
    let claim = """
      { \(Self.start), "why": "So",
        "measure": { "avoided": { "people": "all" }, "by": "finding" } }
      """
    #expect(messages(claim) == "")
    #expect(
      messages(claim, top: "\"place\": \"place.json\", \"baseline\": \"baseline.json\",") == "")
  }

  @Test("A claim has a measure with a reason, or says why it has none")
  func basis() {
    #expect(
      messages("{ \(Self.start) }") == """
        claims.json:2:15: error: claims[0]: one of the keys 'measure', 'notComparable' is needed
        1 error
        """)
    #expect(
      messages("{ \(Self.start), \"measure\": 1 }") == """
        claims.json:2:15: error: claims[0]: a claim needs the key 'why'
        1 error
        """)
    #expect(
      messages("{ \(Self.start), \"measure\": 1, \"notComparable\": \"x\" }") == """
        claims.json:2:15: error: claims[0]: the keys 'measure', 'notComparable' cannot stand \
        together
          help: keep one of them
        1 error
        """)
    #expect(
      messages("{ \(Self.start), \"notComparable\": \"x\", \"why\": \"y\" }") == """
        claims.json:2:101: error: claims[0].why: 'why' has no meaning beside 'notComparable'
          help: remove it
        1 error
        """)
  }

  @Test("Names are looked up in the place and the scenarios")
  func names() {
    #expect(
      messages(
        """
        { "id": "a", "claim": "A", "value": 1, "source": "cases", "why": "So",
            "measure": { "avoided": { "people": "all" }, "by": "findings" } }
        """) == """
          claims.json:2:64: error: claims[0].source: unknown source 'cases'
            help: did you mean 'case'?
          claims.json:3:56: error: claims[0].measure.by: unknown scenario 'findings'
            help: did you mean 'finding'?
          2 errors
          """)
  }

  @Test("A list of claims needs a place, and each claim an id of its own")
  func place() {
    let claim = "{ \(Self.start), \"measure\": 1, \"why\": \"So\" }"
    #expect(
      messages(claim, top: "") == """
        claims.json:1:1: error: a list of claims needs the key 'place'
        1 error
        """)
    #expect(
      messages("\(claim), \(claim)") == """
        claims.json:2:109: error: claims[1].id: 'a' is the id of another claim already \
        (claims.json:2)
        1 error
        """)
  }

  @Test("A place is checked with its claims, claims without a place by themselves")
  func checks() {
    var files = Example.files
    let place = "\"baseline\": \"baseline.json\""
    files["place.json"] = files["place.json"]?.replacing(
      place, with: place + ", \"claims\": \"claims.json\"")
    files["claims.json"] = """
      { "segflow": "claims/1", "scenarios": [],
        "claims": [ { \(Self.start), "why": "So",
                      "measure": { "in": "finding", "of": { "people": "all" } } } ] }
      """
    #expect(
      Fixture(files).messages(checking: "place.json") == """
        claims.json:3:36: error: claims[0].measure.in: unknown scenario 'finding'
          help: the scenarios are 'now'
        1 error
        """)
    #expect(Fixture(files).messages(checking: "claims.json") == "")
    #expect(Fixture(files).messages() == "")
  }
}
