import SegmentModel

/// The mix of residents of some ages, from which joiners are picked evenly.
struct Mix {
  private let cells: [PopulationRoll.Cell]
  /// How many people there are up to each cell.
  private let upTo: [Int]
  /// By the number of a person over 2^`shift`, the cell of the first of them.
  private let guide: [Int32]
  private let shift: Int

  init(_ all: [PopulationRoll.Cell], ages: AgeRange) {
    cells = all.filter { ages.contains(Int($0.age)) && $0.people > 0 }
    var total = 0
    upTo = cells.map {
      total += Int($0.people)
      return total
    }
    // As coarse as leaves a cell to pass over now and then.
    var shift = 0
    while total >> shift > 4 * cells.count { shift += 1 }
    self.shift = shift
    var (guide, cell) = ([Int32](), 0)
    for person in stride(from: 0, to: total, by: 1 << shift) {
      while upTo[cell] <= person { cell += 1 }
      guide.append(Int32(cell))
    }
    self.guide = guide
  }

  var isEmpty: Bool { cells.isEmpty }

  /// Whom the n-th joiner is like; any run of joiners has nearly the mix of the whole.
  func member(_ number: Int) -> PopulationRoll.Cell {
    let people = upTo[upTo.count - 1]
    let place = Int(Self.spread(number, by: 0.6180339887498949) * Double(people))
    let person = min(place, people - 1)
    var cell = Int(guide[person >> shift])
    while upTo[cell] <= person { cell += 1 }
    return cells[cell]
  }

  /// The n-th point of an additive sequence that fills [0, 1) evenly.
  static func spread(_ number: Int, by step: Double) -> Double {
    let x = (Double(number) + 0.5) * step
    // No larger than what an integer holds, and never negative.
    return x - Double(Int(x))
  }
}
