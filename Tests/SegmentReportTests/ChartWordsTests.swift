import Foundation
import SegmentModel
import Testing

@testable import SegmentReport

@Suite("Words and looks of charts")
struct ChartWordsTests {
  private static let long =
    "Digital audit of registers, asked for again in every practice of the place: stroke and TIA"

  /// The lines of words of a picture, joined.
  private static func words(_ canvas: SVGCanvas) -> String {
    canvas.body.matches(of: /<text[^>]*>(.*)<\/text>/).map { String($0.output.1) }
      .joined(separator: " ")
  }

  private static func chart(rows: Int, note: String = "") -> Chart {
    var grid = ReportGrid("c", columns: ["Group", "Avoided"])
    grid.appendHeading("Area")
    for row in 0..<rows { grid.append("number \(row)", ["\(row) fewer"]) }
    return Chart(
      id: "x", title: "Title", subtitle: "compared with baseline", description: "A dot for each.",
      table: grid, source: "outcomes.csv", note: note, draw: { SVGCanvas(width: $0) })
  }

  @Test("A share of runs is all or none of them only where it is")
  func sharesOfRuns() {
    let texts = [0, 0.004, 0.03, 0.976, 0.996, 1].map { RiskSection.shareOfRuns($0) }
    #expect(texts == ["0%", "under 1%", "3%", "98%", "over 99%", "100%"])
  }

  @Test("A file of a chart tells its numbers, or the table of the run that has them")
  func descriptions() throws {
    func description(_ text: String) throws -> String {
      String(try #require(text.firstMatch(of: /<desc[^>]*>([^<]*)<\/desc>/)).output.1)
    }
    let few = Self.chart(rows: 2)
    #expect(
      try description(few.file(citation: "run"))
        == "A dot for each. Group: Avoided. Area: number 0: 0 fewer. Area: number 1: 1 fewer.")
    #expect(
      try description(few.inline(width: 700, suffix: "wide"))
        == "A dot for each. The numbers are in the table.")
    #expect(
      try description(Self.chart(rows: 200).file(citation: "run"))
        == "A dot for each. The numbers are in outcomes.csv of the run.")
  }

  @Test("A file of a chart has its subtitle and its note, and the page says them beside it")
  func notes() {
    let chart = Self.chart(rows: 2, note: "Luck is in it.")
    for words in [">compared with baseline<", ">Luck is in it.<"] {
      #expect(chart.file(citation: "run").contains(words))
      #expect(!chart.inline(width: 700, suffix: "wide").contains(words))
    }
  }

  @Test(
    "Every chart of a difference says what it is compared with, and that avoided may be postponed")
  func compared() throws {
    let run = try WrittenRun(SmallRun.compare([SmallRun.cheap], replicates: 6))
    defer { run.remove() }
    let world = try ReportData(files: run.files()).worlds[0]
    let frame = OutcomeWordsTests.frame
    let outcomes = OutcomeSection(world: world, frame: frame)
    let data = try ReportData(files: run.files())
    let avoided = [
      outcomes.byYear("cheap"), outcomes.byCause("cheap"), outcomes.byCauseAndYear("cheap"),
      RiskSection(data: data, world: world, frame: frame).exceedance(),
    ]
    for chart in avoided {
      let chart = try #require(chart)
      #expect(chart.subtitle.contains("prevented or postponed"), "\(chart.id)")
      #expect(chart.subtitle.contains("compared with baseline"), "\(chart.id)")
    }
    #expect(try #require(outcomes.byYear("cheap")).title.hasSuffix(" than baseline."))
    let money = try #require(MoneySection(world, frame).cumulative("cheap"))
    #expect(money.subtitle.contains("compared with baseline"))
    #expect(money.table.caption.contains("compared with baseline"))
    #expect(Self.words(money.draw(700)).contains("Cumulative net saving (cost if negative)"))
  }

  @Test("Parts of a file name cannot be taken for others")
  func names() {
    #expect(ReportSection.fileName("flows", "a-b", "c") == "flows_a-b_c")
    #expect(ReportSection.fileName("by", "a", "", "b_c d/é") == "by_a_b-c-d--")
  }

  @Test("Names are told whole, over lines", arguments: [350.0, 696])
  func labels(width: Double) {
    let step = WaterfallChart.Step(name: Self.long, value: 3, text: "3.5")
    let item = IntervalChart.Item(name: Self.long, mean: 1, range: nil, text: "3.5")
    let box = FlowPicture.Box(name: Self.long, baseline: ("1", "2"), scenario: ("1", "2"))
    let flows = FlowPicture(
      boxes: [box, box], arrows: [], baselineName: Self.long, scenarioName: "s")
    for canvas in [
      WaterfallChart(steps: [step], measure: "m").draw(width),
      IntervalChart(
        groups: [IntervalChart.Group(name: "g", items: [item])], measure: "m", key: "k",
        style: .first
      ).draw(width), flows.draw(width),
    ] {
      #expect(Self.words(canvas).contains(Self.long))
    }
    // Every word of a box is inside it; a bold letter is at most 8.6 wide.
    let boxes = flows.draw(width).body.matches(
      of: /<rect x="([0-9.]+)" y="([0-9.]+)" width="([0-9.]+)" height="([0-9.]+)"/
    ).map { [$0.1, $0.2, $0.3, $0.4].map { Double($0)! } }
    #expect(boxes.count == 2)
    #expect(boxes[1][1] > boxes[0][1] + boxes[0][3])
    let lines = flows.draw(width).body.matches(
      of: /<text x="([0-9.]+)" y="([0-9.]+)" class="bold">(.*)<\/text>/)
    #expect(lines.count > 4)
    for line in lines {
      let (x, y) = (Double(line.1)!, Double(line.2)!)
      #expect(
        boxes.contains { box in
          x >= box[0] && x + Double(line.3.count) * 8.6 <= box[0] + box[2] && y > box[1]
            && y < box[1] + box[3] - 40
        })
    }
  }

  @Test("No line of the axis runs through a heading")
  func headings() throws {
    let item = IntervalChart.Item(name: "x", mean: 1, range: nil, text: "1")
    let body = IntervalChart(
      groups: ["one", "two"].map { IntervalChart.Group(name: $0, items: [item]) }, measure: "m",
      key: "k", style: .first
    ).draw(696).body
    let headings = body.matches(of: /y="([0-9.]+)" class="bold">/).map { Double($0.1)! }
    let axis = body.matches(of: /y1="([0-9.]+)" x2="[0-9.]+" y2="([0-9.]+)" class="axis"/)
      .map { (Double($0.1)!, Double($0.2)!) }
    #expect(headings.count == 2 && axis.count == 2)
    for heading in headings {
      #expect(axis.allSatisfy { heading < $0.0 || heading - 12 > $0.1 })
    }
  }

  @Test("Where everything is zero, words stand in the place of the picture")
  func nothing() {
    let zero = LineChart.Line(name: "a", values: [0, 0], style: .first)
    let item = IntervalChart.Item(name: "x", mean: 0, range: 0...0, text: "0")
    let step = WaterfallChart.Step(name: "t", value: 0, isTotal: true, text: "0")
    for canvas in [
      LineChart(marks: ["1", "2"], lines: [zero], measure: "Avoided").draw(700),
      IntervalChart(
        groups: [IntervalChart.Group(name: "", items: [item])], measure: "Avoided", key: "k",
        style: .first
      ).draw(700), WaterfallChart(steps: [step], measure: "Avoided").draw(700),
    ] {
      #expect(Self.words(canvas) == "Avoided: zero throughout, so there is nothing to draw.")
      #expect(!canvas.body.contains("<line"))
    }
    let band = LineChart.Band(name: "80%", ranges: [0...0, 0...1], style: .first)
    let told = LineChart(marks: ["1", "2"], lines: [zero], bands: [band], measure: "Avoided")
    #expect(told.draw(700).body.contains("<line"), "a range is something")
  }

  @Test("No line ends between a minus and its pounds")
  func minus() {
    #expect(
      HTMLText.prose("net −£493,000, or −£1.2m. 3 − 2")
        == "net <span class=\"whole\">−£493,000</span>, or <span class=\"whole\">−£1.2m</span>. 3 − 2"
    )
    var grid = ReportGrid("c", columns: ["a", "b"])
    grid.append("x", ["cannot tell (−£5 to £6)"])
    #expect(HTMLText.table(grid).contains("(<span class=\"whole\">−£5</span> to £6)"))
  }

  @Test("A scenario has one look in all charts, and one that is stopped is short when chosen")
  func looks() throws {
    var stopped = SmallRun.cheap
    (stopped.id, stopped.name) = ("short", "Stopped")
    stopped.until = CalendarMonth(year: 2023, month: 4)
    stopped.stops = SmallRun.cheap.id
    for index in stopped.interventions.indices { stopped.interventions[index].ends = stopped.until }
    let run = try WrittenRun(
      SmallRun.compare([SmallRun.cheap, SmallRun.dear, stopped], replicates: 4))
    defer { run.remove() }
    let world = try ReportData(files: run.files()).worlds[0]
    let ids = ["cheap", "dear", "short"]
    #expect(Set((ids + [world.baseline]).map(world.style)).count == 4)
    #expect(world.mainScenario == "dear" && world.style("dear") == .first)
    for id in ids {
      let name = world.scenarioName(id)
      var found = 0
      for file in try run.names() where file.hasSuffix(".svg") {
        let text = try run.read(file)
        for match in text.matches(of: /class="s([0-9])(?: main)?"\/>\n<text[^>]*>([^<]*)</)
        where match.2 == name || match.2.hasPrefix("\(name), ") || match.2 == "“\(name)”, mean" {
          #expect(Int(match.1) == world.style(id).number, "\(name) in \(file)")
          found += 1
        }
      }
      // By year under each scenario, the exceedance curve and the cumulative net.
      #expect(found >= 5, "\(name)")
    }
    let page = try run.read("report.html")
    #expect(page.contains("<th scope=\"col\" class=\"aside\" data-column=\"short\">Stopped</th>"))
    #expect(page.contains("<th scope=\"col\" data-column=\"dear\">"))
    #expect(!page.contains("class=\"aside\" data-column=\"dear\""))
  }
}
