import SegmentModel
import Testing

@testable import SegmentReport

@Suite("Outcomes that get worse")
struct WorseOutcomeTests {
  @Test("More of an outcome, told from none, has its figure and range; else it is not spoken of")
  func told() throws {
    let more = try #require(
      WorseOutcome("harms of treatment", Found(-96, error: 4, range: -135 ... -59, confidence: 2)))
    #expect(more.text("80%") == "96 more harms of treatment (80% range 59 to 135)")
    let wide = try #require(
      WorseOutcome("falls", Found(-9, error: 2, range: -20...3, confidence: 2)))
    #expect(wide.text("80%") == "9 more falls (80% range 20 more to 3 fewer)")
    #expect(WorseOutcome("falls", Found(-3, error: 2, range: -20...3, confidence: 2)) == nil)
    #expect(WorseOutcome("falls", Found(9, error: 2, range: 3...20, confidence: 2)) == nil)
    #expect(WorseOutcome("falls", Found(0)) == nil)
    #expect(WorseOutcome("falls", nil) == nil)
  }

  @Test("The headline of report and paper, and the console, say what gets worse beside it")
  func beside() throws {
    var model = SmallRun.model
    model.outcomes.append(Outcome(id: "fall", name: "Falls"))
    model.events[1].outcome = 1
    var scenario = SmallRun.cheap
    scenario.interventions[0].effects.append(
      Effect(target: .happening(3), change: .multiplyRate(Quantity(2))))
    let comparison = try SmallRun.compare([scenario], model: model)
    let run = try WrittenRun(comparison)
    defer { run.remove() }
    let headline =
      /prevented or postponed; it is also estimated to bring [0-9]+ more falls \(80% range [0-9]+ to [0-9]+\)\./
    for file in ["report.html", "paper.md"] {
      #expect(try run.read(file).contains(headline), "\(file)")
    }
    let world = RunWorld(comparison, record: SmallRun.record(comparison))
    #expect(
      ConsoleTable(world).text(width: 200).contains(
        /\n\nCheap visits also brings [0-9]+ more falls \(80% range [0-9]+ to [0-9]+\)\.\n/))
    let without = try SmallRun.compare([SmallRun.cheap], model: model)
    #expect(
      !ConsoleTable(RunWorld(without, record: SmallRun.record(without))).text(width: 200)
        .contains("also brings"))
  }
}
