extension Example {
  /// The example with targets, a number that is solved for one, and a start that settles.
  static let filesWithTargets = files.merging(
    [
      "place.json": place.replacing(
        #""events": [ "events/admissions.json" ],"#,
        with: #""events": [ "events/admissions.json" ], "targets": [ "targets.json" ],"#),
      "pathways/hypertension.json": hypertension.replacing(
        #""ratePerYear": 0.2 }"#,
        with: #""ratePerYear": { "value": 0.2, "quality": "calibrated", "solve": "known" } }"#
      ).replacing(
        #""start": { "shares""#, with: #""start": { "settle": { "by": "frailty" }, "shares""#),
      "targets.json": targets,
    ]) { _, new in new }

  static let targets = """
    { "segflow": "targets/1",
      "evidence": { "source": "case", "quality": "published" },
      "targets": [
        { "id": "known", "name": "On the register", "use": "calibration",
          "measure": { "people": { "hypertension": ["uncontrolled", "controlled"] },
                       "at": "2020-04", "where": { "area": "grays" } },
          "value": 220, "error": "poisson",
          "definition": "people on the register", "denominator": "residents", "line": 12 },
        { "id": "strokes", "use": "validation", "source": "decisions", "quality": "derived",
          "measure": { "ratio": [
            { "sum": [ { "events": ["stroke", "stroke/dies"] },
                       { "outcome": "admission", "causes": ["Stroke"], "from": "2020-04",
                         "years": 2, "where": { "ages": "18+" } } ] },
            { "product": [ { "personYears": "all", "where": { "sex": "male" } }, 2.5 ] } ] },
          "value": 0.1, "error": { "range95": [0.05, 0.2] }, "definition": "per person" },
        { "id": "spend", "use": "validation",
          "measure": { "difference": [ { "pounds": { "payer": "nhs", "category": "care" } },
                                       { "deaths": "all", "where": { "deprivation": "2" } } ] },
          "value": 4000, "error": { "standardError": 100 }, "definition": "pounds" },
        { "id": "many", "use": "validation",
          "measure": { "product": [ { "holding": "conditions", "atLeast": 2, "at": "2021-04" },
                                    { "shareOfSpend": "highest", "from": "2022-04" } ] },
          "value": 30, "error": { "standardError": 7 }, "definition": "people" } ] }
    """
}
