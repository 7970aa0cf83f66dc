import Testing

@Suite("Mistakes about counts of what residents hold")
struct HoldingCountMistakeTests {
  @Test(arguments: slips)
  func isReported(_ slip: Slip) throws { try slip.check() }

  private static let whole = """
    { "id": "conditions", "name": "Conditions", "segments": {
        "frailty": ["high"], "hypertension": ["uncontrolled", "controlled"] } }
    """

  static let slips = [
    Slip(
      "A segment that is not there", in: "place.json", #"["high"]"#, #"["hihg"]"#,
      """
      place.json:26:17: error: counts[0].segments.frailty[0]: unknown segment 'hihg' of 'frailty'
        help: did you mean 'high'?
      """),
    Slip(
      "A pathway that is not there", in: "place.json", #""frailty": ["high"]"#,
      #""frail": ["high"]"#,
      """
      place.json:26:5: error: counts[0].segments.frail: unknown pathway 'frail'
        help: did you mean 'frailty'?
      """),
    Slip(
      "A segment named twice", in: "place.json", #"["high"]"#, #"["high", "high"]"#,
      """
      place.json:26:25: error: counts[0].segments.frailty[1]: 'high' is named twice
      """),
    Slip(
      "A pathway of which nothing counts", in: "place.json", #"["high"]"#, "[]",
      """
      place.json:26:16: error: counts[0].segments.frailty: the list is empty
      """),
    Slip(
      "A count of nothing", in: "place.json", whole, #"{ "id": "none", "segments": {} }"#,
      """
      place.json:25:43: error: counts[0].segments: the count names no pathway
      """),
    Slip(
      "A count without segments", in: "place.json", whole, #"{ "id": "none" }"#,
      """
      place.json:25:15: error: counts[0]: a count needs the key 'segments'
      """),
    Slip(
      "Two counts of one id", in: "place.json", whole,
      #"{ "id": "a", "segments": { "frailty": ["low"] } }, { "id": "a", "segments": {"#
        + #" "frailty": ["high"] } }"#,
      """
      place.json:25:74: error: counts[1].id: 'a' is the id of another count already (place.json:25)
      """),
    Slip(
      "An unknown key of a count", in: "place.json", #""Conditions", "segments""#,
      #""Conditions", "atLeast": 2, "segments""#,
      """
      place.json:25:59: error: counts[0].atLeast: unknown key 'atLeast'
        help: the keys of a count are 'id', 'name', 'segments', 'note'
      """),
  ]
}
