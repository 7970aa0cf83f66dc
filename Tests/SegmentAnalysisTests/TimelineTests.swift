import SegmentModel
import Testing

@testable import SegmentAnalysis

@Suite("Timeline")
struct TimelineTests {
  @Test(
    "Years are called as people in the place call them",
    arguments: [
      (4, "2022/23", "2023/24"), (1, "2022", "2023"),
      (7, "2022-07 to 2023-06", "2023-07 to 2024-06"),
    ])
  func labels(month: Int, first: String, second: String) throws {
    let model = ValuedModel.model(start: CalendarMonth(year: 2022, month: month))
    let timeline = try Timeline(model: model, step: .quarter)
    #expect(timeline.label(ofYear: 0) == first)
    #expect(timeline.label(ofYear: 1) == second)
  }

  @Test("The label of a century's last year keeps two digits")
  func century() throws {
    let model = ValuedModel.model(start: CalendarMonth(year: 2099, month: 4))
    #expect(try Timeline(model: model, step: .year).label(ofYear: 0) == "2099/00")
  }

  @Test(
    "Steps and boundaries are counted from the start of the run", arguments: StepLength.allCases)
  func steps(step: StepLength) throws {
    let timeline = try Timeline(model: ValuedModel.model(lead: 3, years: 2), step: step)
    let perYear = 12 / step.months
    #expect(timeline.firstStep == 3 * perYear)
    #expect(timeline.steps == 2 * perYear)
    #expect(timeline.boundary(startOfYear: 2) == 5 * perYear)
    #expect(timeline.year(ofStep: perYear) == 1)
    #expect(timeline.month(ofStep: timeline.firstStep) == timeline.from)
    #expect(timeline.elapsedYears(midStep: 0) == step.years / 2)
  }

  @Test("A period that starts within a year of the run is refused")
  func misaligned() {
    var model = ValuedModel.model()
    model.reportFrom = CalendarMonth(year: 2022, month: 7)
    #expect(throws: AnalysisError.self) { try Timeline(model: model, step: .quarter) }
  }
}
