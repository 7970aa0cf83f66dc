import Testing

@testable import SegmentSimulation

@Suite("What is remembered of kinds of residents")
struct KindMemoTests {
  @Test("is that of the very kind, however many want the same place")
  func exact() {
    let memo = KindMemo(UInt64(0))
    defer { memo.deallocate() }
    // Far more kinds than there is room for, some of which differ in one word alone.
    var workedOut = 0
    for round in 0..<3 {
      for n in 0..<20_000 as Range<UInt64> {
        for kind in [
          Kind(who: n, segments: 0, reached: 0), Kind(who: 0, segments: n, reached: 0),
          Kind(who: 0, segments: 0, reached: n << 44),
        ] where n > 0 || round == 0 {
          let value = kind.who ^ kind.segments &* 3 ^ kind.reached &* 5
          let known = memo.value(kind) {
            workedOut += 1
            return value
          }
          #expect(known.pointee == value)
        }
      }
    }
    #expect(workedOut > 100_000)
  }

  @Test("is worked out once while nobody else comes")
  func once() {
    let memo = KindMemo(UInt8(0))
    defer { memo.deallocate() }
    let kind = Kind(who: 7, segments: 1, reached: 2)
    #expect(memo.value(kind) { 9 }.pointee == 9)
    #expect(memo.value(kind) { 10 }.pointee == 9)
  }
}
