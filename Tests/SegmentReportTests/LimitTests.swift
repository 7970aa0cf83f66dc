import Foundation
import Testing

@testable import SegmentModel
@testable import SegmentReport
import SegmentSimulation

@Suite("What a report says of its limits")
struct LimitTests {
  private static let choices = World(
    choices: [
      Choice(
        id: "yield", name: "Yield of a visit",
        options: [
          ChoiceOption(id: "trial", name: "As in trials"),
          ChoiceOption(id: "pilot", name: "As in the pilot"),
        ]),
      Choice(
        id: "price", name: "Price of a visit",
        options: [ChoiceOption(id: "low", name: "Low"), ChoiceOption(id: "high", name: "High")]),
    ])

  private static func input(_ path: String, _ quality: Quality, ranged: Bool) -> InputNumber {
    InputNumber(
      file: "place.json", path: path, value: 1, range95: nil,
      distribution: ranged ? "normal" : nil, correlation: nil, tag: .evidence,
      evidence: Evidence(source: "s", quality: quality), quantity: path, positions: [0])
  }

  private static let inputs = [
    input("a", .assumed, ranged: true), input("b", .assumed, ranged: false),
    input("c", .published, ranged: false), input("d", .calibrated, ranged: false),
  ]

  private func run() throws -> WrittenRun {
    var model = SmallRun.model
    model.choices = Self.choices.choices
    return try WrittenRun(SmallRun.compare([SmallRun.cheap], replicates: 4, model: model)) {
      $0.choices = Self.choices
      $0.inputs = Self.inputs
    }
  }

  @Test("The reading of disputed points comes first of all limits, and says how to run another")
  func reading() throws {
    let run = try run()
    defer { run.remove() }
    let limit =
      "This is under one reading of 2 disputed points of the evidence (see the table of them). No range "
      + "covers another reading; 'segflow run SCENARIO --choose CHOICE=OPTION' runs one."
    let page = ReportFolderTests.words(try run.read("report.html"))
    #expect(page.contains("What most limits this answer\n\(limit)\n2 of the 3 inputs that were"))
    #expect(try run.read("report.html").contains("<table class=\"words\">"))
    #expect(page.contains("Every limit, the weightiest first:\n\(limit)\n2 of the 3 inputs"))
    #expect(page.contains("Yield of a visit\nAs in trials\nAs in the pilot \n(yield=pilot)\n"))
    let paper = try run.read("paper.md")
    #expect(paper.contains("Limits:\n\n- \(limit)\n- 2 of the 3 inputs that were"))
    #expect(paper.contains("Risks and assumptions:\n\n- \(limit)\n- 2 of the 3 inputs that were"))
    #expect(paper.contains("| Point | Taken | Instead |\n| --- | --- | --- |\n"))
    #expect(paper.contains("| Price of a visit | Low | High (price=high) |"))
  }

  @Test(
    "A run of several worlds says which points it reads in one way alone, or nothing if none is left"
  )
  func worlds() throws {
    var model = SmallRun.model
    model.choices = Self.choices.choices
    let comparison = try SmallRun.compare([SmallRun.cheap], replicates: 4, model: model)
    func reading(_ options: [[Int]]) throws -> Reading {
      let run = try WrittenRun(
        options.map {
          var record = SmallRun.record(comparison)
          record.choices = World(choices: model.choices, options: $0)
          return RunWorld(comparison, record: record)
        })
      defer { run.remove() }
      return Reading(try ReportData(files: run.files()))
    }
    let some = try reading([[0, 0], [1, 0]])
    #expect(
      some.limit?.hasPrefix("This run reads only some of the 2 disputed points of the evidence in")
        == true)
    #expect(
      some.grid?.rows.map(\.cells) == [
        ["As in trials; As in the pilot", ""], ["Low", "High (price=high)"],
      ])
    #expect(try reading([[0, 0], [0, 1], [1, 0], [1, 1]]).limit == nil)
  }

  @Test("The console counts the choices at their default, and says that no interval covers another")
  func console() throws {
    let comparison = try SmallRun.compare([SmallRun.cheap])
    var record = SmallRun.record(comparison)
    record.choices = Self.choices
    let text = ConsoleTable(RunWorld(comparison, record: record)).text(width: 200)
    #expect(text.contains("\n2 choices are at the default"))
    #expect(text.contains("and no interval covers another option; --choose runs one.\n"))
  }

  @Test("A place without disputed points says nothing of them")
  func settled() throws {
    let run = try WrittenRun(SmallRun.compare([SmallRun.cheap], replicates: 4))
    defer { run.remove() }
    #expect(try !run.read("report.html").contains("isputed point"))
    #expect(try !run.read("paper.md").contains("isputed point"))
  }

  @Test("Ranges hold luck and the ranges stated, and how many inputs these are of")
  func ranges() throws {
    let counts = InputCounts(Self.inputs)
    #expect(counts.all == 3 && counts.assumed == 2 && counts.ranged == 1)
    #expect(counts.rangesText == "the stated ranges of 1 of 3 inputs, the others being held fixed")
    #expect(InputCounts([Self.inputs[0]]).rangesText == "the stated ranges of the 1 input")
    var frame = OutcomeWordsTests.frame
    frame.inputs = counts
    #expect(
      frame.rangeNote.contains(
        "by luck and by \(counts.rangesText) (100 draws, 2 replicates of each)"))
    let run = try run()
    defer { run.remove() }
    #expect(
      try run.read("summary.json").contains(
        "where the figure is expected to be, by \(counts.rangesText)"))
  }

  @Test("The baseline, the programmes of each scenario, what is counted and the horizon are told")
  func compared() throws {
    var baseline = SmallRun.baseline
    baseline.interventions = SmallRun.cheap.interventions
    baseline.interventions[0].id = "before"
    baseline.interventions[0].name = "What ran before"
    baseline.interventions[0].ambition = nil
    baseline.note = "What always ran goes on."
    var both = SmallRun.cheap
    both.interventions += baseline.interventions
    let run = try WrittenRun(SmallRun.compare([both], replicates: 4, baseline: baseline))
    defer { run.remove() }
    let paper = try run.read("paper.md")
    for text in [
      "2.3 Baseline is the place carrying on as its files describe it, in which these interventions and no "
        + "other are named: What ran before. Its file says: “What always ran goes on”.",
      "What is counted, by cause: Emergency admissions (Crisis, Fall).",
      "Nothing after March 2024 is counted: no event, no cost and no life lived.",
    ] { #expect(paper.contains(text), "\(text)") }
    let programmes = paper.split(separator: "\n").filter {
      $0.contains("visits |") || $0.contains("before |")
    }
    #expect(
      programmes.contains {
        $0.hasPrefix("| Home visits | – | 1,") && $0.hasSuffix(" (A little) |")
      })
    #expect(programmes.contains { $0.hasPrefix("| What ran before | 1,") && !$0.contains("–") })
    let page = ReportFolderTests.words(try run.read("report.html"))
    #expect(page.contains("and no other are named: What ran before."))
    #expect(page.contains("Home visits\n–\n1,"))
    baseline.interventions[0].starts = CalendarMonth(year: 2021, month: 4)
    baseline.interventions[0].ends = SmallRun.model.start
    baseline.note = nil
    let over = try WrittenRun(
      SmallRun.compare([SmallRun.cheap], replicates: 4, baseline: baseline))
    defer { over.remove() }
    #expect(
      try over.read("paper.md").contains(
        "and no other are named: What ran before, which ran before the period.\n"))
  }

  @Test("Print opens what is closed, but for the numbers behind pictures and the list of inputs")
  func print() throws {
    let run = try run()
    defer { run.remove() }
    let page = try run.read("report.html")
    #expect(page.contains("'details:not([open]):not(figure *):not(.long)'"))
    #expect(page.contains("<details class=\"long\"><summary>Every input that was not solved"))
    #expect(page.components(separatedBy: "<details class=\"long\">").count == 2)
  }

  @Test("Of several segments that are left twice within a step, the likeliest is named")
  func secondMoves() throws {
    func paper(_ chances: [(segment: String, chance: Double)]) throws -> String {
      let run = try WrittenRun(SmallRun.compare([SmallRun.cheap], replicates: 2)) {
        $0.secondMoves = chances.map {
          SecondMove(pathway: "illness", segment: $0.segment, chance: $0.chance)
        }
      }
      defer { run.remove() }
      return try run.read("paper.md")
    }
    let start = "at the highest rates its chance is more than 2% out of "
    #expect(
      try paper([("well", 0.021), ("ill", 0.213)]).contains(
        start + "2 segments, most out of “ill” of illness (21%)."))
    // Not "more than 2% (2%)".
    #expect(try paper([("well", 0.021)]).contains(start + "“well” of illness (2.1%)."))
  }
}
