/// How a run reads the points of evidence that its place leaves open.
struct Reading {
  /// A point, and its options by what `--choose` and a reader call them.
  struct Point {
    typealias Option = (id: String, name: String)
    let name: String
    /// Those that a world of the run takes.
    let taken: [Option]
    /// Those that none takes.
    let left: [Option]
  }

  /// The points that have more than one option, in the place's order.
  let points: [Point]

  init(_ data: ReportData) {
    let names = data.worlds[0].names
    points = names.all("choice").map { choice in
      let options = names.all("option").filter { $0.hasPrefix("\(choice)=") }
        .map { (id: $0, name: names.of("option", $0)) }
      let taken = Set(data.worlds.compactMap { $0.choices[choice].map { "\(choice)=\($0)" } })
      return Point(
        name: names.of("choice", choice), taken: options.filter { taken.contains($0.id) },
        left: options.filter { !taken.contains($0.id) })
    }.filter { $0.taken.count + $0.left.count > 1 }
  }

  private static let caption =
    "Disputed points of the evidence: what this run takes, and what --choose takes instead"

  /// What no range covers; nil where every option of every point is in the run.
  var limit: String? {
    let fixed = points.filter { $0.taken.count == 1 }.count
    guard points.contains(where: { !$0.left.isEmpty }) else { return nil }
    let count = Phrase.count(points.count, "disputed point")
    let start =
      fixed == points.count
      ? "This is under one reading of \(count) of the evidence"
      : "This run reads only some of the \(count) of the evidence in more than one way"
    return start + " (see the table of them). No range covers another reading; "
      + "'\(Manifest.toolName) run SCENARIO --choose CHOICE=OPTION' runs one."
  }

  /// Every point with the options taken and left; nil without any.
  var grid: ReportGrid? {
    guard !points.isEmpty else { return nil }
    var grid = ReportGrid(
      Self.caption, columns: ["Point", "Taken", "Instead"], isOfWords: true)
    for point in points {
      grid.append(
        point.name,
        [
          point.taken.map(\.name).joined(separator: "; "),
          point.left.map { "\($0.name) (\($0.id))" }.joined(separator: "; "),
        ])
    }
    return grid
  }
}
