import SegmentAnalysis

/// Writes the files of a run.
public struct ResultsWriter: Sendable {
  let comparison: Comparison
  let people: PersonResults?
  let record: RunRecord

  /// A writer for the results of a run; `people` if single residents were followed.
  public init(_ comparison: Comparison, people: PersonResults? = nil, record: RunRecord) {
    self.comparison = comparison
    self.people = people
    self.record = record
  }

  /// Every file but the manifest, by name and contents.
  public var files: [(name: String, contents: String)] {
    let tables = ResultTables(comparison, level: record.level)
    return [
      ("summary.json", Summary(comparison, record: record).json.document),
      ("outcomes.csv", tables.outcomes.contents),
      ("costs.csv", tables.costs.contents),
      ("resources.csv", tables.resources.contents),
      ("segments.csv", tables.segments.contents),
      ("flows.csv", tables.flows.contents),
      ("reach.csv", tables.reach.contents),
      ("names.csv", NameTable.table(comparison).contents),
      ("inputs.csv", InputTable.table(record.inputs).contents),
    ] + personFiles
  }

  private var personFiles: [(name: String, contents: String)] {
    guard let people else { return [] }
    let tables = PersonTables(comparison, people)
    let spend = tables.spend.map { ("spend.csv", $0.contents) }
    let flows = tables.flows.map { ("spend-flows.csv", $0.contents) }
    return [spend, flows, ("outcome-distribution.csv", tables.outcomes.contents)]
      .compactMap { $0 }
  }

  /// Writes everything into a folder, the manifest last.
  public func write(to folder: ResultsFolder, environment: RunEnvironment) throws {
    let files = files
    for file in files { try folder.write(file.contents, to: file.name) }
    let manifest = Manifest.json(record, environment, comparison: comparison, outputs: files)
    try folder.write(manifest.document, to: Manifest.fileName)
  }
}
