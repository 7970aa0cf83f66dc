import Testing

@testable import SegmentModel

@Suite("Products")
struct ProductTests {
  private func files(_ old: String, _ new: String, in file: String) -> Fixture {
    var files = Example.files
    files[file] = files[file]?.replacing(old, with: new)
    return Fixture(files)
  }

  private func fall(_ probability: String) -> Fixture {
    files(
      "\"probabilityPerQuarter\": 0.05", "\"probabilityPerQuarter\": \(probability)",
      in: "events/admissions.json")
  }

  @Test("A product multiplies its factors for everybody, each with its own evidence")
  func value() throws {
    let run = try fall(
      """
      { "product": [ { "byAge": { "0-64": 0.1, "65+": 0.5 } },
                     { "value": { "bySex": { "female": 1, "male": 1.5 } }, "source": "decisions",
                       "quality": "assumed" },
                     { "product": [ 2, { "atAge": { "20.5": 0.5, "40.5": 0.25 } } ] } ] }
      """
    ).load()
    let probability = run.model.events[1].chance.quantity
    #expect(probability.value(for: Attributes(age: 20, sex: 0)) == 0.1)
    #expect(abs(probability.value(for: Attributes(age: 70, sex: 1)) - 0.375) < 1e-15)
    #expect(probability.evidence == Evidence(source: "case", quality: .derived))
    let inputs = run.inputs.filter { $0.path.hasPrefix("events[1]") }
    #expect(inputs.map(\.value) == [0.1, 0.5, 1, 1.5, 2, 0.5, 0.25])
    #expect(inputs.map(\.evidence.source).filter { $0 == "decisions" }.count == 2)
  }

  @Test("A product of single numbers is one number")
  func scalar() throws {
    let run = try files(
      "\"poundsPerYear\": 85", "\"poundsPerYear\": { \"product\": [ 8.5, 10 ] }",
      in: "pathways/hypertension.json"
    ).load()
    #expect(run.model.pathways[2].segments[3].costs[0].poundsPerYear.scalar == 85)
  }

  @Test("Nobody's value exceeds the ceiling of a tree")
  func ceiling() {
    let bands = ValueTree.byAge([
      (AgeRange(0, 40), .constant(3)), (AgeRange(41, AgeRange.oldest), .constant(2)),
    ])
    let tree = ValueTree.product([bands, .bySex([.constant(0.5), .constant(4)]), .constant(2)])
    #expect(tree.ceiling == 24)
    #expect(tree.value(for: Attributes(age: 20, sex: 1)) == 24)
    #expect(tree.leaves == [3, 2, 0.5, 4, 2])
    #expect(tree == .product([bands, .bySex([.constant(0.5), .constant(4)]), .constant(2)]))
    #expect(tree != .product([bands]))
  }

  @Test(
    "Mistakes in products are told",
    arguments: [
      (
        "{ \"product\": [] }",
        "events[1].probabilityPerQuarter.product: the list is empty"
      ),
      (
        "{ \"product\": [ -1, 0.5 ] }",
        "events[1].probabilityPerQuarter.product[0]: -1 is not a factor of a product; it must be 0 "
          + "or more"
      ),
      (
        "{ \"product\": [ { \"byAge\": { \"0-64\": 0.9, \"65+\": 0.2 } }, "
          + "{ \"byAge\": { \"0-17\": 1, \"18+\": 1.5 } } ] }",
        "events[1].probabilityPerQuarter: the product comes to 1.35 for age 18; a probability must "
          + "be between 0 and 1"
      ),
      (
        "{ \"product\": [ 1 ], \"source\": \"case\" }",
        "events[1].probabilityPerQuarter.source: unknown key 'source'\n"
          + "  help: the keys of a product are 'product', 'note'"
      ),
      (
        "{ \"value\": 0.1, \"product\": [ 1 ] }",
        "events[1].probabilityPerQuarter: the keys 'value', 'product' cannot stand together\n"
          + "  help: keep one of them"
      ),
    ])
  func mistakes(_ text: String, _ expected: String) {
    let messages = fall(text).messages()
    #expect(messages.hasSuffix(" error: \(expected)\n1 error"), "\(messages)")
  }

  @Test("A product that is a whole but for rounding is let pass, and no more than that")
  func rounding() throws {
    let run = try fall("{ \"product\": [ 3, 0.1, 3.3333333333333335 ] }").load()
    #expect(run.model.events[1].chance.quantity.scalar > 1)
    let more = fall("{ \"product\": [ 3, 0.1, 3.33334 ] }").messages()
    #expect(more.contains("the product comes to 1.000002"), "\(more)")
  }

  @Test("Where greater values never meet, a product of tables is let pass")
  func crossed() {
    let text =
      "{ \"product\": [ { \"byAge\": { \"0-64\": 0.9, \"65+\": 0.2 } }, "
      + "{ \"byAge\": { \"0-64\": 1, \"65+\": 4 } } ] }"
    #expect(fall(text).messages().isEmpty)
  }

  @Test("Shares that are products are summed like others")
  func shares() {
    let fixture = files(
      #""uncontrolled": { "bySegment": { "frailty": { "high": 0.3, "other": 0.1 } } }"#,
      #""uncontrolled": { "product": [ 3, { "bySegment": { "frailty": { "high": 0.3, "other": 0.1 } } } ] }"#,
      in: "pathways/hypertension.json")
    #expect(
      fixture.messages().hasSuffix(
        """
        error: start.shares: the shares sum to 1.1 for age 0, deprivation group '2', frailty \
        'high'; they must not exceed 1
        1 error
        """), "\(fixture.messages())")
  }

  /// A place in which who starts ill depends on all of some pathways of five segments, and on age.
  private static func wide(_ pathways: Int) -> String {
    let names = (0..<5).map { "s\($0)" }
    let others = (0..<pathways).map { number in
      "{ \"id\": \"p\(number)\", \"segments\": [\(names.map { "{ \"id\": \"\($0)\" }" }.joined(separator: ","))] }"
    }
    let factors = (0..<pathways).map { number in
      "{ \"bySegment\": { \"p\(number)\": { \"s1\": 0.9, \"other\": 0.8 } } }"
    }
    return """
      { "segflow": "place/1", "id": "wide", "start": "2020-04", "years": 1,
        "payers": [ { "id": "nhs" } ], "outcomes": [ { "id": "admission" } ],
        "evidence": { "source": "made-up", "quality": "assumed" },
        "sources": { "sources": [ { "id": "made-up", "citation": "Nobody" } ] },
        "population": { "residents": 10, "people": { "byAge": { "30": 1 } } },
        "pathways": [ \(others.joined(separator: ",")),
          { "id": "illness", "segments": [ { "id": "well" }, { "id": "ill" } ],
            "start": { "shares": { "ill": { "product": [
              { "atAge": { "0": 0.1, "60": 0.2 } }, \(factors.joined(separator: ",")) ] } } } } ] }
      """
  }

  @Test("Shares that tell too many kinds of residents apart are refused before they are worked out")
  func kinds() {
    let narrow = Fixture(["place.json": Self.wide(3)]).messages(loading: ["place.json"])
    #expect(narrow.isEmpty, "\(narrow)")
    let wide = Fixture(["place.json": Self.wide(8)]).messages(loading: ["place.json"])
    // A curve tells every age apart.
    let kinds = Int((Double(AgeRange.oldest + 1) * 390_625 / 1e6).rounded(.up))
    #expect(
      wide.contains(
        "start.shares: the numbers tell \(kinds) million kinds of residents apart; they can tell "
          + "10 million at most\n  help: let them depend on fewer pathways"), "\(wide)")
    #expect(wide.hasSuffix("\n1 error"))
  }
}
