import Testing

@testable import SegmentModel

/// Changes of the example with targets that make it wrong, and the words a reader is then told.
@Suite("Mistakes in targets")
struct TargetMistakeTests {
  private static let hypertension = "pathways/hypertension.json"

  static let slips: [(file: String, old: String, new: String, words: String)] = [
    ("targets.json", #""stroke/dies""#, #""stroke/die""#, "did you mean 'stroke/dies'?"),
    ("targets.json", #""outcome": "admission""#, #""outcome": "admision""#, "unknown outcome"),
    ("targets.json", #"["Stroke"]"#, #"["Strok"]"#, "unknown cause 'Strok' of 'admission'"),
    (
      "targets.json", #"["uncontrolled", "controlled"]"#, #"["controled"]"#,
      "unknown segment 'controled' of 'hypertension'"
    ),
    ("targets.json", #"{ "hypertension""#, #"{ "hypertensio""#, "unknown pathway"),
    ("targets.json", #""area": "grays""#, #""area": "grey""#, "unknown area 'grey'"),
    ("targets.json", #""sex": "male""#, #""sex": "mail""#, "unknown sex 'mail'"),
    ("targets.json", #""deprivation": "2""#, #""deprivation": "3""#, "unknown deprivation group"),
    ("targets.json", #""ages": "18+""#, #""ages": "20+""#, "ages 20+ are not made of whole age"),
    ("targets.json", #""payer": "nhs""#, #""payer": "nsh""#, "unknown payer 'nsh'"),
    ("targets.json", #""category": "care""#, #""category": "cure""#, "did you mean 'care'?"),
    ("targets.json", #""deaths": "all""#, #""deaths": "most""#, "unknown word 'most'"),
    ("targets.json", #""at": "2020-04""#, #""at": "2020-05""#, "not a whole number of years"),
    ("targets.json", #""at": "2020-04""#, #""at": "2018-04""#, "before the place starts"),
    ("targets.json", #""at": "2020-04""#, #""years": 1"#, "'years' has no meaning beside 'people'"),
    ("targets.json", #""years": 2"#, #""years": 14"#, "lasts until 2034-04, but the run ends"),
    ("targets.json", #""personYears": "all""#, #""reached": "x""#, "no scenario and no interv"),
    (
      "targets.json", #"{ "personYears": "all","#, #"{ "in": "x", "of": 1,"#,
      "a target is of the ba"
    ),
    ("targets.json", #"{ "deaths": "all","#, #"{ "resource": "bed","#, "unknown resource 'bed'"),
    ("targets.json", #""holding": "conditions""#, #""holding": "condition""#, "unknown count"),
    ("targets.json", #""atLeast": 2"#, #""atLeast": 3"#, "3 makes no sense here; it must be betw"),
    ("targets.json", #""atLeast": 2, "#, "", "'holding' needs the key 'atLeast'"),
    ("targets.json", #""at": "2021-04""#, #""at": "2033-04""#, "lasts until 2033-04, but the run"),
    ("targets.json", #""highest""#, #""hihgest""#, "unknown spend segment 'hihgest'"),
    (
      "targets.json", #""from": "2022-04""#, #""atLeast": 2"#,
      "'atLeast' has no meaning beside 'shareOfSpend'"
    ),
    ("targets.json", #""from": "2022-04""#, #""from": "2032-04""#, "lasts until 2033-04, but the"),
    ("targets.json", #""poisson""#, #""poison""#, "did you mean 'poisson'?"),
    ("targets.json", #"[0.05, 0.2]"#, #"[0.2, 0.05]"#, "the range is reversed"),
    ("targets.json", #"[0.05, 0.2]"#, #"[0.15, 0.2]"#, "does not contain the value 0.1"),
    ("targets.json", #""standardError": 100"#, #""standardError": 0"#, "it must be above 0"),
    ("targets.json", #""value": 220"#, #""value": 0"#, "a calibration target cannot be 0"),
    ("targets.json", #""use": "calibration""#, #""use": "both""#, "unknown word 'both'"),
    ("targets.json", #""id": "spend""#, #""id": "known""#, "the id of another target already"),
    (
      "targets.json", #""use": "calibration""#, #""use": "validation""#,
      "'known' is a validation target, which nothing may be solved for"
    ),
    (hypertension, #""solve": "known""#, #""solve": "unknown""#, "did you mean 'known'?"),
    (
      hypertension, #", "solve": "known""#, "",
      "nothing is solved for this calibration target"
    ),
    (
      hypertension, #""quality": "calibrated", "solve""#, #""solve""#,
      "must have the quality 'calibrated'"
    ),
    (
      hypertension, #""solve": "known""#, #""range95": [0.1, 0.3], "solve": "known""#,
      "'range95', 'solve' cannot stand together"
    ),
    (hypertension, #""by": "frailty""#, #""by": "frail""#, "unknown pathway 'frail'"),
    (hypertension, #""by": "frailty""#, #""by": "vital""#, "residents move in 'vital'"),
    (hypertension, #""by": "frailty""#, #""by": "hypertension""#, "does not come before"),
    (
      hypertension, #""shares": {"#, #""counts": { "controlled": 2 }, "nothing": {"#,
      "'counts', 'settle' cannot stand together"
    ),
    (
      hypertension, #""controlled": { "byDeprivation": { "1": 0.1, "other": 0.2 } }"#,
      #""note": "none""#, "there is no value for 'controlled'"
    ),
  ]

  @Test(arguments: slips)
  func isReported(_ slip: (file: String, old: String, new: String, words: String)) throws {
    var files = Example.filesWithTargets
    let text = try #require(files[slip.file])
    try #require(text.ranges(of: slip.old).count == 1, "the example changed")
    files[slip.file] = text.replacing(slip.old, with: slip.new)
    let messages = Fixture(files).messages(loading: ["place.json"])
    #expect(messages.contains(slip.words), "\(messages)")
  }

  @Test("Nothing is solved for what only single residents tell", arguments: [0, 1])
  func residents(which: Int) {
    let measures = [
      #"{ "ratio": [ { "holding": "conditions", "atLeast": 1 }, { "people": "all" } ] }"#,
      #"{ "shareOfSpend": "highest" }"#,
    ]
    var files = Example.filesWithTargets
    files["targets.json"] = """
      { "segflow": "targets/1", "targets": [ { "id": "known", "use": "calibration",
        "measure": \(measures[which]), "value": 0.5, "error": { "standardError": 0.1 },
        "definition": "people", "source": "case", "quality": "published" } ] }
      """
    #expect(
      Fixture(files).messages(loading: ["place.json"]) == """
        targets.json:2:14: error: targets[0].measure: 'holding' and 'shareOfSpend' follow single \
        residents, which nothing can be solved for
          help: make it a validation target
        1 error
        """)
  }

  @Test("An intervention's number cannot be solved")
  func intervention() {
    var files = Example.filesWithTargets
    files["interventions/case-finding.json"] = Example.caseFinding.replacing(
      #""multiplyRate": 3"#,
      with: #""multiplyRate": { "value": 3, "quality": "calibrated", "solve": "known" }"#)
    let messages = Fixture(files).messages(loading: ["finding.json"])
    #expect(messages.contains("unknown key 'solve'"), "\(messages)")
  }
}
