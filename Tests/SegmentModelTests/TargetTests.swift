import Testing

@testable import SegmentModel

@Suite("Targets")
struct TargetTests {
  private static let start = CalendarMonth(year: 2019, month: 4)
  private static let later = CalendarMonth(year: 2020, month: 4)

  @Test("Targets are read with what they measure")
  func targets() throws {
    let model = try Fixture(Example.filesWithTargets).load(["place.json"]).model
    #expect(model.targets.map(\.id) == ["known", "strokes", "spend", "many"])
    let known = model.targets[0]
    #expect(known.use == .calibration && known.value == 220 && known.error == .poisson)
    #expect(known.definition == "people on the register" && known.denominator == "residents")
    #expect(known.evidence == Evidence(source: "case", quality: .published) && known.line == 12)
    #expect(
      known.measure
        == .count(
          Count(
            .people(Count.Segments(pathway: 2, segments: [2, 3])), from: Self.later, years: 0,
            margin: .area(0))))
    let strokes = model.targets[1]
    #expect(strokes.evidence == Evidence(source: "decisions", quality: .derived))
    #expect(strokes.error == .range95(0.05...0.2) && strokes.line == nil)
    #expect(
      strokes.measure
        == .ratio(
          .sum([
            .count(
              Count(
                .events([.happening(4), .trigger(happening: 4, trigger: 0)]), from: Self.start,
                years: 1)),
            .count(
              Count(
                .outcome(0, causes: ["Stroke"]), from: Self.later, years: 2,
                margin: .ages(AgeRange(18, 110)))),
          ]),
          .product([
            .count(Count(.personYears(nil), from: Self.start, years: 1, margin: .sex(1))),
            .number(2.5),
          ])))
    #expect(
      model.targets[2].measure
        == .difference(
          .count(Count(.pounds(payer: 0, category: .care), from: Self.start, years: 1)),
          .count(Count(.deaths, from: Self.start, years: 1, margin: .deprivation(1)))))
    let held = Count(.holding(0, atLeast: 2), from: CalendarMonth(year: 2021, month: 4), years: 0)
    let share = Count(.shareOfSpend(0), from: CalendarMonth(year: 2022, month: 4), years: 1)
    #expect(model.targets[3].measure == .product([.count(held), .count(share)]))
    #expect(
      model.counts
        == [
          HoldingCount(id: "conditions", name: "Conditions", segments: [1: [1], 2: [2, 3]])
        ])
  }

  @Test("A published value has the error that it states")
  func errors() {
    func target(_ error: TargetError) -> Target {
      Target(id: "a", use: .validation, measure: .number(1), value: 100, error: error)
    }
    #expect(target(.poisson).standardError == 10)
    #expect(target(.poisson).range95 == 80.4...119.6)
    #expect(target(.standardError(5)).standardError == 5)
    #expect(abs(target(.range95(90...129.2)).standardError - 10) < 1e-9)
    #expect(target(.range95(90...129.2)).range95 == 90...129.2)
  }

  @Test("What is solved and what settles know where they stand")
  func places() throws {
    let run = try Fixture(Example.filesWithTargets).load(["place.json"])
    func text(_ span: TextSpan) throws -> String {
      let file = try #require(run.files.first { $0.path == span.file })
      return String(decoding: file.bytes[span.bytes], as: UTF8.self)
    }
    let pathway = run.model.pathways[2]
    let solved = try #require(pathway.moves[2].chance.quantity.solved.first)
    #expect(solved.targets == [0])
    #expect(try solved.leaves.map { try text($0.span) } == ["0.2"])
    let settlement = try #require(pathway.settlement)
    #expect(settlement.by == 1 && settlement.shares.map(\.segment) == [1, 2, 3])
    #expect(
      try text(settlement.shares[2].table) == #"{ "byDeprivation": { "1": 0.1, "other": 0.2 } }"#)
  }

  @Test("Numbers within a part of the residents are those that apply to nobody else")
  func margins() {
    let leaves = (0..<6).map {
      SolvedNumbers.Leaf(span: TextSpan(file: "f", bytes: $0..<$0 + 1), value: 1)
    }
    func within(_ tree: ValueTree, _ margin: Margin?) -> Set<Int> {
      SolvedNumbers(targets: [0], leaves: leaves, positions: tree, range: 0...1)
        .leaves(within: margin)
    }
    let bands = ValueTree.byAge([
      (AgeRange(0, 17), .constant(0)), (AgeRange(18, 64), .bySex([.constant(1), .constant(2)])),
      (AgeRange(65, 110), .constant(3)),
    ])
    #expect(within(bands, nil) == [0, 1, 2, 3])
    #expect(within(bands, .ages(AgeRange(18, 110))) == [1, 2, 3])
    #expect(within(bands, .ages(AgeRange(20, 110))) == [3])
    #expect(within(bands, .sex(1)) == [2])
    #expect(within(bands, .area(0)).isEmpty)
    // "other" is one number for several areas.
    let areas = ValueTree.byArea([.constant(0), .constant(1), .constant(1)])
    #expect(within(areas, .area(0)) == [0])
    #expect(within(areas, .area(2)).isEmpty)
    let knots = ValueTree.atAge([(17, 0), (18, 1), (64.5, 2), (65, 3)])
    #expect(within(knots, .ages(AgeRange(18, 64))) == [1, 2])
    let deprived = ValueTree.byDeprivation([.constant(0), .bySegment(pathway: 0, [.constant(1)])])
    #expect(within(deprived, .deprivation(1)) == [1])
  }

  @Test("A patch changes its bytes and no others")
  func patches() {
    let file = InputFile(path: "a.json", bytes: Array("{ \"a\": 1.50,\r\n\t\"b\" : [2 , 3] }".utf8))
    let other = InputFile(path: "b.json", bytes: Array("4".utf8))
    var patches = TextPatches()
    patches[TextSpan(file: "a.json", bytes: 22..<23)] = "22.22"
    patches[TextSpan(file: "a.json", bytes: 7..<11)] = "1"
    let changed = patches.applied(to: [file, other])
    #expect(changed.keys.sorted() == ["a.json"])
    #expect(
      String(decoding: changed["a.json"] ?? [], as: UTF8.self)
        == "{ \"a\": 1,\r\n\t\"b\" : [22.22 , 3] }")
  }

  @Test("A file of targets can be checked by itself")
  func alone() {
    #expect(Fixture(Example.filesWithTargets).messages(checking: "targets.json") == "")
  }

  @Test("Expressions of claims can be read in scenarios, and only in those that are known")
  func scenarios() throws {
    func read(_ text: String) throws -> (Expression?, ModelDecoder) {
      let decoder = ModelDecoder()
      let bytes = [UInt8](text.utf8)
      let root = try #require(JSONReader.read(bytes).value)
      let file = SourceFile(
        path: "claims.json", identity: "claims.json", order: 0, text: SourceText(bytes),
        root: root)
      let scope = ExpressionScope(
        scenarios: NameList(noun: "scenario", names: ["finding"]),
        interventions: NameList(noun: "intervention", names: ["clinics"]))
      return (decoder.expression(Node(value: root, file: file), scope), decoder)
    }
    #expect(
      try read(#"{ "in": "finding", "of": { "avoided": 3, "by": "finding" } }"#).0
        == .inScenario("finding", .avoided(.number(3), by: "finding")))
    for (text, words) in [
      (#"{ "in": "findings", "of": 3 }"#, "unknown scenario 'findings'"),
      (#"{ "avoided": 3, "by": "x" }"#, "unknown scenario 'x'"),
      (#"{ "reached": "clinic" }"#, "unknown intervention 'clinic'"),
      (#"{ "in": "finding" }"#, "'in' needs the key 'of'"),
      (#"{ "avoided": 3 }"#, "'avoided' needs the key 'by'"),
      (#"{ "sum": [] }"#, "the list is empty"),
      (#"{ "ratio": [1] }"#, "found 1 expressions, expected two"),
      (#"{ "sum": [1], "ratio": [1, 2] }"#, "cannot stand together"),
      (#"{ "causes": [] }"#, "one of the keys"),
      (#""all""#, "found a string, expected an expression"),
    ] {
      let (expression, decoder) = try read(text)
      #expect(expression == nil && decoder.log.errors.count == 1, "\(text)")
      #expect(decoder.log.errors.first?.message.contains(words) == true, "\(text)")
    }
  }
}
