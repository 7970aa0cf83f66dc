import Testing

@Suite("Mistakes about services and spend segments")
struct ServiceMistakeTests {
  @Test(arguments: slips)
  func isReported(_ slip: Slip) throws { try slip.check() }

  static let slips = [
    Slip(
      "Two services of one id", in: "place.json", #"{ "id": "hospital" }"#, #"{ "id": "gp" }"#,
      """
      place.json:20:69: error: services[1].id: 'gp' is the id of another service already \
      (place.json:20)
      """),
    Slip(
      "A service that counts but is not there", in: "place.json", #"[ "hospital" ]"#,
      #"[ "hospitals" ]"#,
      """
      place.json:21:51: error: spendSegments.services[0]: unknown service 'hospitals'
        help: did you mean 'hospital'?
      """),
    Slip(
      "A service that counts twice", in: "place.json", #"[ "hospital" ]"#,
      #"[ "gp", "gp" ]"#,
      """
      place.json:21:57: error: spendSegments.services[1]: 'gp' is named twice
      """),
    Slip(
      "No service counts", in: "place.json", #"[ "hospital" ]"#, "[]",
      """
      place.json:21:49: error: spendSegments.services: the list is empty
      """),
    Slip(
      "A cost for a service that is not there", in: "pathways/hypertension.json",
      #""service": "gp""#, #""service": "dentist""#,
      """
      pathways/hypertension.json:10:68: error: segments[3].costs[0].service: unknown service \
      'dentist'
        help: the services are 'gp', 'hospital'
      """),
    Slip(
      "A spend segment without a share", in: "place.json", #"{ "id": "high", "share": 0.06 }"#,
      #"{ "id": "high" }"#,
      """
      place.json:23:17: error: spendSegments.shares[1]: a spend segment needs the key 'share'
      """),
    Slip(
      "A share for the last spend segment", in: "place.json", #"{ "id": "others" }"#,
      #"{ "id": "others", "share": 0.93 }"#,
      """
      place.json:24:44: error: spendSegments.shares[2].share: the last segment takes the rest of \
      the people, whatever its share
        help: remove it
      """),
    Slip(
      "Shares that leave nobody", in: "place.json", #""share": 0.06"#, #""share": 0.99"#,
      """
      place.json:22:15: error: spendSegments.shares: the shares sum to 1 and leave nobody for the \
      last segment
        help: the last segment takes the rest of the people
      """),
    Slip(
      "A share above one", in: "place.json", #""share": 0.06"#, #""share": 6"#,
      """
      place.json:23:42: error: spendSegments.shares[1].share: 6 makes no sense here; it must be \
      between 0 and 1
        help: 6% is written 0.06
      """),
    Slip(
      "A spend segment called like another row", in: "place.json", #""id": "high", "share""#,
      #""id": "died", "share""#,
      """
      place.json:23:25: error: spendSegments.shares[1].id: 'died' cannot be the id of a spend segment
        help: tables of results use 'outside', 'joined', 'younger', 'older', 'died', 'moved' for \
      others
      """),
    Slip(
      "Ages that are no ages", in: "place.json", #""ages": "18+", "services""#,
      #""ages": "adults", "services""#,
      """
      place.json:21:30: error: spendSegments.ages: 'adults' is not a range of ages
        help: ages are written "18-44", "80+" or "25", up to 110
      """),
    Slip(
      "Spend segments without ages", in: "place.json", #""ages": "18+", "services""#,
      #""services""#,
      """
      place.json:21:20: error: spendSegments: a ranking by spend needs the key 'ages'
      """),
  ]
}
