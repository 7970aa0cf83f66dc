import SegmentModel
import Testing

@testable import SegmentAnalysis

/// What the reader refuses in files, and models made in code may still have.
@Suite("Uncertain numbers of a run")
struct ParameterListTests {
  @Test(
    "Single shares of a split must fit together",
    arguments: [(0.3, 30.0, true), (0.4, 30, false), (0.3, 31, false)])
  func shares(value: Double, sampleSize: Double, fits: Bool) throws {
    func event(_ id: String, _ share: Double, _ size: Double) -> Event {
      let split = Uncertainty(.split(sampleSize: size), correlation: Correlation(group: "ways"))
      return Event(
        id: id, name: id,
        chance: .ratePerYear(Quantity(.constant(share), uncertainty: split, id: id)))
    }
    let model = Model(
      id: "m", start: CalendarMonth(year: 2020, month: 1), years: 1,
      population: PopulationPlan(residents: 1),
      pathways: [Pathway(id: "p", segments: [Segment(id: "a")])],
      events: [event("e", 0.7, 30), event("f", value, sampleSize)])
    if fits {
      #expect(try ParameterList(model: model, scenarios: []).central == [0.7, value])
    } else {
      #expect(throws: AnalysisError.self) { try ParameterList(model: model, scenarios: []) }
    }
  }
}
