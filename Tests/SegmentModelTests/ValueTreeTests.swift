import SegmentModel
import Testing

@Suite("Value tree")
struct ValueTreeTests {
  @Test("A number is the same for everybody")
  func constant() {
    #expect(ValueTree.constant(2).value(for: Attributes(age: 50, sex: 3)) == 2)
  }

  @Test(
    "Bands hold from their first to their last year of age",
    arguments: [
      (0, 1.0), (17, 1), (18, 2), (44, 2), (45, 3), (110, 3), (130, 3),
    ])
  func byAge(_ age: Int, _ expected: Double) {
    let tree = ValueTree.byAge([
      (AgeRange(0, 17), .constant(1)), (AgeRange(18, 44), .constant(2)),
      (AgeRange(45, AgeRange.oldest), .constant(3)),
    ])
    #expect(tree.value(for: Attributes(age: age)) == expected)
  }

  @Test(
    "Values at exact ages are joined by lines, read in the middle of the year",
    arguments: [
      (0, 1.0), (19, 1), (20, 1.05), (29, 1.95), (30, 2), (39, 2), (90, 2),
    ])
  func atAge(_ age: Int, _ expected: Double) {
    let tree = ValueTree.atAge([(20, 1), (30, 2)])
    #expect(abs(tree.value(for: Attributes(age: age)) - expected) < 1e-12)
  }

  @Test("One exact age holds for all")
  func atOneAge() {
    let tree = ValueTree.atAge([(20.5, 4)])
    for age in [0, 20, 110] { #expect(tree.value(for: Attributes(age: age)) == 4) }
  }

  @Test("Values at every age are those at each")
  func valuesByAge() {
    let knots = ValueTree.atAge([(0.5, 3), (18, 0.25), (64.5, 1.1), (90, 0.7)])
    let bands = ValueTree.byAge([
      (AgeRange(0, 17), knots), (AgeRange(18, 44), .bySex([.constant(2), knots])),
      (AgeRange(45, AgeRange.oldest), .constant(3)),
    ])
    let tree = ValueTree.product([
      knots, .constant(0.1), .byArea([.constant(7), bands]), .byDeprivation([bands, knots]),
      .bySegment(pathway: 2, [.constant(0), .atAge([(20, 5)])]),
    ])
    for (sex, area, group) in [(0, 0, 0), (1, 1, 0), (1, 0, 1), (0, 1, 1)] {
      var who = Attributes(age: 0, sex: sex, area: area, deprivation: group)
      let values = tree.valuesByAge(for: who) { $0 - 1 }
      #expect(values.count == AgeRange.oldest + 1)
      for age in values.indices {
        who.age = age
        #expect(values[age] == tree.value(for: who) { $0 - 1 })
      }
    }
  }

  @Test("Tables nest, each by its own attribute")
  func nests() {
    let tree = ValueTree.bySex([
      .constant(1),
      .byArea([
        .constant(2),
        .byDeprivation([.constant(3), .bySegment(pathway: 4, [.constant(5), .constant(6)])]),
      ]),
    ])
    func value(_ sex: Int, _ area: Int, _ group: Int, _ segment: Int) -> Double {
      tree.value(for: Attributes(age: 40, sex: sex, area: area, deprivation: group)) { pathway in
        #expect(pathway == 4)
        return segment
      }
    }
    #expect(value(0, 1, 1, 1) == 1)
    #expect(value(1, 0, 1, 1) == 2)
    #expect(value(1, 1, 0, 1) == 3)
    #expect(value(1, 1, 1, 0) == 5)
    #expect(value(1, 1, 1, 1) == 6)
    #expect(tree.leaves == [1, 2, 3, 5, 6])
  }

  @Test("Trees are equal when they say the same")
  func equality() {
    let bands = ValueTree.byAge([(AgeRange(0, 110), .constant(1))])
    #expect(bands == ValueTree.byAge([(AgeRange(0, 110), .constant(1))]))
    #expect(bands != ValueTree.byAge([(AgeRange(0, 109), .constant(1))]))
    #expect(ValueTree.atAge([(1, 2)]) != ValueTree.atAge([(2, 2)]))
    #expect(ValueTree.bySex([.constant(1)]) != ValueTree.byArea([.constant(1)]))
    #expect(
      ValueTree.bySegment(pathway: 0, [.constant(1)])
        != ValueTree.bySegment(pathway: 1, [.constant(1)]))
  }
}
