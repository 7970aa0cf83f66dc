import Testing

@testable import SegmentReport

@Suite("Names of inputs")
struct InputNameTests {
  @Test("A file and a path are said in words, with the name of what the file is about")
  func words() throws {
    let names = ReportNames(
      try ReportTable(
        "kind,id,name\nintervention,home-visits,Home visits\npathway,copd,COPD\n",
        file: "names.csv",
        texts: ["kind", "id", "name"]))
    for (id, whole) in [
      (
        "place/interventions/home-visits.json:effects[0].addRatePerYear",
        "Home visits: effects[0], add rate per year"
      ),
      ("pathways/copd.json:moves[11].ratePerYear", "COPD: moves[11], rate per year"),
      (
        "events/other-falls.json:events[2].costs[0].pounds",
        "other falls: events[2], costs[0], pounds"
      ),
      ("targets.all-admissions", "targets.all admissions"), ("", ""),
    ] { #expect(InputName(id, names).whole == whole) }
  }
}
