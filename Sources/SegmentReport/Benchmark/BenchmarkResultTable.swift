import SegmentModel

/// What a benchmark found of one problem, as printed.
struct BenchmarkResultTable {
  private let result: BenchmarkResult

  /// The table of a result.
  init(_ result: BenchmarkResult) { self.result = result }

  /// The problem's name, its tables and what they come to.
  func lines(width: Int) -> [String] {
    let parts =
      [wrapped(title, width)]
      + [stages, scaling, memory].map { $0.lines(width: width) } + [wrapped(summary, width)]
    return Array(parts.joined(separator: [""]))
  }

  private func wrapped(_ lines: [String], _ width: Int) -> [String] {
    lines.flatMap { TextWrap.lines($0, width: width) }
  }

  private var title: [String] {
    [
      "\(result.place): \(result.scenarios.map(\.name).joined(separator: ", ")); "
        + "steps of a \(result.step.rawValue)"
    ]
  }

  private var stages: TextTable {
    var table = TextTable(headers: ["Seconds", "Least", "Greatest"])
    for whole in result.whole {
      let size = whole.size
      table.appendHeading(
        "\(grouped(size.residents)) residents x \(grouped(size.steps)) steps x "
          + "\(grouped(size.scenarios)) scenarios, threads: \(size.threads)")
      for stage in BenchmarkStage.allCases {
        guard let spread = whole.stages[stage] else { continue }
        let name = Phrase.capitalised(stage.rawValue)
        table.append("  \(name)\(stage.isSummedOverThreads ? " *" : "")", cells(spread))
      }
      table.append("  Whole", cells(whole.seconds))
    }
    if let process = result.process { table.append("Process", cells(process.seconds)) }
    return table
  }

  private var scaling: TextTable {
    var table = TextTable(headers: [
      "Seconds", "Least", "Greatest", "Million resident- steps / s / core",
      "Cost against propor- tional",
    ])
    if let whole = result.whole.first {
      table.append("Whole", cells(whole, ratio: nil))
    }
    for dimension in BenchmarkDimension.allCases {
      let rows = result.scaling(dimension)
      guard !rows.isEmpty else { continue }
      let name = dimension.rawValue
      table.appendHeading(Phrase.capitalised(name))
      for (row, ratio) in rows {
        table.append("  \(grouped(dimension.amount(row.size)))", cells(row, ratio: ratio))
      }
    }
    return table
  }

  private var memory: TextTable {
    var table = TextTable(headers: [
      "Peak, MB", "Bytes per resident", "Bytes per further resident",
    ])
    table.appendHeading("Memory, by residents")
    var previous: BenchmarkMeasurement?
    for (row, _) in result.scaling(.residents) {
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
    let threads = result.scaling(.threads).map(\.0)
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
    if let steepest = result.steepest {
      lines.append(
        "Cost against proportional is greatest, \(NumberText.fixed(steepest.ratio, decimals: 2)), "
          + "from \(grouped(steepest.from)) to \(grouped(steepest.to)) "
          + "\(steepest.dimension.rawValue).")
    }
    if let memory = result.memory {
      lines.append(
        "Memory grows by \(NumberText.grouped(memory.bytesPerResident, decimals: 1)) bytes a "
          + "resident, from "
          + "\(NumberText.grouped(memory.fixedBytes / 1_000_000, decimals: 1)) MB.")
    }
    if let process = result.process {
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
}
