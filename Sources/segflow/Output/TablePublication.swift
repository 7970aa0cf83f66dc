import Foundation
import SegmentReport

/// One table, published with its manifest in a folder of its own, or added to that of a run.
struct TablePublication {
  /// What the table and its folder are named after.
  let name: String
  /// Where it goes; by default a folder named after a digest of the run and of what was asked.
  let destination: Destination
  /// Whether it has ranges at the level of the record.
  var hasRanges = false
  /// What was asked for besides what the record holds.
  let asked: [String]
  let record: RunRecord
  /// The id of the place.
  let place: String
  let threads: Int

  /// Makes the table and writes it; gives the folder and what else was made with it.
  func publish<Made>(
    started: Date, _ make: () throws -> (made: Made, csv: CSVTable)
  ) throws -> (folder: ResultsFolder, made: Made) {
    if let run = destination.into {
      let table = AddedTable("\(name).csv", .scenario(hasRanges: hasRanges), records: [record])
      return try Destination.add(table, to: run, make)
    }
    let digest = SHA256.hexDigest(([record.digest] + asked).joined(separator: "\n"))
    let folder = try ResultsFolder(
      path: destination.output
        ?? "results/\(place)-\(record.scenarios[1])-\(name)-\(digest.prefix(8))")
    let made = try Interruption.publishing(folder) {
      let (made, csv) = try make()
      let files = [(name: "\(name).csv", contents: csv.contents)]
      for file in files { try folder.write(file.contents, to: file.name) }
      let manifest = Manifest.text(
        [record], .now(threads: threads, started: started), place: place, outputs: files)
      try folder.write(manifest, to: Manifest.fileName)
      return made
    }
    return (folder, made)
  }
}
