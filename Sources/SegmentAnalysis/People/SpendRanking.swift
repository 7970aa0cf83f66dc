import SegmentModel
import SegmentSimulation

/// The people of one year ranked by what they cost in it, the costliest first.
///
/// Ranked are those who live there at the start of the year and are of the ages ranked then. Of
/// people who cost the same, those who come first in the population rank higher.
struct SpendRanking {
  private let ledger: PersonLedger
  private let year: Int
  private let segments: SpendSegments
  /// By rank, people who cost something; the others follow them.
  private let ranked: [Int]
  private let people: Int
  /// By resident: the segment, or -1.
  private let segmentOf: [Int32]

  init(_ ledger: PersonLedger, year: Int, segments: SpendSegments) {
    self.ledger = ledger
    self.year = year
    self.segments = segments
    var costly: [(spend: Int64, resident: Int)] = []
    var free: [Int] = []
    for resident in 0..<ledger.residents {
      guard case .present(let age) = ledger.standing(year: year, resident: resident),
        segments.ages.contains(age)
      else { continue }
      let spend = ledger.spend(year: year, resident: resident)
      if spend > 0 { costly.append((spend, resident)) } else { free.append(resident) }
    }
    costly.sort { $0.spend != $1.spend ? $0.spend > $1.spend : $0.resident < $1.resident }
    ranked = costly.map(\.resident) + free
    people = ranked.count
    var segmentOf = [Int32](repeating: -1, count: ledger.residents)
    var rank = 0
    for (segment, size) in segments.sizes(people: ranked.count).enumerated() {
      for resident in ranked[rank..<rank + size] { segmentOf[resident] = Int32(segment) }
      rank += size
    }
    self.segmentOf = segmentOf
  }

  /// What each segment's people are and cost, and what all and the others are and cost.
  var measures: [(PersonMeasure, Double)] {
    let all = units(ranked[...])
    var result = measures(.all, ranked[...], of: all)
    var rank = 0
    for (segment, size) in segments.sizes(people: people).enumerated() {
      result += measures(.segment(segment), ranked[rank..<rank + size], of: all)
      rank += size
    }
    return result + outside
  }

  private func measures(
    _ who: PersonMeasure.Ranked, _ residents: ArraySlice<Int>, of all: Double
  ) -> [(PersonMeasure, Double)] {
    let units = units(residents)
    var result: [(PersonMeasure, Double)] = [
      (.people(who, year: year), Double(residents.count)),
      (.pounds(who, year: year), units / PersonLedger.unitsPerPound),
    ]
    if all > 0 { result.append((.shareOfSpend(who, year: year), units / all)) }
    if let last = residents.last {
      let lowest = Double(ledger.spend(year: year, resident: last)) / PersonLedger.unitsPerPound
      result.append((.lowestPounds(who, year: year), lowest))
    }
    return result
  }

  /// Those who are not ranked: of other ages, or come during the year.
  private var outside: [(PersonMeasure, Double)] {
    let residents = (0..<ledger.residents).filter { resident in
      guard segmentOf[resident] < 0 else { return false }
      switch ledger.standing(year: year, resident: resident) {
      case .present: return true
      case .left: return false
      case .toCome: return ledger.comes(in: year, resident: resident)
      }
    }
    return [
      (.people(.outside, year: year), Double(residents.count)),
      (.pounds(.outside, year: year), units(residents[...]) / PersonLedger.unitsPerPound),
    ]
  }

  private func units(_ residents: ArraySlice<Int>) -> Double {
    residents.reduce(0) { $0 + Double(ledger.spend(year: year, resident: $1)) }
  }

  /// How people go from their segments of this year to those of the next.
  func flows(to next: SpendRanking) -> [(PersonMeasure, Double)] {
    let ends = Array(segments.segments.indices.map { PersonMeasure.FlowEnd.segment($0) })
    let outside = OutsideSpend.allCases.map { PersonMeasure.FlowEnd.outside($0) }
    let all = ends + outside
    var counts = [Int](repeating: 0, count: all.count * all.count)
    let index = Dictionary(uniqueKeysWithValues: zip(all, all.indices))
    for resident in 0..<ledger.residents {
      let (before, after) = (segmentOf[resident], next.segmentOf[resident])
      if before < 0 && after < 0 { continue }
      let from = before < 0 ? index[.outside(reason(resident))] : Int(before)
      let to = after < 0 ? index[.outside(next.reason(resident))] : Int(after)
      if let from, let to { counts[from * all.count + to] += 1 }
    }
    return all.indices.flatMap { from in
      all.indices.compactMap { to -> (PersonMeasure, Double)? in
        guard Self.isPossible(all[from], all[to]) else { return nil }
        let people = counts[from * all.count + to]
        return (.flow(from: all[from], to: all[to], year: year), Double(people))
      }
    }
  }

  /// Why a resident is in no segment in this year.
  private func reason(_ resident: Int) -> OutsideSpend {
    switch ledger.standing(year: year, resident: resident) {
    case .toCome: .joined
    case .present(let age): age < segments.ages.lower ? .younger : .older
    case .left(let how): how == .died ? .died : .moved
    }
  }

  /// Whether people can go from one end to another.
  private static func isPossible(
    _ from: PersonMeasure.FlowEnd, _ to: PersonMeasure.FlowEnd
  ) -> Bool {
    switch (from, to) {
    case (.segment, .segment): true
    case (.outside(let why), .segment): [.joined, .younger].contains(why)
    case (.segment, .outside(let why)): [.older, .died, .moved].contains(why)
    case (.outside, .outside): false
    }
  }
}
