import SegmentModel

/// How many of the numbers that were read are of which quality, and how many have a range to be drawn from.
struct InputCounts: Hashable, Sendable {
  /// Numbers of a quality.
  struct Quality: Hashable, Sendable {
    let name: String
    var count: Int
  }

  /// Numbers of each quality, in the order in which they first appear.
  private(set) var qualities: [Quality] = []
  /// Those that a draw draws, but for those that calibration solved.
  private(set) var ranged = 0

  init(_ world: ReportWorld) {
    self.init(world.rows("inputs.csv").map { ($0["quality"], $0["distribution"] != "") })
  }

  init(_ inputs: [InputNumber]) {
    self.init(inputs.map { ($0.evidence.quality.rawValue, $0.distribution != nil) })
  }

  private init(_ numbers: [(quality: String, isRanged: Bool)]) {
    for number in numbers {
      if let known = qualities.firstIndex(where: { $0.name == number.quality }) {
        qualities[known].count += 1
      } else {
        qualities.append(Quality(name: number.quality, count: 1))
      }
      if number.isRanged, number.quality != Self.solved { ranged += 1 }
    }
  }

  /// What the files call numbers that calibration solved, and numbers without a published source.
  static let solved = "calibrated"
  static let withoutSource = "assumed"

  var assumed: Int { qualities.first { $0.name == Self.withoutSource }?.count ?? 0 }
  /// All but those that calibration solved.
  var all: Int { qualities.filter { $0.name != Self.solved }.map(\.count).reduce(0, +) }

  /// What of the inputs is in a range, and what is not.
  var rangesText: String {
    let inputs = Phrase.count(all, "input")
    return ranged < all
      ? "the stated ranges of \(NumberText.grouped(Double(ranged))) of \(inputs), the others being held fixed"
      : "the stated ranges of the \(inputs)"
  }
}
