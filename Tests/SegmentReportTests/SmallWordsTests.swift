import SegmentModel
import Testing

@testable import SegmentReport

@Suite("Names within a sentence")
struct SmallWordsTests {
  private let small = SmallWords([
    ("place", "southend", "Southend"), ("area", "leigh", "Leigh on Sea"),
    ("scenario", "crohn", "Crohn clinics"), ("source", "hodgkin", "Hodgkin and others"),
    ("outcome", "parkinsons-admission", "Parkinson's admissions"),
    ("outcome", "fall-admission", "Falls"), ("outcome", "southend-stay", "Southend stays"),
    ("outcome", "x", "Broken bones in care homes"),
    ("pathway", "harm", "Home care of broken bones"),
    ("resource", "nurse-hours", "Nurses' time"), ("outcome", "dialysis", "dialysis"),
  ])

  @Test(
    "The first letter is made small only where the first word is seen small",
    arguments: [
      // Seen in ids, in other names, as one thing or as many, or nobody's name anywhere.
      ("Falls", "falls"), ("Broken bones in care homes", "broken bones in care homes"),
      ("Nurses' time", "nurses' time"), ("Emergency admissions", "emergency admissions"),
      ("All admissions", "all admissions"), ("dialysis", "dialysis"),
      // Proper nouns, and what may be one.
      ("Parkinson's admissions", "Parkinson's admissions"),
      ("Parkinson’s admissions", "Parkinson’s admissions"), ("Nurse's time", "Nurse's time"),
      ("Southend stays", "Southend stays"), ("Leigh stays", "Leigh stays"),
      ("Crohn admissions", "Crohn admissions"), ("Hodgkin admissions", "Hodgkin admissions"),
      ("Unseen things", "Unseen things"),
      // Abbreviations.
      ("A&E attendances", "A&E attendances"), ("NHS nurses", "NHS nurses"), ("", ""),
    ])
  func within(name: String, expected: String) {
    #expect(small.within(name) == expected)
  }

  @Test("Report, paper and table keep the capitals of an outcome and a baseline that have them")
  func run() throws {
    var model = SmallRun.model
    model.outcomes[0].name = "Parkinson's admissions"
    let comparison = try SmallRun.compare(
      [SmallRun.cheap], model: model, baseline: Scenario(id: "base", name: "Thurrock as it is"))
    let table = ConsoleTable(RunWorld(comparison, record: SmallRun.record(comparison)))
      .text(width: 200)
    #expect(table.contains("Fewer Parkinson's admissions"))
    let run = try WrittenRun(comparison)
    defer { run.remove() }
    let page = ReportFolderTests.words(try run.read("report.html"))
    for text in [try run.read("paper.md"), page, table] {
      #expect(!text.contains("parkinson's") && !text.contains("thurrock"))
    }
    for text in [try run.read("paper.md"), page] {
      #expect(
        text.contains("Compared with “Thurrock as it is”, “Cheap visits” is estimated to avoid"))
    }
  }
}
