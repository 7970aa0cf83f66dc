import Testing

@testable import SegmentAnalysis

@Suite("Search for a threshold")
struct ThresholdSearchTests {
  @Test("The root of a line is met at the first try")
  func line() throws {
    let search = try ThresholdSearch(in: 0...10) { 2 * $0 - 3 }
    guard case .crossing(let value, _) = search.answer else {
      Issue.record("no crossing")
      return
    }
    #expect(abs(value - 1.5) < 1e-9)
    #expect(search.looked.count == 3)
    #expect(search.looked.prefix(2).map(\.value) == [0, 10])
  }

  @Test("A curve's root is bracketed to a thousandth of the range", arguments: [0.3, 2, 9.7])
  func curve(root: Double) throws {
    let search = try ThresholdSearch(in: 0...10) { $0 * $0 * $0 - root * root * root }
    guard case .crossing(let value, let between) = search.answer else {
      Issue.record("no crossing")
      return
    }
    #expect(abs(value - root) < 0.01)
    #expect(between.contains(value))
    #expect(search.looked.count <= 20)
  }

  @Test("A result that moves in steps, as counts do, is bracketed too")
  func steps() throws {
    let search = try ThresholdSearch(in: 0...1) { ($0 * 40).rounded(.down) - 12.5 }
    guard case .crossing(let value, let between) = search.answer else {
      Issue.record("no crossing")
      return
    }
    #expect(abs(value - 13.0 / 40) < 0.002)
    #expect(between.upperBound - between.lowerBound < 0.05)
  }

  @Test("Ends of one sign are not the end of it; a result that never crosses is said not to")
  func none() throws {
    let dip = try ThresholdSearch(in: 0...10) { ($0 - 5) * ($0 - 5) - 1 }
    guard case .crossing(let value, _) = dip.answer else {
      Issue.record("no crossing")
      return
    }
    #expect(abs(abs(value - 5) - 1) < 0.02)
    let above = try ThresholdSearch(in: 0...10) { $0 + 1 }
    #expect(above.answer == .none)
    #expect(above.looked.count == 5)
    #expect(try ThresholdSearch(in: 0...10) { _ in 0 }.answer == .none)
  }

  @Test("A result that only comes to nothing at an end does not flip", arguments: [-1.0, 1])
  func nothing(sign: Double) throws {
    #expect(try ThresholdSearch(in: 0...10) { sign * $0 }.answer == .none)
    #expect(try ThresholdSearch(in: 0...10) { sign * (10 - $0) }.answer == .none)
    let through = try ThresholdSearch(in: 0...10) { sign * ($0 - 5) }
    #expect(through.answer == .crossing(5, between: 5...5))
  }

  @Test("The slope is that around the crossing, not that of the whole range")
  func slope() throws {
    let kinked = try ThresholdSearch(in: 0...10) { $0 < 5 ? $0 - 2 : 3 + 50 * ($0 - 5) }
    let slope = try #require(kinked.slope)
    #expect(slope >= 1 && slope < 2)
    #expect(try ThresholdSearch(in: 0...10) { $0 + 1 }.slope == nil)
  }
}
