import SegmentModel

/// What a benchmark found, as printed.
public struct BenchmarkTable: Sendable {
  private let report: BenchmarkReport

  /// The table of a report.
  public init(_ report: BenchmarkReport) { self.report = report }

  /// The whole text: title, tables and footnotes, each line ended by a line feed.
  public func text(width: Int) -> String {
    let parts =
      [wrapped(title, width)] + tables.map { $0.lines(width: width) } + [wrapped(summary, width)]
    return (parts.joined(separator: [""]) + [""] + wrapped(notes, width)).map { $0 + "\n" }.joined()
  }

  private func wrapped(_ lines: [String], _ width: Int) -> [String] {
    lines.flatMap { TextWrap.lines($0, width: width) }
  }

  private var title: [String] {
    let machine = report.machine
    let load = machine.loadAverage.map { ", load \(NumberText.fixed($0, decimals: 1)) at start" }
    return (report.isOptimised ? [] : [Self.debugWarning]) + [
      "\(report.place): \(report.scenarios.map(\.name).joined(separator: ", "))",
      "\(machine.processor ?? "Unknown processor"), \(machine.processors) processors\(load ?? ""); "
        + "segflow \(report.toolVersion)",
      "Median, least and greatest of \(report.repeats); seed \(report.seed), steps of a "
        + report.step.rawValue,
    ]
  }

  /// What is said of figures that were not measured in a release build.
  public static let debugWarning =
    "THIS IS A DEBUG BUILD: ITS FIGURES MEAN NOTHING. Build with 'swift build -c release'."

  private var tables: [TextTable] { [stages, scaling, memory] }

  private var stages: TextTable {
    var table = TextTable(headers: ["Seconds", "Least", "Greatest"])
    for whole in report.whole {
      let size = whole.size
      table.appendHeading(
        "\(grouped(size.residents)) residents x \(grouped(size.steps)) steps x "
          + "\(grouped(size.scenarios)) scenarios, threads: \(size.threads)")
      for stage in BenchmarkStage.allCases {
        guard let spread = whole.stages[stage] else { continue }
        let name = stage.rawValue.prefix(1).uppercased() + stage.rawValue.dropFirst()
        table.append("  \(name)\(stage.isSummedOverThreads ? " *" : "")", cells(spread))
      }
      table.append("  Whole", cells(whole.seconds))
    }
    if let process = report.process { table.append("Process", cells(process.seconds)) }
    return table
  }

  private var scaling: TextTable {
    var table = TextTable(headers: [
      "Seconds", "Least", "Greatest", "Million resident- steps / s / core",
      "Cost against propor- tional",
    ])
    if let whole = report.whole.first {
      table.append("Whole", cells(whole, ratio: nil))
    }
    for dimension in BenchmarkDimension.allCases {
      let rows = report.scaling(dimension)
      guard !rows.isEmpty else { continue }
      let name = dimension.rawValue
      table.appendHeading(name.prefix(1).uppercased() + name.dropFirst())
      for (row, ratio) in rows {
        table.append("  \(grouped(dimension.amount(row.size)))", cells(row, ratio: ratio))
      }
    }
    return table
  }

  private var memory: TextTable {
    var table = TextTable(headers: [
      "Process's peak so far, MB", "Bytes per resident", "Bytes per further resident",
    ])
    table.appendHeading("Memory, by residents")
    var previous: BenchmarkMeasurement?
    for (row, _) in report.scaling(.residents) {
      let further = previous.map {
        Double(row.peakBytes - $0.peakBytes) / Double(row.size.residents - $0.size.residents)
      }
      table.append(
        "  \(grouped(row.size.residents))",
        [
          NumberText.grouped(Double(row.peakBytes) / 1_000_000, decimals: 1),
          NumberText.grouped(row.bytesPerResident), further.map { NumberText.grouped($0) } ?? "-",
        ])
      previous = row
    }
    return table
  }

  /// What the tables come to, in words.
  private var summary: [String] {
    let threads = report.scaling(.threads).map(\.0)
    var lines: [String] = []
    if let one = threads.first, let most = threads.last {
      let draw = one.processorSeconds.median / Double(one.size.draws)
      let gain = NumberText.fixed(most.drawsPerMinute / one.drawsPerMinute, decimals: 2)
      lines.append(
        "A draw of all scenarios takes \(NumberText.fixed(draw, decimals: 3)) s of processor time: "
          + "\(NumberText.grouped(most.drawsPerMinute)) draws a minute, threads: "
          + "\(most.size.threads)"
          + (threads.count > 1 ? "; \(gain) times as many as on one." : "."))
    }
    if let memory = report.memory {
      lines.append(
        "Memory grows by \(NumberText.grouped(memory.bytesPerResident, decimals: 1)) bytes a "
          + "resident, from "
          + "\(NumberText.grouped(memory.fixedBytes / 1_000_000, decimals: 1)) MB.")
    }
    if let process = report.process {
      lines.append(
        "A process that runs one draw and writes the results takes "
          + "\(NumberText.fixed(process.processorSeconds.median, decimals: 3)) s of processor time "
          + "and \(NumberText.grouped(Double(process.peakBytes) / 1_000_000, decimals: 1)) MB.")
    }
    return lines
  }

  private func cells(_ row: BenchmarkMeasurement, ratio: Double?) -> [String] {
    cells(row.seconds) + [
      NumberText.grouped(row.residentStepsPerSecondPerCore / 1_000_000, decimals: 1),
      ratio.map { NumberText.fixed($0, decimals: 2) } ?? "-",
    ]
  }

  private func cells(_ spread: Spread) -> [String] {
    [spread.median, spread.least, spread.most].map(seconds)
  }

  private func seconds(_ value: Double) -> String { NumberText.fixed(value, decimals: 4) }

  private func grouped(_ value: Int) -> String { NumberText.grouped(Double(value)) }

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
