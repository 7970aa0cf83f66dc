import Testing

@Suite("Mistakes in tables")
struct TableMistakeTests {
  @Test(arguments: slips)
  func isReported(_ slip: Slip) throws { try slip.check() }

  static let slips = [
    Slip(
      "Ages that no band covers", in: "pathways/hypertension.json", #""18-44": 0.04"#,
      #""18-40": 0.04"#,
      """
      pathways/hypertension.json:13:31: error: start.shares.undiagnosed.byAge: ages 41-44 are not \
      covered
      """),
    Slip(
      "Bands that overlap", in: "pathways/hypertension.json", #""18-44": 0.04"#, #""18-50": 0.04"#,
      """
      pathways/hypertension.json:13:59: error: start.shares.undiagnosed.byAge.45+: ages 45+ \
      overlap with ages 18-50
      """),
    Slip(
      "A band that is not a range of ages", in: "pathways/hypertension.json", #""18-44": 0.04"#,
      #""18 to 44": 0.04"#,
      """
      pathways/hypertension.json:13:44: error: start.shares.undiagnosed.byAge["18 to 44"]: '18 to \
      44' is not a range of ages
        help: ages are written "18-44", "80+" or "25", up to 110
      """),
    Slip(
      "An age that is not a number", in: "pathways/vital.json", #""80": 0.1"#, #""eighty": 0.1"#,
      """
      pathways/vital.json:8:48: error: moves[0].ratePerYear.atAge.eighty: 'eighty' is not an age \
      between 0 and 110
      """),
    Slip(
      "An age twice", in: "pathways/vital.json", #""80": 0.1"#, #""20.0": 0.1"#,
      """
      pathways/vital.json:8:48: error: moves[0].ratePerYear.atAge["20.0"]: '20.0' is named twice
      """),
    Slip(
      "An empty table of ages", in: "pathways/vital.json", #"{ "20": 0.001, "80": 0.1 }"#, #"{}"#,
      """
      pathways/vital.json:8:33: error: moves[0].ratePerYear.atAge: the table is empty
      """),
    Slip(
      "A table where a number at an age should be", in: "pathways/vital.json", #""80": 0.1"#,
      #""80": { "bySex": { "other": 1 } }"#,
      """
      pathways/vital.json:8:54: error: moves[0].ratePerYear.atAge.80: found an object, expected a \
      number
      """),
    Slip(
      "A group that a table leaves out", in: "events/admissions.json", #", "tilbury": 0.02"#, "",
      """
      events/admissions.json:7:34: error: events[0].ratePerYear.byArea: there is no value for \
      'tilbury'
        help: "other" stands for every area that is not named
      """),
    Slip(
      "A misspelt group", in: "events/admissions.json", #""tilbury": 0.02"#,
      #""tilbry": 0.02, "other": 1"#,
      """
      events/admissions.json:7:51: error: events[0].ratePerYear.byArea.tilbry: unknown area 'tilbry'
        help: did you mean 'tilbury'?
      """),
    Slip(
      "A misspelt group that is then not missing as well", in: "events/admissions.json",
      #""tilbury": 0.02"#, #""tilbry": 0.02"#,
      """
      events/admissions.json:7:51: error: events[0].ratePerYear.byArea.tilbry: unknown area 'tilbry'
        help: did you mean 'tilbury'?
      """),
    Slip(
      "A misspelt word for all other groups", in: "pathways/hypertension.json",
      #""high": 0.3, "other": 0.1"#, #""high": 0.3, "othr": 0.1"#,
      """
      pathways/hypertension.json:14:64: error: \
      start.shares.uncontrolled.bySegment.frailty.othr: unknown segment 'othr' of 'frailty'
        help: did you mean 'other'?
      """),
    Slip(
      "A misspelt kind of table", in: "events/admissions.json", #""byArea": {"#, #""byAera": {"#,
      """
      events/admissions.json:7:24: error: events[0].ratePerYear.byAera: unknown key 'byAera'
        help: did you mean 'byArea'?
      """),
    Slip(
      "Two tables in one object", in: "events/admissions.json", #""ratePerYear": { "byArea""#,
      #""ratePerYear": { "bySex": { "other": 1 }, "byArea""#,
      """
      events/admissions.json:7:22: error: events[0].ratePerYear: the keys 'bySex', 'byArea' cannot \
      stand together
        help: keep one of them
      """),
    Slip(
      "An object without a table in it", in: "pathways/hypertension.json",
      #"{ "bySex": { "female": 0.02, "male": 0.03 } }"#, #"{}"#,
      """
      pathways/hypertension.json:18:44: error: moves[0].ratePerYear.byAge.40-79: one of the keys \
      'byAge', 'atAge', 'bySex', 'byArea', 'byDeprivation', 'bySegment', 'byChoice' is needed
      """),
    Slip(
      "Evidence inside a table", in: "pathways/hypertension.json", #""female": 0.02"#,
      #""female": { "value": 0.02, "quality": "assumed" }"#,
      """
      pathways/hypertension.json:18:67: error: moves[0].ratePerYear.byAge.40-79.bySex.female: a \
      number with evidence stands inside a table
        help: a table has one evidence: { "value": { table }, "source": ..., "quality": ... }
      """),
    Slip(
      "A table beside a value", in: "pathways/hypertension.json", #""value": 0.11"#,
      #""value": 0.11, "atAge": { "40": 1 }"#,
      """
      pathways/hypertension.json:22:22: error: moves[1].ratePerYear: the keys 'value', 'atAge' \
      cannot stand together
        help: keep one of them
      """),
    Slip(
      "A table by segment outside a start", in: "pathways/vital.json",
      #""atAge": { "20": 0.001, "80": 0.1 }"#,
      #""bySegment": { "frailty": { "low": 1, "high": 2 } }"#,
      """
      pathways/vital.json:8:37: error: moves[0].ratePerYear.bySegment: a table by segment can only \
      give the shares of a start
        help: use "multipliers" to make a rate depend on a segment
      """),
    Slip(
      "A table by segment of a later pathway", in: "pathways/frailty.json",
      #""counts": { "high": 50 }"#,
      #""shares": { "high": { "bySegment": { "hypertension": { "other": 0.1 } } } }"#,
      """
      pathways/frailty.json:6:51: error: start.shares.high.bySegment.hypertension: the pathway \
      'hypertension' does not come before this one
        help: a start can only depend on pathways that the place lists earlier
      """),
    Slip(
      "A table by segment of the same pathway", in: "pathways/hypertension.json",
      #""bySegment": { "frailty": { "high": 0.3, "other": 0.1 } }"#,
      #""bySegment": { "hypertension": { "other": 0.1 } }"#,
      """
      pathways/hypertension.json:14:38: error: start.shares.uncontrolled.bySegment.hypertension: \
      the pathway 'hypertension' does not come before this one
        help: a start can only depend on pathways that the place lists earlier
      """),
    Slip(
      "A table by segment of two pathways", in: "pathways/hypertension.json",
      #""bySegment": { "frailty""#, #""bySegment": { "vital": { "other": 1 }, "frailty""#,
      """
      pathways/hypertension.json:14:36: error: start.shares.uncontrolled.bySegment: found 2 \
      pathways, expected one
      """),
    Slip(
      "A table by segment of an unknown pathway", in: "pathways/hypertension.json",
      #""bySegment": { "frailty""#, #""bySegment": { "fraility""#,
      """
      pathways/hypertension.json:14:38: error: start.shares.uncontrolled.bySegment.fraility: \
      unknown pathway 'fraility'
        help: did you mean 'frailty'?
      """),
  ]
}
