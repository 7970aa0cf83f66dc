import Testing

@Suite("Mistakes about files")
struct FileMistakeTests {
  @Test(arguments: slips)
  func isReported(_ slip: Slip) throws { try slip.check() }

  static let slips = [
    Slip(
      "A file that does not exist", in: "place.json", #""pathways/frailty.json""#,
      #""pathways/frailtee.json""#,
      """
      place.json:14:5: error: pathways[1]: cannot read 'pathways/frailtee.json': no such file
      """),
    Slip(
      "A folder where a file should be", in: "place.json", #""population.json""#, #""pathways""#,
      """
      place.json:11:17: error: population: cannot read 'pathways': it is a folder
      """),
    Slip(
      "A file without a name", in: "place.json", #""population.json""#, #""""#,
      """
      place.json:11:17: error: population: the name of the file is empty
      """),
    Slip(
      "A file of the wrong kind", in: "place.json", #""sources.json""#, #""population.json""#,
      """
      population.json:2:14: error: segflow: found a population, expected a list of sources
      """),
    Slip(
      "A scenario that names a pathway as an intervention", in: "finding.json",
      #"interventions/case-finding.json"#, #"pathways/vital.json"#,
      """
      pathways/vital.json:2:14: error: segflow: found a pathway, expected an intervention
      """),
    Slip(
      "An unknown kind of file", in: "pathways/vital.json", #"pathway/1"#, #"pathwya/1"#,
      """
      pathways/vital.json:2:14: error: segflow: unknown kind of file 'pathwya/1'
        help: did you mean 'pathway/1'?
      """),
    Slip(
      "A version of the format that is not known", in: "pathways/vital.json", #"pathway/1"#,
      #"pathway/2"#,
      """
      pathways/vital.json:2:14: error: segflow: version '2' of the format is not known
        help: this program reads "pathway/1"
      """),
    Slip(
      "A file that does not say what it is", in: "pathways/vital.json", #""segflow": "pathway/1","#,
      "",
      """
      pathways/vital.json:1:1: error: the key 'segflow', which says what the file is about, is \
      missing
        help: write it first: "segflow": "pathway/1"
      """),
    Slip(
      "A kind that does not come first", in: "baseline.json",
      #""segflow": "scenario/1", "id": "now""#, #""id": "now", "segflow": "scenario/1""#,
      """
      baseline.json:1:27: error: segflow: the key 'segflow' must come first
      """),
    Slip(
      "A list where an object should be", in: "sources.json", Example.sources, #"[]"#,
      """
      sources.json:1:1: error: found a list, expected an object
      """),
    Slip(
      "A file listed twice", in: "place.json", #""pathways/frailty.json","#,
      #""pathways/frailty.json", "pathways/vital.json","#,
      """
      place.json:14:30: error: pathways[2]: 'pathways/vital.json' is listed twice
        help: remove one of the two
      """),
    Slip(
      "A number where a file name should be", in: "place.json", #""population": "population.json""#,
      #""population": 3"#,
      """
      place.json:11:17: error: population: found a number, expected a file name or an object
      """),
    Slip(
      "A scenario that extends itself", in: "finding.json", #""place": "place.json""#,
      #""place": "place.json", "extends": "together.json""#,
      """
      together.json:4:14: error: extends: the scenario extends itself: finding.json -> \
      together.json -> finding.json
      """),
    Slip(
      "A scenario that extends itself and names what the other names", in: "finding.json",
      #""place": "place.json","#,
      #"""
      "place": "place.json", "extends": "together.json",
        "change": { "falls": { "reach": { "value": 0.2, "source": "case", "quality": "derived" } } },
      """#,
      """
      together.json:4:14: error: extends: the scenario extends itself: finding.json -> \
      together.json -> finding.json
      """),
    Slip(
      "A path as on Windows", in: "place.json", #""population.json""#, #""data\\population.json""#,
      #"""
      place.json:11:17: error: population: cannot read 'data\population.json': no such file
        help: write '/' between folders and files
      """#),
    Slip(
      "A path as on Windows whose \\n is a line break", in: "finding.json",
      #"interventions/case-finding.json"#, #".\nurse.json"#,
      #"""
      finding.json:5:22: error: interventions[0]: cannot read '.\nurse.json': no such file
        help: write '/' between folders and files
      """#),
    Slip(
      "Control characters in a name and a key", in: "baseline.json", #""id": "now""#,
      #""id": "no\u001b[31mw", "\u0007a\u009b": 1"#,
      #"""
      baseline.json:1:34: error: id: the text holds a control character
      baseline.json:1:34: error: id: 'no\u001b[31mw' is not an id
        help: an id has lower-case letters, digits and hyphens, and does not start with a hyphen
      baseline.json:1:51: error: \u0007a\u009b: unknown key '\u0007a\u009b'
        help: the keys of a scenario are 'segflow', 'evidence', 'id', 'name', 'place', 'extends', \#
      'until', 'choices', 'interventions', 'ambition', 'ambitions', 'change' and 1 more
      """#),
    Slip(
      "A byte of no text", in: "baseline.json", #""id": "now""#, "\0",
      #"""
      baseline.json:1:28: error: found '\u0000', expected a key in double quotes
      """#),
    Slip(
      "A scenario of another place", in: "baseline.json", #""id": "now""#,
      #""id": "now", "place": { "id": "elsewhere" }"#,
      """
      baseline.json:1:50: error: place: the scenario is for the place 'baseline.json', the others \
      are for 'place.json'
        help: scenarios that are compared must be of one place
      """),
    Slip(
      "A scenario without a place", in: "finding.json", #""place": "place.json","#, "",
      """
      finding.json:1:1: error: a scenario needs the key 'place'
      """),
  ]
}
