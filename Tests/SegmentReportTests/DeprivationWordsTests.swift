import SegmentModel
import Testing

@testable import SegmentReport

@Suite("What groups of deprivation differ in")
struct DeprivationWordsTests {
  private static let groups = ValueTree.byDeprivation([.constant(0.02), .constant(0.01)])

  private func run(
    deprived: Bool, change: (inout Model, inout Scenario) -> Void = { _, _ in }
  ) throws -> (report: String, paper: String) {
    var model = SmallRun.model
    if deprived {
      model.population = PopulationPlan(
        residents: 3000, deprivation: ["1", "2"], deprivationShares: [[0.25, 0.75]])
    }
    var scenario = SmallRun.cheap
    change(&model, &scenario)
    let run = try WrittenRun(SmallRun.compare([scenario], replicates: 4, model: model))
    defer { run.remove() }
    return (ReportFolderTests.words(try run.read("report.html")), try run.read("paper.md"))
  }

  private static let end = "This is no evidence for an equality assessment on its own."

  @Test("Report and paper name the events, moves, pathways and programmes that go by deprivation")
  func named() throws {
    let texts = try run(deprived: true) { model, scenario in
      model.pathways[0].moves[0].chance = .ratePerYear(Quantity(Self.groups))
      scenario.interventions[0].reach.factor = Quantity(Self.groups)
    }
    let words =
      "In this model nothing goes by deprivation but the rate or consequences of Death and the reach, "
      + "effect or cost of “Home visits”. \(Self.end)"
    #expect(texts.report.contains(words))
    #expect(texts.paper.contains(words))
  }

  @Test(
    "Where only a programme does, what befalls residents does not; where nothing does, that is said"
  )
  func few() throws {
    let programme = try run(deprived: true) { model, scenario in
      scenario.interventions[0].reach.factor = Quantity(Self.groups)
    }
    #expect(programme.paper.contains("“Home visits”. What befalls residents does not. \(Self.end)"))
    let none = try run(deprived: true)
    #expect(
      none.paper.contains("No number of this model goes by deprivation: its groups differ only"))
    #expect(none.report.contains(Self.end))
    let without = try run(deprived: false)
    #expect(!without.report.contains("goes by deprivation") && !without.paper.contains(Self.end))
  }
}
