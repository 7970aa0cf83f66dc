import Foundation
import Testing

@testable import SegmentReport

@Suite("Charts")
struct ChartTests {
  /// The luminance of a colour such as `#0b5ea8` or `#fff` (WCAG 2.2).
  private static func luminance(_ colour: Substring) -> Double {
    let digits =
      colour.count == 4 ? colour.dropFirst().flatMap { [$0, $0] } : Array(colour.dropFirst())
    let parts = stride(from: 0, to: 6, by: 2).map { index -> Double in
      let part = Double(Int(String(digits[index...index + 1]), radix: 16) ?? 0) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static func contrast(_ one: Substring, _ other: Substring) -> Double {
    let both = [luminance(one), luminance(other)].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }

  @Test("Panels stand side by side and below, all to one scale", arguments: [680.0, 340])
  func panels(width: Double) throws {
    func panel(_ name: String, _ values: [Double]) -> PanelChart.Panel {
      PanelChart.Panel(name: name, values: values, ranges: values.map { $0 - 1...$0 + 1 })
    }
    let chart = PanelChart(
      panels: [
        panel("a", [0, 10]), panel("b", [0, 1]), panel("c", [10, 0]), panel("d", [0, 10]),
      ], marks: ["2022/23", "2023/24"], line: "Mean", band: "Range",
      style: .first, measure: "Avoided")
    let body = chart.draw(width).body
    let lines = body.matches(
      of: /<path d="M([0-9.]+) ([0-9.]+)L([0-9.]+) ([0-9.]+)" class="s0 main"/
    )
    .map { [$0.1, $0.2, $0.3, $0.4].map { Double($0)! } }
    try #require(lines.count == 4)
    #expect(
      body.components(separatedBy: "class=\"bar0 outer\"").count == 4 + 2, "and one in the key")
    let (columns, down) = (width > 500 ? 3 : 2, 150.0)
    for (index, line) in lines.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      #expect(abs(line[0] - lines[0][0] - Double(column) * width / Double(columns)) < 0.11)
      // The values 0 and 10 of all panels stand at the heights of the first.
      let (zero, ten) = (lines[0][1] + Double(row) * down, lines[0][3] + Double(row) * down)
      let heights = [[zero, ten], [zero, zero + (ten - zero) / 10], [ten, zero], [zero, ten]]
      #expect(abs(line[1] - heights[index][0]) < 0.11 && abs(line[3] - heights[index][1]) < 0.11)
      #expect(line[2] > line[0] && line[2] < Double(column + 1) * width / Double(columns))
    }
  }

  @Test(
    "Words stand out by 4.5:1 and lines by 3:1, light and dark",
    arguments: [
      ChartStyle.light, ChartStyle.dark,
    ])
  func contrast(colours: String) throws {
    let pairs = colours.split(separator: ";").map { $0.split(separator: ":") }
    let named = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0].dropFirst(2), $0[1]) })
    for paper in ["paper", "panel"] {
      let paper = try #require(named[paper[...]])
      for ink in ["ink", "soft", "link"] {
        #expect(Self.contrast(try #require(named[ink[...]]), paper) >= 4.5, "\(ink) on \(paper)")
      }
      for line in ["c0", "c1", "c2", "c3", "c4"] {
        #expect(Self.contrast(try #require(named[line[...]]), paper) >= 3, "\(line) on \(paper)")
      }
    }
  }

  @Test(
    "Marks are round, hold every number, and are few",
    arguments: [
      [0.0], [3.2], [-0.004, 0.013], [0, 1], [-7, 93], [12, 12_345], [-44e6, 1e6], [0, 9.99],
      [99.9, 100.1],
    ])
  func scales(values: [Double]) {
    for marks in 3...8 {
      let scale = Scale(values, from: 0, to: 100, marks: marks)
      #expect(scale.ticks.count >= 2 && scale.ticks.count <= marks + 3)
      #expect(scale.low <= min(0, values.min() ?? 0) && scale.high >= max(0, values.max() ?? 0))
      #expect(scale.place(scale.low) == 0 && scale.place(scale.high) == 100)
      #expect(Set(scale.ticks.map { scale.label($0) }).count == scale.ticks.count, "\(scale.ticks)")
    }
  }

  @Test(
    "Marks far from zero are told apart, by what they are",
    arguments: [
      ([12_000.0, 12_400], ["12k", "12.05k", "12.1k"]),
      ([1_000_000, 1_010_000], ["1m", "1.002m"]),
      ([-20_002, -20_000], ["−20.002k", "−20.0015k"]), ([2e9, 2.002e9], ["2bn", "2.0005bn"]),
    ])
  func closeMarks(values: [Double], first: [String]) {
    let scale = Scale(values, from: 0, to: 100, marks: 8, holdsZero: false)
    let labels = scale.ticks.map { scale.label($0) }
    #expect(Set(labels).count == labels.count, "\(labels)")
    #expect(Array(labels.prefix(first.count)) == first)
  }

  @Test(
    "Every drawing stays within its width and has no number that is none", arguments: [350.0, 720])
  func bounds(width: Double) {
    let line = LineChart(
      marks: ["2022", "2023"],
      lines: [
        LineChart.Line(name: "a", values: [1, 5], style: .first, isMain: true),
        LineChart.Line(name: "b", values: [0, -3], style: .baseline),
      ],
      bands: [LineChart.Band(name: "80%", ranges: [0...2, 3...9], style: .first)], measure: "m")
    let single = LineChart(
      marks: ["2022"], lines: [LineChart.Line(name: "a", values: [1], style: .first)],
      bands: [LineChart.Band(name: "80%", ranges: [0...2], style: .first)], measure: "m")
    let curve = LineChart(
      lines: [LineChart.Line(name: "a", values: [100, 40, 0], style: .first)], measure: "m",
      numbers: [135, 140, 415],
      across: "Avoided at least")
    let dots = IntervalChart(
      groups: [
        IntervalChart.Group(
          name: "g", items: [IntervalChart.Item(name: "x", mean: 1, range: nil, text: "1")])
      ], measure: "m", key: "k", style: .first)
    let falls = WaterfallChart(
      steps: [
        WaterfallChart.Step(name: "a", value: 3, text: "3"),
        WaterfallChart.Step(name: "b", value: -1, text: "-1"),
        WaterfallChart.Step(name: "t", value: 2, isTotal: true, text: "2"),
      ], measure: "m")
    let plane = PlaneChart(
      points: [(gain: 1, cost: 2), (gain: -1, cost: 0)], gainName: "QALYs", style: .first)
    let box = FlowPicture.Box(name: "s", baseline: ("1", "2"), scenario: ("1", "2"))
    let flows = FlowPicture(
      boxes: [box, box, box],
      arrows: [(0, 1), (1, 2), (0, 2), (2, 0), (2, 1)].map {
        FlowPicture.Arrow(from: $0.0, to: $0.1, perYear: 0, baseline: "0", scenario: "0")
      }, baselineName: "b", scenarioName: "s")
    for canvas in [
      line.draw(width), single.draw(width), curve.draw(width), dots.draw(width), falls.draw(width),
      plane.draw(width), flows.draw(width),
    ] {
      #expect(canvas.height > 50 && canvas.height < 800)
      #expect(!canvas.body.contains("nan") && !canvas.body.contains("inf"))
      for part in canvas.body.components(separatedBy: "x=\"").dropFirst() {
        let x = Double(part.prefix { $0 != "\"" }) ?? -1
        #expect(x >= -4 && x <= width + 4)
      }
    }
  }

  /// Where the words of a picture begin and end, with their line, by the width of a letter.
  private static func words(_ body: String) -> [(text: String, from: Double, to: Double, y: Double)]
  {
    body.matches(
      of:
        /<text x="([-0-9.]+)" y="([-0-9.]+)"(?: text-anchor="([a-z]+)")?(?: class="([a-z ]+)")?>(.*)<\/text>/
    ).map { match in
      let letter = match.4.map { $0.contains("small") ? 7.2 : $0.contains("bold") ? 8 : 7 } ?? 7
      let (x, width) = (Double(match.1)!, Double(match.5.count) * letter)
      let from = match.3 == "end" ? x - width : match.3 == "middle" ? x - width / 2 : x
      return (String(match.5), from, from + width, Double(match.2)!)
    }
  }

  @Test("No words are cut at an edge or run into others", arguments: [350.0, 456, 696])
  func room(width: Double) throws {
    let long = "Emergency admissions from the causes modelled avoided in every single year"
    let falls = WaterfallChart(
      steps: [
        WaterfallChart.Step(name: long, value: -21e6, text: "−£21.0m"),
        WaterfallChart.Step(name: "b", value: 1e6, text: "£1.0m"),
        WaterfallChart.Step(name: "t", value: -20e6, isTotal: true, text: "−£20.0m"),
      ], measure: long, isMoney: true)
    let item = IntervalChart.Item(name: long, mean: -26e6, range: nil, text: "−£26.0m")
    let dots = IntervalChart(
      groups: [IntervalChart.Group(name: "g", items: [item])], measure: long, isMoney: true,
      key: long, style: .first)
    let panels = PanelChart(
      panels: ["Coronary heart disease", "Diabetes", "Chronic kidney disease of stages 3 to 5"].map
      {
        PanelChart.Panel(name: $0, values: [-1_500, 20], ranges: [-1_600 ... -1_400, 0...30])
      }, marks: ["2022/23", "2031/32"], line: "Mean", band: long, style: .first,
      measure: "Avoided a year")
    let lines = LineChart(
      marks: ["2022/23", "2031/32"],
      lines: [
        LineChart.Line(
          name: "All together, stopped in April 2024, mean", values: [1, 2], style: .first)
      ],
      bands: [LineChart.Band(name: long, ranges: [0...2, 3...9], style: .first)],
      measure: "Avoided a year", across: long)
    let tornado = TornadoChart(
      items: [
        TornadoChart.Item(
          name: "x: rate, \(long)", low: -15_000, high: 1, text: "1 to 2")
      ], measure: long, keys: (long, long))
    for canvas in [
      falls.draw(width), dots.draw(width), panels.draw(width), lines.draw(width),
      tornado.draw(width),
    ] {
      let words = Self.words(canvas.body)
      #expect(words.count > 4)
      for (index, one) in words.enumerated() {
        #expect(one.from >= -1 && one.to <= width + 1, "\(one.text)")
        #expect(one.y <= canvas.height, "\(one.text)")
        for other in words.dropFirst(index + 1) where (one.y - other.y).magnitude < 12 {
          #expect(one.to <= other.from || other.to <= one.from, "\(one.text) and \(other.text)")
        }
      }
    }
  }

  @Test("Values at numbers stand as far apart as their numbers")
  func numericAxis() throws {
    let chart = LineChart(
      lines: [LineChart.Line(name: "a", values: [9, 5, 0], style: .first)], measure: "m",
      numbers: [0, 10, 100])
    let path = try #require(
      chart.draw(720).body.split(separator: "\n").first { $0.contains("<path") })
    let places = path.split(whereSeparator: { "ML\"".contains($0) })
      .compactMap { part in part.split(separator: " ").first.flatMap { Double($0) } }
    #expect(places.count == 3)
    #expect((10 * (places[1] - places[0]) - (places[2] - places[0])).magnitude < 2)
  }
}
