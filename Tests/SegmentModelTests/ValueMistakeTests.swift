import Testing

@Suite("Mistakes about keys and plain values")
struct ValueMistakeTests {
  @Test(arguments: slips)
  func isReported(_ slip: Slip) throws { try slip.check() }

  static let slips = [
    Slip(
      "A misspelt key", in: "place.json", #""years": 10"#, #""yeers": 10"#,
      """
      place.json:6:48: error: yeers: unknown key 'yeers'
        help: did you mean 'years'?
      """),
    Slip(
      "A key that resembles nothing", in: "pathways/frailty.json", #""id": "frailty""#,
      #""id": "frailty", "colour": "red""#,
      """
      pathways/frailty.json:3:20: error: colour: unknown key 'colour'
        help: the keys of a pathway are 'segflow', 'evidence', 'id', 'name', 'segments', 'start', \
      'moves', 'note'
      """),
    Slip(
      "A missing key", in: "place.json", #""years": 10,"#, "",
      """
      place.json:1:1: error: a place needs the key 'years'
      """),
    Slip(
      "A string where a number should be", in: "place.json", #""years": 10"#, #""years": "10""#,
      """
      place.json:6:57: error: years: found the string '10', expected a number
        help: write 10, without quotes
      """),
    Slip(
      "A month that is a number", in: "place.json", #""start": "2019-04""#, #""start": 2019"#,
      """
      place.json:6:12: error: start: found a number, expected a month such as "2022-04"
      """),
    Slip(
      "A number where a string should be", in: "pathways/hypertension.json", #""name": "At risk""#,
      #""name": 5"#,
      """
      pathways/hypertension.json:6:29: error: segments[0].name: found a number, expected a string
      """),
    Slip(
      "An object where a list should be", in: "pathways/frailty.json",
      #""segments": [ { "id": "low" }, { "id": "high" } ]"#, #""segments": { "id": "low" }"#,
      """
      pathways/frailty.json:5:15: error: segments: found an object, expected a list of segments
      """),
    Slip(
      "A number where an object should be", in: "pathways/hypertension.json",
      #"{ "id": "undiagnosed" }"#, #"5"#,
      """
      pathways/hypertension.json:7:5: error: segments[1]: found a number, expected a segment
      """),
    Slip(
      "A note that is not a string", in: "place.json", #""a small part of it""#,
      #"["a small part of it"]"#,
      """
      place.json:4:11: error: note: found a list, expected a string
      """),
    Slip(
      "A number that is not whole", in: "place.json", #""years": 10"#, #""years": 2.5"#,
      """
      place.json:6:57: error: years: found 2.5, expected a whole number
      """),
    Slip(
      "A number out of range", in: "place.json", #""years": 10"#, #""years": 0"#,
      """
      place.json:6:57: error: years: 0 makes no sense here; it must be between 1 and 200
      """),
    Slip(
      "A discount rate out of range", in: "place.json", #"0.035"#, #"3.5"#,
      """
      place.json:7:55: error: discountRatesPerYear[1]: 3.5 makes no sense here; it must be between \
      0 and 1
        help: 3.5% is written 0.035
      """),
    Slip(
      "A discount rate of costs without one of health", in: "place.json", #"0.035"#,
      #"{ "costs": 0.035 }"#,
      """
      place.json:7:55: error: discountRatesPerYear[1]: a discount rate needs the key 'health'
      """),
    Slip(
      "A misspelt discount rate", in: "place.json", #"0.035"#,
      #"{ "cost": 0.035, "health": 0.015 }"#,
      """
      place.json:7:57: error: discountRatesPerYear[1].cost: unknown key 'cost'
        help: did you mean 'costs'?
      """),
    Slip(
      "A discount rate of health out of range", in: "place.json", #"0.035"#,
      #"{ "costs": 0.035, "health": 1.5 }"#,
      """
      place.json:7:83: error: discountRatesPerYear[1].health: 1.5 makes no sense here; it must be \
      between 0 and 1
        help: 1.5% is written 0.015
      """),
    Slip(
      "A discount rate that is neither a number nor two", in: "place.json", #"0.035"#,
      #""0.035/0.015""#,
      """
      place.json:7:55: error: discountRatesPerYear[1]: found the string '0.035/0.015', expected a \
      number
      """),
    Slip(
      "An empty list", in: "place.json", #"[0, 0.035]"#, #"[]"#,
      """
      place.json:7:51: error: discountRatesPerYear: the list is empty
      """),
    Slip(
      "A malformed month", in: "place.json", #""2019-04""#, #""April 2019""#,
      """
      place.json:6:12: error: start: 'April 2019' is not a month
        help: months are written "2022-04"
      """),
    Slip(
      "A misspelt word", in: "place.json", #""quarter""#, #""quartr""#,
      """
      place.json:6:69: error: step: unknown word 'quartr'
        help: did you mean 'quarter'?
      """),
    Slip(
      "A word that resembles nothing", in: "place.json", #""cycleWeights": "start""#,
      #""cycleWeights": "simpson""#,
      """
      place.json:7:79: error: cycleWeights: unknown word 'simpson'
        help: the words are 'trapezoid', 'start', 'end', 'everyBoundary'
      """),
    Slip(
      "A malformed range of ages", in: "interventions/case-finding.json", #""40+""#, #""over 40""#,
      """
      interventions/case-finding.json:5:25: error: eligible.ages: 'over 40' is not a range of ages
        help: ages are written "18-44", "80+" or "25", up to 110
      """),
  ]
}
