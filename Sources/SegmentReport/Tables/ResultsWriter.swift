import SegmentAnalysis
import SegmentModel

/// Writes the files of a run.
public struct ResultsWriter: Sendable {
  let worlds: [RunWorld]

  /// A writer for the results of a run, one for each world.
  public init(_ worlds: [RunWorld]) {
    precondition(!worlds.isEmpty, "a run has at least one world")
    self.worlds = worlds
  }

  /// Every file but the manifest, by name and contents.
  public var files: [(name: String, contents: String)] {
    let tables = worlds.map { ResultTables($0.comparison, record: $0.record) }
    let interventions = worlds.flatMap { $0.comparison.catalogue.interventions.map(\.id) }.distinct
    let draws = worlds.map { DrawTables($0, interventions: interventions) }
    let names = worlds.map {
      NameTable.table(
        $0.comparison, inputs: $0.record.inputs, choices: $0.record.choices.label)
    }
    let inputs = worlds.map {
      InputTable.table($0.record.inputs, choices: $0.record.choices.label)
    }
    return [
      ("summary.json", Summary.json(worlds).document),
      ("outcomes.csv", joined(tables.map(\.outcomes))),
      ("costs.csv", joined(tables.map(\.costs))),
      ("costs-by-group.csv", joined(tables.map(\.costsByGroup))),
      ("resources.csv", joined(tables.map(\.resources))),
      ("segments.csv", joined(tables.map(\.segments))),
      ("flows.csv", joined(tables.map(\.flows))),
      ("reach.csv", joined(tables.map(\.reach))),
      ("draws.csv", joined(draws.map(\.totals))),
      ("chances.csv", joined(draws.map(\.chances))),
      ("exceedance.csv", joined(draws.map(\.exceedance))),
      ("names.csv", joined(names)),
      ("inputs.csv", joined(inputs)),
    ] + parameterFiles(draws) + valueFiles + forecastFiles + personFiles
  }

  private func parameterFiles(_ draws: [DrawTables]) -> [(name: String, contents: String)] {
    let tables = draws.compactMap(\.parameters)
    return tables.isEmpty ? [] : [("parameters.csv", joined(tables))]
  }

  /// What scenarios are worth, where the place has QALYs: all worlds have the same tables.
  private var valueFiles: [(name: String, contents: String)] {
    let all = worlds.compactMap { ValueTables($0)?.all }
    return (all.first ?? []).map { name, _ in
      (name, joined(all.flatMap { $0 }.filter { $0.name == name }.map { $0.table }))
    }
  }

  private var forecastFiles: [(name: String, contents: String)] {
    ForecastMaker(worlds).forecast.map {
      [("forecast.json", $0.document), ("forecast.csv", $0.table)]
    } ?? []
  }

  private var personFiles: [(name: String, contents: String)] {
    let tables = worlds.compactMap { world in
      world.people.map {
        PersonTables(
          world.comparison, $0, choices: world.record.choices.label, level: world.record.level)
      }
    }
    let files = [
      ("spend.csv", tables.compactMap(\.spend)), ("spend-flows.csv", tables.compactMap(\.flows)),
      ("outcome-distribution.csv", tables.map(\.outcomes)),
      ("counts.csv", tables.compactMap(\.counts)),
    ]
    return files.filter { !$0.1.isEmpty }.map { ($0.0, joined($0.1)) }
  }

  /// The rows of all worlds under one header.
  private func joined(_ tables: [CSVTable]) -> String {
    var whole = tables[0]
    for table in tables.dropFirst() { whole.append(contentsOf: table) }
    return whole.contents
  }

  /// Writes everything into a folder, with the report made from the other files; the manifest last.
  public func write(to folder: ResultsFolder, environment: RunEnvironment) throws {
    let tables = files
    // A report does not depend on what the manifest lists, so no digest is needed yet.
    let before = manifest([], environment)
    let known = Dictionary(
      (tables + [(Manifest.fileName, before)]).map { ($0.name, $0.contents) },
      uniquingKeysWith: { first, _ in first })
    let files = tables + (try ReportFiles(known).files)
    for file in files { try folder.write(file.contents, to: file.name) }
    try folder.write(manifest(files, environment), to: Manifest.fileName)
  }

  private func manifest(
    _ files: [(name: String, contents: String)], _ environment: RunEnvironment
  ) -> String {
    Manifest.text(
      worlds.map(\.record), environment, place: worlds[0].comparison.model.id, outputs: files)
  }
}
