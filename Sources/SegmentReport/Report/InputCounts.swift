/// How many of the numbers that were read are of which quality.
struct InputCounts {
  /// Numbers of each quality, in the order in which they first appear.
  let qualities: [(name: String, count: Int)]

  init(_ world: ReportWorld) {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for row in world.rows("inputs.csv") {
      if counts[row["quality"]] == nil { order.append(row["quality"]) }
      counts[row["quality"], default: 0] += 1
    }
    qualities = order.map { ($0, counts[$0] ?? 0) }
  }

  /// What the files call numbers that calibration solved, and numbers without a published source.
  static let solved = "calibrated"
  static let withoutSource = "assumed"

  var assumed: Int { qualities.first { $0.name == Self.withoutSource }?.count ?? 0 }
  /// All but those that calibration solved.
  var all: Int { qualities.filter { $0.name != Self.solved }.map(\.count).reduce(0, +) }
}
