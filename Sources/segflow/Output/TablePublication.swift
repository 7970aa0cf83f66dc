import Foundation
import SegmentReport

/// A table, published with its manifest in a folder of its own, or added to that of a run.
struct TablePublication {
  /// The table, as it is added to a run.
  let table: AddedTable
  /// Where it goes.
  let destination: Destination
  /// The folder of its own, unless it is named.
  let usualFolder: String
  /// How it was made, world by world.
  let records: [RunRecord]
  /// The id of the place.
  let place: String
  let threads: Int
  let console: Console

  /// A table about a scenario, in a folder named after a digest of the run and of what was asked
  /// besides; `hasRanges` says whether it has ranges at the level of the record.
  static func ofScenario(
    _ name: String, to destination: Destination, hasRanges: Bool = false, asked: [String],
    record: RunRecord, place: String, threads: Int, console: Console
  ) -> TablePublication {
    let digest = SHA256.hexDigest(([record.digest] + asked).joined(separator: "\n"))
    return TablePublication(
      table: AddedTable("\(name).csv", .scenario(hasRanges: hasRanges), records: [record]),
      destination: destination,
      usualFolder: "results/\(place)-\(record.scenarios[1])-\(name)-\(digest.prefix(8))",
      records: [record], place: place, threads: threads, console: console)
  }

  /// Makes the table and writes it, in a folder of its own with other files; gives the folder and what
  /// else was made with it.
  func publish<Made>(
    started: Date, with others: (Made) -> [(name: String, contents: String)] = { _ in [] },
    _ make: () throws -> (made: Made, csv: CSVTable)
  ) throws -> (folder: ResultsFolder, made: Made) {
    if let run = destination.into {
      return try Destination.add(table, to: run, console: console, make)
    }
    let folder = try ResultsFolder(path: destination.output ?? usualFolder)
    let made = try Interruption.publishing(folder) {
      let (made, csv) = try make()
      let files = [(name: table.name, contents: csv.contents)] + others(made)
      for file in files { try folder.write(file.contents, to: file.name) }
      let manifest = Manifest.text(
        records, .now(threads: threads, started: started), place: place, outputs: files)
      try folder.write(manifest, to: Manifest.fileName)
      return made
    }
    return (folder, made)
  }
}
