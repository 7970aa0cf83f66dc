import Testing

@testable import SegmentSimulation

@Suite("What is remembered of the bounds of those who enter")
struct FirstBoundsTests {
  @Test("is that of the very people who hold the same segments, however many there are")
  func exact() {
    let (pathways, channels) = (3, 2)
    let known = FirstBounds(pathways: pathways, channels: channels)
    defer { known.deallocate() }
    var workedOut = 0
    for round in 0..<2 {
      for n in 0..<20_000 {
        // Far more than there is room for; some differ in one segment alone.
        let who = UInt64(n / 27)
        let row = [UInt8(n % 3), UInt8(n / 3 % 3), UInt8(n / 9 % 3)]
        let expected = [UInt8(n % 251), UInt8(n % 13)]
        for time in 0..<2 {
          let codes = row.withUnsafeBufferPointer { row in
            let held = HeldPathways.mask(row.baseAddress!, pathways: pathways)
            return known.codes(of: who, Place(row: row.baseAddress!, held: held)) { codes in
              #expect(time == 0, "what was just worked out is remembered")
              workedOut += 1
              codes.update(from: expected, count: channels)
            }
          }
          #expect(codes[0] == expected[0] && codes[1] == expected[1], "\(round)")
        }
      }
    }
    #expect(workedOut > 30_000)
  }
}
