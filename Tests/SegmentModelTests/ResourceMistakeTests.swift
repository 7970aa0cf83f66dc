import Testing

@Suite("Mistakes in resources")
struct ResourceMistakeTests {
  @Test(arguments: slips)
  func isReported(_ slip: Slip) throws { try slip.check() }

  private static let finding = "interventions/case-finding.json"

  static let slips = [
    Slip(
      "A resource without a unit", in: "place.json", #""id": "bed-days", "unit": "days""#,
      #""id": "bed-days""#,
      """
      place.json:10:147: error: resources[1]: a resource needs the key 'unit'
      """),
    Slip(
      "A resource twice", in: "place.json", #""id": "bed-days", "unit": "days""#,
      #""id": "nurse", "unit": "days""#,
      """
      place.json:10:155: error: resources[1].id: 'nurse' is the id of another resource already \
      (place.json:10)
      """),
    Slip(
      "An unknown resource of a segment", in: "pathways/hypertension.json", #""nurse""#,
      #""nurses""#,
      """
      pathways/hypertension.json:10:123: error: segments[3].uses[0].resource: unknown resource \
      'nurses'
        help: did you mean 'nurse'?
      """),
    Slip(
      "A use of a segment per event", in: "pathways/hypertension.json",
      #""resource": "nurse", "perPersonYear": 0.5"#, #""resource": "nurse", "perEvents": 0.5"#,
      """
      pathways/hypertension.json:10:109: error: segments[3].uses[0]: a use of a segment needs the \
      key 'perPersonYear'
      pathways/hypertension.json:10:132: error: segments[3].uses[0].perEvents: unknown key \
      'perEvents'
        help: the keys of a use of a segment are 'resource', 'perPersonYear', 'note'
      """),
    Slip(
      "Less than nothing used by an event", in: "events/admissions.json", #""perEvent": 12"#,
      #""perEvent": -12"#,
      """
      events/admissions.json:16:72: error: events[0].uses[0].perEvent: -12 is not an amount; it \
      must be 0 or more
      """),
    Slip(
      "A use of no kind", in: finding, #""resource": "nurse", "perPersonYear": 0.1"#,
      #""resource": "nurse""#,
      """
      interventions/case-finding.json:23:13: error: uses[1]: one of the keys 'perPersonReached', \
      'perPersonYear', 'perEvent', 'perYear' is needed
      """),
    Slip(
      "A use of two kinds of an unknown resource", in: finding,
      #""resource": "nurse", "perPersonYear": 0.1"#,
      #""resource": "nurses", "perPersonYear": 0.1, "perYear": 1"#,
      """
      interventions/case-finding.json:23:13: error: uses[1]: the keys 'perPersonYear', 'perYear' \
      cannot stand together
        help: keep one of them
      interventions/case-finding.json:23:27: error: uses[1].resource: unknown resource 'nurses'
        help: did you mean 'nurse'?
      """),
    Slip(
      "A use per event of no event", in: finding,
      #""perEvent": 0.4, "on": "hypertension/diagnosis""#, #""perEvent": 0.4"#,
      """
      interventions/case-finding.json:24:13: error: uses[2]: a use per event needs the key 'on'
      """),
    Slip(
      "An event for a use that needs none", in: finding, #""perYear": 3"#,
      #""perYear": 3, "on": "fall""#,
      """
      interventions/case-finding.json:25:59: error: uses[3].on: 'on' has no meaning beside \
      'perYear'
        help: only "perEvent" takes it
      """),
    Slip(
      "A use on the death of somebody", in: "pathways/vital.json", #""leaves": "died" }"#,
      #""leaves": "died", "uses": [] }"#,
      """
      pathways/vital.json:5:78: error: segments[1].uses: whoever enters 'died' leaves the place, \
      and costs or loses nothing after that
      """),
  ]
}
