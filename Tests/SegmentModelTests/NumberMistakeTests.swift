import Testing

@Suite("Mistakes about numbers and their evidence")
struct NumberMistakeTests {
  @Test(arguments: slips)
  func isReported(_ slip: Slip) throws { try slip.check() }

  static let slips = [
    Slip(
      "A number without evidence", in: "baseline.json", #""name": "As it is""#,
      #""interventions": [ { "id": "x", "starts": "2020-01", "reach": 0.5 } ]"#,
      """
      baseline.json:1:103: error: interventions[0].reach: the number has no source and no quality
        help: write { "value": ..., "source": ..., "quality": ... }, or state "evidence" at the \
      top of the file
      """),
    Slip(
      "A number with a source but no quality", in: "baseline.json", #""name": "As it is""#,
      #"""
      "interventions": [ { "id": "x", "starts": "2020-01", "reach": { "value": 0.5, "source": \#
      "case" } } ]
      """#,
      """
      baseline.json:1:103: error: interventions[0].reach: the number has no quality
        help: write { "value": ..., "source": ..., "quality": ... }, or state "evidence" at the \
      top of the file
      """),
    Slip(
      "A changed number without evidence", in: "together.json",
      #"""

        "evidence": { "source": "decisions", "quality": "assumed" },
      """#,
      "",
      """
      together.json:5:52: error: interventions[0].reach: the number has no source and no quality
        help: write { "value": ..., "source": ..., "quality": ... }, or state "evidence" at the \
      top of the file
      together.json:6:52: error: interventions[0].effects[0].multiplyRate: the number has no \
      source and no quality
        help: write { "value": ..., "source": ..., "quality": ... }, or state "evidence" at the \
      top of the file
      together.json:7:52: error: change.case-finding.capacityPerYear: the number has no source and \
      no quality
        help: write { "value": ..., "source": ..., "quality": ... }, or state "evidence" at the \
      top of the file
      """),
    Slip(
      "A misspelt source", in: "pathways/hypertension.json", #""source": "case""#,
      #""source": "csae""#,
      """
      pathways/hypertension.json:23:34: error: moves[1].ratePerYear.source: unknown source 'csae'
        help: did you mean 'case'?
      """),
    Slip(
      "A misspelt quality", in: "pathways/hypertension.json", #""quality": "published""#,
      #""quality": "publised""#,
      """
      pathways/hypertension.json:23:53: error: moves[1].ratePerYear.quality: unknown word 'publised'
        help: did you mean 'published'?
      """),
    Slip(
      "A file whose evidence has no quality", in: "pathways/frailty.json",
      #", "quality": "assumed""#, "",
      """
      pathways/frailty.json:4:15: error: evidence: the evidence of a file needs the key 'quality'
      """),
    Slip(
      "A file whose evidence names an unknown source, reported once",
      in: "interventions/case-finding.json", #""source": "decisions""#, #""source": "hearsay""#,
      """
      interventions/case-finding.json:3:27: error: evidence.source: unknown source 'hearsay'
        help: the sources are 'decisions', 'case'
      """),
    Slip(
      "A number with evidence but no value", in: "pathways/hypertension.json", #""value": 0.11, "#,
      "",
      """
      pathways/hypertension.json:22:22: error: moves[1].ratePerYear: a number with evidence needs \
      the key 'value'
      """),
    Slip(
      "A misspelt value", in: "pathways/hypertension.json", #""value": 0.11"#, #""valeu": 0.11"#,
      """
      pathways/hypertension.json:22:24: error: moves[1].ratePerYear.valeu: unknown key 'valeu'
        help: did you mean 'value'?
      """),
    Slip(
      "A negative rate", in: "pathways/hypertension.json", #""ratePerYear": 0.2"#,
      #""ratePerYear": -0.2"#,
      """
      pathways/hypertension.json:25:22: error: moves[2].ratePerYear: -0.2 is not a rate; it must \
      be 0 or more
      """),
    Slip(
      "A probability above 1", in: "events/admissions.json", #""probability": 0.12"#,
      #""probability": 1.2"#,
      """
      events/admissions.json:12:26: error: events[0].triggers[0].probability: 1.2 is not a \
      probability; it must be between 0 and 1
      """),
    Slip(
      "A negative cost", in: "events/admissions.json", #"9630"#, #"-9630"#,
      """
      events/admissions.json:15:83: error: events[0].costs[1].pounds: -9630 is not a cost; it must \
      be 0 or more
      """),
    Slip(
      "A negative multiplier", in: "pathways/vital.json", #"2.5"#, #"-2.5"#,
      """
      pathways/vital.json:9:45: error: moves[0].multipliers.frailty.high: -2.5 is not a \
      multiplier; it must be 0 or more
      """),
    Slip(
      "A utility above 1", in: "place.json", #""baseUtility": 0.9"#, #""baseUtility": 90"#,
      """
      place.json:8:18: error: baseUtility: 90 is not a utility; it must be between 0 and 1
        help: 90% is written 0.9
      """),
    Slip(
      "A utility that changes within an age band", in: "place.json", #""baseUtility": 0.9"#,
      #""baseUtility": { "byAge": { "0-29": 0.9, "30+": 0.8 } }"#,
      """
      place.json:8:18: error: baseUtility: ages 30+ are not made of whole age bands
        help: the age bands are '0-17', '18-64', '65+'
      """),
    Slip(
      "A utility by sex", in: "place.json", #""baseUtility": 0.9"#,
      #""baseUtility": { "bySex": { "female": 0.9, "other": 0.8 } }"#,
      """
      place.json:8:18: error: baseUtility: a utility may differ by age here, and by nothing else
        help: use "byAge"
      """),
    Slip(
      "A share above 1", in: "pathways/hypertension.json", #""byDeprivation": { "1": 0.1,"#,
      #""byDeprivation": { "1": 10,"#,
      """
      pathways/hypertension.json:15:45: error: start.shares.controlled.byDeprivation.1: 10 is not \
      a share; it must be between 0 and 1
        help: 10% is written 0.1
      """),
    Slip(
      "A negative number of people", in: "population.json", #""birthsPerYear": 10"#,
      #""birthsPerYear": -10"#,
      """
      population.json:15:20: error: birthsPerYear: -10 is not a number of people; it must be 0 or \
      more
      """),
    Slip(
      "A string where a rate should be", in: "pathways/hypertension.json", #""ratePerYear": 0.2"#,
      #""ratePerYear": "0.2""#,
      """
      pathways/hypertension.json:25:22: error: moves[2].ratePerYear: found the string '0.2', expected \
      a rate
        help: write 0.2, without quotes
      """),
    Slip(
      "A number with a decimal comma in quotes", in: "pathways/hypertension.json",
      #""ratePerYear": 0.2"#, #""ratePerYear": "0,2""#,
      """
      pathways/hypertension.json:25:22: error: moves[2].ratePerYear: found the string '0,2', expected \
      a rate
        help: write 0.2, without quotes
      """),
    Slip(
      "Thousands with a comma in quotes", in: "pathways/hypertension.json",
      #""ratePerYear": 0.2"#, #""ratePerYear": "50,000""#,
      """
      pathways/hypertension.json:25:22: error: moves[2].ratePerYear: found the string '50,000', \
      expected a rate
        help: write 50000, without quotes
      """),
    Slip(
      "Three decimals after a comma in quotes", in: "pathways/hypertension.json",
      #""ratePerYear": 0.2"#, #""ratePerYear": "0,125""#,
      """
      pathways/hypertension.json:25:22: error: moves[2].ratePerYear: found the string '0,125', \
      expected a rate
        help: write 0.125, without quotes
      """),
    Slip(
      "Pounds with a comma and pence in quotes", in: "pathways/hypertension.json",
      #""ratePerYear": 0.2"#, #""ratePerYear": "£1,234,567.50""#,
      """
      pathways/hypertension.json:25:22: error: moves[2].ratePerYear: found the string '£1,234,567.50', \
      expected a rate
        help: write 1234567.50, without quotes
      """),
    Slip(
      "A percentage in quotes", in: "pathways/hypertension.json",
      #""ratePerYear": 0.2"#, #""ratePerYear": "35%""#,
      """
      pathways/hypertension.json:25:22: error: moves[2].ratePerYear: found the string '35%', \
      expected a rate
        help: write 0.35, without quotes
      """),
    Slip(
      "Words where a rate should be", in: "pathways/hypertension.json", #""ratePerYear": 0.2"#,
      #""ratePerYear": "often""#,
      """
      pathways/hypertension.json:25:22: error: moves[2].ratePerYear: found the string 'often', \
      expected a rate
      """),
    Slip(
      "A decimal comma", in: "pathways/hypertension.json", #""ratePerYear": 0.2"#,
      #""ratePerYear": 0,2"#,
      """
      pathways/hypertension.json:25:24: error: moves[2]: found '2', expected a key in double quotes
        help: a number has no comma: write 0.15 for 0,15, and 50000 for 50,000
      """),
    Slip(
      "Typographic quotes", in: "pathways/hypertension.json", #""ratePerYear": 0.2"#,
      #"“ratePerYear“: 0.2"#,
      """
      pathways/hypertension.json:25:7: error: moves[2]: found '“', expected a key in double quotes
        help: strings and keys stand in straight double quotes
      """),
    Slip(
      "A range that does not contain the value", in: "pathways/hypertension.json", #"[0.08, 0.15]"#,
      #"[0.12, 0.15]"#,
      """
      pathways/hypertension.json:22:50: error: moves[1].ratePerYear.range95: the range from 0.12 \
      to 0.15 does not contain the value 0.11
      """),
    Slip(
      "A reversed range", in: "pathways/hypertension.json", #"[0.08, 0.15]"#, #"[0.15, 0.08]"#,
      """
      pathways/hypertension.json:22:50: error: moves[1].ratePerYear.range95: the range is \
      reversed: 0.15 is above 0.08
      """),
    Slip(
      "A range of one number", in: "pathways/hypertension.json", #"[0.08, 0.15]"#, #"[0.08]"#,
      """
      pathways/hypertension.json:22:50: error: moves[1].ratePerYear.range95: a range has two \
      numbers, its low and its high end, but this has 1
      """),
    Slip(
      "A cost beyond all sense", in: "pathways/hypertension.json", #""poundsPerYear": 85"#,
      #""poundsPerYear": 1e307"#,
      """
      pathways/hypertension.json:10:53: error: segments[3].costs[0].poundsPerYear: 1e+307 is not a \
      cost; it must be 1000000000000 or less
      """),
    Slip(
      "A range that makes no sense for the number", in: "pathways/hypertension.json",
      #"[0.08, 0.15]"#, #"[-0.08, 0.15]"#,
      """
      pathways/hypertension.json:22:51: error: moves[1].ratePerYear.range95[0]: -0.08 makes no \
      sense here; it must be 0 or more
      """),
    Slip(
      "A range for a table", in: "pathways/hypertension.json", #""value": 0.11"#,
      #""value": { "atAge": { "40": 0.1 } }"#,
      """
      pathways/hypertension.json:22:72: error: moves[1].ratePerYear.range95: a range needs one \
      number, but the value is a table
        help: "relative95" is the range of a factor on the whole table, such as [0.8, 1.25]
      """),
    Slip(
      "A misspelt distribution", in: "pathways/hypertension.json", #""logNormal""#, #""lognormal""#,
      """
      pathways/hypertension.json:22:80: error: moves[1].ratePerYear.distribution: unknown word \
      'lognormal'
        help: did you mean 'logNormal'?
      """),
    Slip(
      "A table where one number is needed", in: "events/admissions.json", #""pounds": 9630"#,
      #""pounds": { "bySex": { "other": 9630 } }"#,
      """
      events/admissions.json:15:83: error: events[0].costs[1].pounds: a cost must be one number \
      here, not a table
      """),
    Slip(
      "A table of shares in a ramp", in: "interventions/case-finding.json", #""share": 0.5"#,
      #""share": { "byDeprivation": { "1": 0.5, "2": 0.6 } }"#,
      """
      interventions/case-finding.json:7:75: error: reach.ramp[1].share: a share must be one number \
      here, not a table
      """),
    Slip(
      "A table as a reach", in: "together.json", #""reach": 0.3"#,
      #""reach": { "byDeprivation": { "1": 0.5, "2": 0.6 } }"#,
      """
      together.json:6:52: error: interventions[0].reach: a share must be one number here, not a \
      table
      """),
    Slip(
      "A table as a capacity", in: "together.json", #""capacityPerYear": 6000"#,
      #""capacityPerYear": { "byArea": { "other": 1 } }"#,
      """
      together.json:8:52: error: change.case-finding.capacityPerYear: a capacity must be one \
      number here, not a table
      """),
  ]
}
