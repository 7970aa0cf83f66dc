import Testing

@testable import SegmentModel

@Suite("What goes by deprivation")
struct DeprivationTests {
  private static let by = ValueTree.byDeprivation([.constant(1), .constant(2)])
  private static let same = ValueTree.byDeprivation([.constant(2), .constant(2)])

  @Test("A table of groups with different numbers does, wherever it is nested")
  func trees() {
    let age = AgeRange(0, AgeRange.oldest)
    #expect(Self.by.differsByDeprivation)
    #expect(ValueTree.bySex([.constant(1), Self.by]).differsByDeprivation)
    #expect(ValueTree.byArea([Self.by]).differsByDeprivation)
    #expect(ValueTree.byAge([(age, Self.by)]).differsByDeprivation)
    #expect(ValueTree.product([.constant(2), Self.by]).differsByDeprivation)
    #expect(ValueTree.bySegment(pathway: 0, [.constant(2), Self.by]).differsByDeprivation)
    #expect(!Self.same.differsByDeprivation)
    #expect(!ValueTree.bySex([.constant(1), .constant(2)]).differsByDeprivation)
    #expect(!ValueTree.constant(1).differsByDeprivation)
    #expect(!ValueTree.atAge([(age: 1, value: 1), (age: 2, value: 3)]).differsByDeprivation)
  }

  @Test(
    "So do an event, a pathway and an intervention with one, and what is open to some groups alone")
  func things() {
    let event = Event(id: "e", name: "E", chance: .ratePerYear(Quantity(Self.by)))
    #expect(event.differsByDeprivation)
    var plain = Event(id: "e", name: "E", chance: .ratePerYear(Quantity(1)))
    #expect(!plain.differsByDeprivation)
    plain.multipliers = [Multiplier(pathway: 0, ratios: [1: Quantity(Self.by)])]
    #expect(plain.differsByDeprivation)
    plain.multipliers = []
    plain.eligible.deprivation = [0]
    #expect(plain.differsByDeprivation)
    var pathway = Pathway(id: "p", segments: [Segment(id: "a"), Segment(id: "b")], moves: [event])
    #expect(!pathway.segmentsDifferByDeprivation)
    pathway.start = .shares([1: Quantity(Self.by)])
    #expect(pathway.segmentsDifferByDeprivation)
    var visits = Intervention(id: "v", starts: CalendarMonth(year: 2022, month: 4))
    #expect(!visits.differsByDeprivation)
    visits.reach.factor = Quantity(Self.by)
    #expect(visits.differsByDeprivation)
    visits.reach.factor = Quantity(Self.same)
    #expect(!visits.differsByDeprivation)
  }
}
