import SegmentModel
import Testing

@testable import SegmentSimulation

@Suite("Who joiners are like")
struct MixTests {
  /// Cells of uneven sizes, a few of them empty.
  private let cells = (0..<300).map { (n: Int) in
    PopulationRoll.Cell(
      age: Int16(n % 100), stratum: UInt16(n / 100), people: Int32(n * n % 47))
  }

  @Test("A joiner is like the resident at their place among those of the ages")
  func members() {
    for ages in [AgeRange(0, 110), AgeRange(18, 44), AgeRange(1, 1)] {
      let people = cells.filter { ages.contains(Int($0.age)) }.flatMap {
        repeatElement($0, count: Int($0.people))
      }
      let mix = Mix(cells, ages: ages)
      for number in 0..<2000 {
        let place = Mix.spread(number, by: 0.6180339887498949) * Double(people.count)
        let (mine, like) = (mix.member(number), people[Int(place)])
        #expect(mine.age == like.age && mine.stratum == like.stratum)
      }
    }
    #expect(!Mix(cells, ages: AgeRange(0, 0)).isEmpty)
    #expect(Mix(cells, ages: AgeRange(105, 110)).isEmpty)
  }
}
