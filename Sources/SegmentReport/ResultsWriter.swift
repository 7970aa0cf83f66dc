import SegmentAnalysis
import SegmentModel

/// Writes the files of a run.
public struct ResultsWriter: Sendable {
  let comparison: Comparison
  let record: RunRecord

  /// A writer for the results of a run.
  public init(_ comparison: Comparison, record: RunRecord) {
    self.comparison = comparison
    self.record = record
  }

  /// Every file but the manifest, by name and contents.
  public var files: [(name: String, contents: String)] {
    let tables = ResultTables(comparison, level: record.level)
    return [
      ("summary.json", Summary(comparison, record: record).json.document),
      ("outcomes.csv", tables.outcomes.contents),
      ("costs.csv", tables.costs.contents),
      ("segments.csv", tables.segments.contents),
      ("flows.csv", tables.flows.contents),
      ("reach.csv", tables.reach.contents),
      ("names.csv", NameTable.table(comparison).contents),
      ("inputs.csv", InputTable.table(record.inputs).contents),
    ]
  }

  /// Writes everything into a folder, the manifest last.
  public func write(to folder: ResultsFolder, environment: RunEnvironment) throws {
    let files = files
    for file in files { try folder.write(file.contents, to: file.name) }
    let manifest = Manifest.json(
      record, environment, place: comparison.model.id, outputs: files)
    try folder.write(manifest.document, to: Manifest.fileName)
  }
}
