import Foundation
import SegmentReport

/// One table, published with its manifest in a folder of its own.
struct TablePublication {
  /// What the table and its folder are named after.
  let name: String
  /// The folder asked for; by default it is named after a digest of the run and of what was asked.
  let output: String?
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
    let digest = SHA256.hexDigest(([record.digest] + asked).joined(separator: "\n"))
    let folder = try ResultsFolder(
      path: output ?? "results/\(place)-\(record.scenarios[1])-\(name)-\(digest.prefix(8))")
    let made = try Interruption.publishing(folder) {
      let (made, csv) = try make()
      let files = [(name: "\(name).csv", contents: csv.contents)]
      for file in files { try folder.write(file.contents, to: file.name) }
      let manifest = Manifest.json(
        [record], .now(threads: threads, started: started), place: place, outputs: files)
      try folder.write(manifest.document, to: Manifest.fileName)
      return made
    }
    return (folder, made)
  }
}
