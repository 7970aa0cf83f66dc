/// What a benchmark found, as printed.
public struct BenchmarkTable: Sendable {
  private let report: BenchmarkReport

  /// The table of a report.
  public init(_ report: BenchmarkReport) { self.report = report }

  /// The whole text: title, the tables of each problem and footnotes, each line ended by a line feed.
  public func text(width: Int) -> String {
    let parts =
      [wrapped(title, width)]
      + report.results.map { BenchmarkResultTable($0).lines(width: width) }
      + [wrapped(notes, width)]
    return parts.joined(separator: [""]).map { $0 + "\n" }.joined()
  }

  private func wrapped(_ lines: [String], _ width: Int) -> [String] {
    lines.flatMap { TextWrap.lines($0, width: width) }
  }

  private var title: [String] {
    let machine = report.machine
    let load = machine.loadAverage.map { ", load \(NumberText.fixed($0, decimals: 1)) at start" }
    return (report.isOptimised ? [] : [Self.debugWarning]) + [
      "\(machine.processor ?? "Unknown processor"), \(machine.processors) processors\(load ?? ""); "
        + "segflow \(report.toolVersion)",
      "Median, least and greatest of \(report.repeats); seed \(report.seed)",
    ]
  }

  /// What is said of figures that were not measured in a release build.
  public static let debugWarning =
    "THIS IS A DEBUG BUILD: ITS FIGURES MEAN NOTHING. Build with 'swift build -c release'."

  private let notes = [
    "* Added up over threads, and part of the whole by the time that threads take at once.",
    "Resident-steps are residents x steps x scenarios x replicates x draws, the dead counted; per "
      + "core is per thread. Whole is one draw, from reading the files to the comparison; process is "
      + "'segflow run' of one draw, from its start to the results written. The rows by size do not "
      + "read files, and take the central values but for draws and threads.",
    "The last column is the cost of this row over that of the row before it, divided by how much "
      + "more there is to do: above 1, cost grew faster than in proportion. Cost is processor time; "
      + "for threads, seconds x threads. The clock's luck is in it: see least and greatest.",
  ]
}
