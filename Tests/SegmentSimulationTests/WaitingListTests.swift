import Testing

@testable import SegmentSimulation

@Suite("Those who wait for a place")
struct WaitingListTests {
  @Test("are called lowest propensity first, then in the order of the list of residents")
  func order() {
    let list = WaitingList()
    let luck = Luck(seed: 3, draw: 0, replicate: 0)
    var waiting: [WaitingList.Entry] = []
    var called = 0
    for round in 0..<40 {
      // Few propensities, so that many are equal; the same resident may be added again.
      for n in 0..<50 {
        let random = luck.propensity(resident: 50 * round + n, channel: 1)
        let entry = WaitingList.Entry(propensity: random % 64, number: Int(random >> 8) % 500)
        waiting.append(entry)
        list.add(entry)
      }
      waiting.sort { ($0.propensity, $0.number) < ($1.propensity, $1.number) }
      for _ in 0..<(round < 39 ? 30 : waiting.count) {
        let next = list.next()
        let expected = waiting.removeFirst()
        #expect(next?.propensity == expected.propensity && next?.number == expected.number)
        called += 1
      }
    }
    #expect(list.next() == nil && called == 2000)
  }
}
