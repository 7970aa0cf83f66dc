import Testing

@Suite("Mistakes about time and people")
struct PlaceMistakeTests {
  @Test(arguments: slips)
  func isReported(_ slip: Slip) throws { try slip.check() }

  static let slips = [
    Slip(
      "A name with a control character", in: "pathways/hypertension.json",
      #""name": "Hypertension""#, #""name": "Hyper\u001b[31mtension""#,
      """
      pathways/hypertension.json:3:33: error: name: the text holds a control character
      """),
    Slip(
      "Joiners like nobody who lives there", in: "population.json", #""18-44": { "value": 20"#,
      #""100+": { "value": 20"#,
      """
      population.json:16:21: error: joinersPerYear: nobody aged 100+ lives there at the start, whom \
      those who enter could copy
      """),
    Slip(
      "Nobody who pays", in: "place.json",
      #"[ { "id": "nhs", "name": "NHS" }, { "id": "asc", "name": "Adult social care" } ]"#, "[]",
      """
      place.json:9:13: error: payers: the list is empty
      """),
    Slip(
      "Nothing that is counted", in: "place.json",
      #"[ { "id": "admission", "name": "Emergency admissions" } ]"#, "[]",
      """
      place.json:10:15: error: outcomes: the list is empty
      """),
    Slip(
      "Reports that start before the place", in: "place.json", #""2022-04""#, #""2018-04""#,
      """
      place.json:6:37: error: reportFrom: 2018-04 is before the place starts, 2019-04
      """),
    Slip(
      "Reports that start within a step", in: "place.json", #""2022-04""#, #""2022-05""#,
      """
      place.json:6:37: error: reportFrom: 2022-05 is not a whole number of years after the \
      start, 2019-04
      """),
    Slip(
      "Reports that start long after the place", in: "place.json", #""2022-04""#, #""9019-04""#,
      """
      place.json:6:37: error: reportFrom: 9019-04 is more than 200 years after the start, 2019-04
      """),
    Slip(
      "A population of nobody", in: "population.json", #""residents": 1000"#, #""residents": 0"#,
      """
      population.json:4:16: error: residents: 0 makes no sense here; it must be between 1 and \
      100000000
      """),
    Slip(
      "People who sum to nobody", in: "population.json",
      #"""
      "people": { "byArea": {
          "grays": { "bySex": { "female": { "byAge": { "0-17": 100, "18-64": 200 } },
                                "male": { "byAge": { "0-17": 110, "18-64": 190 } } } },
          "tilbury": { "byAge": { "18-64": 300, "65-99": 100 } } } }
      """#,
      #""people": { "byAge": { "0-17": 0 } }"#,
      """
      population.json:10:13: error: people: nobody lives in the place
      """),
    Slip(
      "People who sum to next to nobody", in: "population.json",
      #"""
      "people": { "byArea": {
          "grays": { "bySex": { "female": { "byAge": { "0-17": 100, "18-64": 200 } },
                                "male": { "byAge": { "0-17": 110, "18-64": 190 } } } },
          "tilbury": { "byAge": { "18-64": 300, "65-99": 100 } } } }
      """#,
      #""people": { "byAge": { "0-17": 1e-310, "18-44": 1e-310 } }"#,
      """
      population.json:10:13: error: people: nobody lives in the place
      """),
    Slip(
      "An area left out of the people", in: "population.json",
      #""tilbury": { "byAge": { "18-64": 300, "65-99": 100 } }"#, #""note": "forgotten""#,
      """
      population.json:10:25: error: people.byArea: there is no value for 'tilbury'
        help: where nobody lives, say so: "tilbury": 0
      """),
    Slip(
      "A sex left out of the people of one area", in: "population.json",
      #""male": { "byAge": { "0-17": 110, "18-64": 190 } }"#, #""note": "forgotten""#,
      """
      population.json:11:25: error: people.byArea.grays.bySex: there is no value for 'male'
        help: where nobody lives, say so: "male": 0
      """),
    Slip(
      "Ages that cannot be read, which are no gap as well", in: "population.json",
      #""18-64": 300, "65-99": 100"#, #""18-44": 300, "45-x": 5, "65-99": 100"#,
      """
      population.json:13:43: error: people.byArea.tilbury.byAge.45-x: '45-x' is not a range of ages
        help: ages are written "18-44", "80+" or "25", up to 110
      """),
    Slip(
      "Ages left out between others", in: "population.json",
      #""18-64": 300, "65-99": 100"#, #""65-99": 100, "18-44": 300, "10": 5"#,
      """
      population.json:13:27: error: people.byArea.tilbury.byAge: ages 11-17, 45-64 are not covered
        help: where nobody lives, say so: "11-17": 0
      """),
    Slip(
      "More people than there are", in: "population.json", #""65-99": 100"#, #""65-99": 1e308"#,
      """
      population.json:13:52: error: people.byArea.tilbury.byAge.65-99: 1e+308 makes no sense here; \
      it must be 1000000000 or less
      """),
    Slip(
      "People without ages", in: "population.json",
      #""tilbury": { "byAge": { "18-64": 300, "65-99": 100 } }"#, #""tilbury": 400"#,
      """
      population.json:13:16: error: people.byArea.tilbury: people are counted without saying their \
      ages
        help: add "byAge"
      """),
    Slip(
      "People by area twice", in: "population.json",
      #""tilbury": { "byAge": { "18-64": 300, "65-99": 100 } }"#, #""tilbury": { "byArea": {} }"#,
      """
      population.json:13:28: error: people.byArea.tilbury.byArea: 'byArea' stands inside another \
      'byArea'
      """),
    Slip(
      "People of overlapping ages", in: "population.json", #""65-99": 100"#, #""60-99": 100"#,
      """
      population.json:13:43: error: people.byArea.tilbury.byAge.60-99: ages 60-99 overlap with \
      ages 18-64
      """),
    Slip(
      "People by two things at once", in: "population.json", #""tilbury": { "byAge""#,
      #""tilbury": { "bySex": { "male": 1 }, "byAge""#,
      """
      population.json:13:16: error: people.byArea.tilbury: the keys 'bySex', 'byAge' cannot stand \
      together
        help: keep one of them
      """),
    Slip(
      "People in an empty object", in: "population.json",
      #""tilbury": { "byAge": { "18-64": 300, "65-99": 100 } }"#, #""tilbury": {}"#,
      """
      population.json:13:16: error: people.byArea.tilbury: the table is empty
      """),
    Slip(
      "A negative number of heads", in: "population.json", #""65-99": 100"#, #""65-99": -100"#,
      """
      population.json:13:52: error: people.byArea.tilbury.byAge.65-99: -100 makes no sense here; \
      it must be 0 or more
      """),
    Slip(
      "Age bands with a gap", in: "population.json", #""18-64", "65+""#, #""20-64", "65+""#,
      """
      population.json:9:25: error: ageBands[1]: the age band 20-64 does not start at 18
        help: age bands are listed from 0 up, without gaps or overlaps
      """),
    Slip(
      "Age bands that stop early", in: "population.json", #""18-64", "65+""#, #""18-64""#,
      """
      population.json:9:15: error: ageBands: ages 65+ are not covered
      """),
    Slip(
      "Joiners of overlapping ages", in: "population.json", #""joinersPerYear": {"#,
      #""joinersPerYear": { "40+": 1,"#,
      """
      population.json:16:23: error: joinersPerYear.40+: ages 40+ overlap with ages 18-44
      """),
    Slip(
      "Deprivation shares that do not sum to 1", in: "population.json", #""2": 0.75"#, #""2": 0.7"#,
      """
      population.json:14:35: error: deprivationShares.grays: the shares sum to 0.95; they must sum \
      to 1
      """),
    Slip(
      "Deprivation shares of an unknown group", in: "population.json", #""2": 0.75"#, #""3": 0.75"#,
      """
      population.json:14:48: error: deprivationShares.grays.3: unknown deprivation group '3'
        help: the deprivation groups are '1', '2'
      """),
    Slip(
      "Deprivation shares without an area", in: "population.json", #", "tilbury": { "1": 1 }"#, "",
      """
      population.json:14:24: error: deprivationShares: there is no value for 'tilbury'
      """),
    Slip(
      "Deprivation groups without shares", in: "population.json",
      #"""

        "deprivationShares": { "grays": { "1": 0.25, "2": 0.75 }, "tilbury": { "1": 1 } },
      """#,
      "",
      """
      population.json:1:1: error: a population needs the key 'deprivationShares'
      """),
    Slip(
      "A discount rate twice", in: "place.json", "[0, 0.035]", "[0, 0.035, 0.035]",
      """
      place.json:7:62: error: discountRatesPerYear[2]: '0.035' is listed twice
        help: remove one of the two
      """),
    Slip(
      "Discount rates of costs and health twice", in: "place.json", "[0, 0.035]",
      #"[{ "costs": 0.035, "health": 0.015 }, { "health": 0.015, "costs": 0.035 }]"#,
      """
      place.json:7:89: error: discountRatesPerYear[1]: 'costs 0.035, health 0.015' is listed twice
        help: remove one of the two
      """),
    Slip(
      "A discount rate once for both and once for each", in: "place.json", "[0, 0.035]",
      #"[0.035, { "costs": 0.035, "health": 0.035 }]"#,
      """
      place.json:7:59: error: discountRatesPerYear[1]: '0.035' is listed twice
        help: remove one of the two
      """),
    Slip(
      "A price of a QALY twice", in: "place.json", #""baseUtility": 0.9,"#,
      #"""
      "baseUtility": 0.9, "willingnessToPay": [ { "poundsPerQALY": 3, "source": "case" },
        { "poundsPerQALY": 3.0, "source": "decisions" } ],
      """#,
      """
      place.json:9:3: error: willingnessToPay[1]: '3' is listed twice
        help: remove one of the two
      """),
    Slip(
      "A price of a QALY of an unknown source", in: "place.json", #""baseUtility": 0.9,"#,
      #"""
      "baseUtility": 0.9,
      "willingnessToPay": [ { "poundsPerQALY": 20000, "source": "cases" } ],
      """#,
      """
      place.json:9:59: error: willingnessToPay[0].source: unknown source 'cases'
        help: did you mean 'case'?
      """),
    Slip(
      "A price of a QALY that nobody states", in: "place.json", #""baseUtility": 0.9,"#,
      #"""
      "baseUtility": 0.9,
      "willingnessToPay": [ { "poundsPerQALY": -1 } ],
      """#,
      """
      place.json:9:23: error: willingnessToPay[0]: a price of a QALY needs the key 'source'
      place.json:9:42: error: willingnessToPay[0].poundsPerQALY: -1 makes no sense here; it must \
      be 0 or more
      """),
    Slip(
      "A price of QALYs that are not counted", in: "place.json", #""baseUtility": 0.9,"#,
      #""willingnessToPay": [ { "poundsPerQALY": 20000, "source": "case" } ],"#,
      """
      place.json:8:23: error: willingnessToPay: a place with 'willingnessToPay' needs the key \
      'baseUtility'
      """),
    Slip(
      "No areas", in: "population.json",
      #""areas": [ { "id": "grays", "name": "Grays" }, { "id": "tilbury" } ]"#, #""areas": []"#,
      """
      population.json:7:12: error: areas: the list is empty
      """),
  ]
}
