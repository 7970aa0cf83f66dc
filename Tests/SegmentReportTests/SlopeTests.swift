import Testing

@testable import SegmentReport

@Suite("Slope index and gap")
struct SlopeTests {
  @Test("The slope index follows the published table of groups")
  func slope() throws {
    // Most deprived first: events for each group, residents as in the reference case.
    let people: [Double] = [154_565, 84_885, 69_171, 77_929, 45_067]
    let events: [Double] = [122, 96, 109, 150, 88]
    let groups = zip(people, events).enumerated().map { index, pair in
      GroupRates.Group(
        id: "\(index)", name: "", personYears: pair.0, before: 0, after: 0, avoided: Found(pair.1),
        programme: nil)
    }
    let slope = try #require(GroupRates(groups: groups).slope)
    #expect((slope.index.mean * 100 + 168.1519).magnitude < 0.0001)
    #expect(slope.index.range == nil, "no samples, no range")
    let equal = people.enumerated().map { index, people in
      GroupRates.Group(
        id: "\(index)", name: "", personYears: people, before: 0, after: 0,
        avoided: Found(people / 100), programme: nil)
    }
    #expect(try #require(GroupRates(groups: equal).slope).index.mean.magnitude < 1e-9)
  }

  @Test("Slope index and gap have the mean and the range of their own samples")
  func slopeSamples() throws {
    let samples: [[Double]] = [[30, 50, 40], [20, 20, 20], [10, 30, 20]]
    let groups = samples.map { values in
      GroupRates.Group(
        id: "", name: "", personYears: 1_000, before: values[0], after: 0,
        avoided: Found(values.reduce(0, +) / 3), samples: values, programme: nil)
    }
    let rates = GroupRates(groups: groups) { values in
      Found(values.reduce(0, +) / 3, range: (values.min() ?? 0)...(values.max() ?? 0))
    }
    // Three equal groups stand at 1/6, 1/2 and 5/6, so the slope is 3/2 of the difference of ends.
    let slope = try #require(rates.slope)
    #expect((slope.index.mean - 30).magnitude < 1e-9)
    #expect(slope.index.range.map { ($0.lowerBound - 30).magnitude < 1e-9 } == true)
    let gap = try #require(rates.gap)
    #expect(gap.before == 20 && gap.after == 0 && gap.gain.mean == 20)
    #expect(gap.text == "20.00 more (20.00 more to 20.00 more)")
    let turned = GroupRates(groups: groups.reversed()) { Found($0.reduce(0, +) / 3) }
    #expect(turned.gap?.before == -20)
    #expect(turned.gap?.text == "20.00 less", "whoever starts with more")
  }
}
