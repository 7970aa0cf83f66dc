import SegmentAnalysis
import SegmentModel
import Testing

@testable import SegmentReport

@Suite("Words about claims")
struct ClaimWordsTests {
  private static let people = Expression.number(100)

  private func reading(_ expression: SegmentModel.Expression, _ value: Double, error: Double)
    -> ClaimReading
  {
    ClaimReading(
      claim: Claim(
        id: "c", claim: "Find 15", value: 15, unit: "people", source: "s",
        basis: .measure(expression), why: "why"),
      estimate: Estimate(value: value, standardError: error), replicates: 10)
  }

  @Test("What is divided by an avoided number whose sign luck hides has no interval")
  func ratio() {
    let avoided = SegmentModel.Expression.avoided(Self.people, by: "s")
    let ratio = SegmentModel.Expression.ratio(Self.people, avoided)
    let hidden = reading(ratio, -910, error: 700)
    #expect(hidden.value == "cannot tell" && hidden.range == nil && hidden.interval == nil)
    let told = reading(ratio, 910, error: 70)
    #expect(told.value == "910" && told.range != nil)
    // The difference itself, or its share of a sure number, has one on both sides of zero.
    for sure in [avoided, .ratio(avoided, Self.people)] {
      let unsure = reading(sure, 9, error: 7)
      #expect(unsure.value == "cannot tell" && unsure.range != nil)
    }
    #expect(SegmentModel.Expression.inScenario("s", .sum([.number(1), ratio])).dividesByDifference)
    #expect(
      SegmentModel.Expression.ratio(Self.people, .difference(Self.people, Self.people))
        .dividesByDifference)
  }

  @Test("What is read again from the table reads as it did")
  func table() throws {
    let avoided = SegmentModel.Expression.avoided(Self.people, by: "s")
    let cases:
      [(basis: Claim.Basis, value: Double, printed: Double, error: Double?, text: String)] = [
        (.measure(Self.people), .nan, 15, 1, "no number"),
        (.notComparable, 0, 15, nil, "not comparable"),
        (.measure(Self.people), 1234.5, 1234.1, 0, "1,234.5"),
        (.measure(Self.people), 1234.5, 15, 100, "1,200 (1,000 to 1,500)"),
        (.measure(Self.people), 0.352, 0.4, 0.011, "0.35 (0.33 to 0.38)"),
        (.measure(avoided), 9, 15, 7, "cannot tell (-7 to 25)"),
        (.measure(.ratio(Self.people, avoided)), -910, 15, 700, "cannot tell"),
        (.measure(Self.people), 12.3, 15, nil, "12"),
      ]
    let claims = cases.enumerated().map { index, one in
      Claim(
        id: "c\(index)", claim: "Find", value: one.printed, unit: "people", source: "s",
        basis: one.basis, why: "why")
    }
    let texts = ReconciliationTexts(
      Reconciliation(
        place: "Small", claims: claims,
        worlds: [
          Reconciliation.World(
            id: "", name: "",
            estimates: cases.map {
              $0.basis == .notComparable
                ? nil : Estimate(value: $0.value, standardError: $0.error)
            })
        ], replicates: 10, priceYear: "", sources: []),
      records: [SmallRun.record(try SmallRun.compare([SmallRun.cheap], replicates: 1))])
    let rows = try ReportTable(
      texts.csv.contents, file: "reconciliation.csv", texts: ["comparable"], numbers: ["printed"]
    ).rows
    try #require(rows.count == cases.count)
    let console = texts.console(width: 200)
    for (row, one) in zip(rows, cases) {
      let read = ClaimReading(row, world: "")
      #expect(read.text == one.text)
      #expect(read.printed == ClaimReading.printed(one.printed))
      #expect(console.contains("simulated: \(one.text)"), "\(one.text)")
    }
  }

  @Test(
    "Figures without a range are called arithmetic only where simulated ones have a range",
    arguments: [1, 10])
  func arithmetic(replicates: Int) throws {
    let texts = ReconciliationTexts(
      Reconciliation(
        place: "Small", claims: [], worlds: [], replicates: replicates, priceYear: "", sources: []),
      records: [SmallRun.record(try SmallRun.compare([SmallRun.cheap], replicates: 1))])
    let said = texts.console(width: 200)
    #expect(said.contains("\"x\" is simulated over printed. "))
    #expect(said.contains("as arithmetic on printed numbers is") == (replicates > 1))
  }

  @Test("Options in headings are explained by the choice that has all of those in their place")
  func key() throws {
    var table = CSVTable(header: ["kind", "id", "name"], choices: "default")
    for (kind, id, name) in [
      ("choice", "level", "Level"), ("option", "level=local", "As here"),
      ("option", "level=trials", "As in trials"), ("choice", "effect", "Effect"),
      ("option", "effect=ratio", "A ratio"), ("option", "effect=full", "In full"),
      ("choice", "other", "Another"), ("option", "other=local", "Elsewhere"),
    ] {
      table.append([.text(kind), .text(id), .text(name)])
    }
    let names = ReportNames(
      try ReportTable(table.contents, file: "names.csv", texts: ["kind", "id", "name"]))
    #expect(
      ClaimKey([["local", "ratio"], ["local", "full"], ["trials", "ratio"]], names: names).text
        == "In the headings, “local” is: As here (Level); “trials” is: As in trials (Level); “ratio” is: "
        + "A ratio (Effect); “full” is: In full (Effect).")
    #expect(ClaimKey([["unknown"]], names: names).text == nil)
    #expect(ClaimKey([[]], names: names).text == nil)
  }
}
