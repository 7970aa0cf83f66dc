import Foundation
import SegmentModel

/// A table of another verb that is to stand in the folder of a run.
public struct AddedTable: Sendable {
  /// What a table is about.
  public enum Subject: Hashable, Sendable {
    /// One scenario of the run, compared with its baseline; with ranges of the run's level or without.
    case scenario(hasRanges: Bool)
    /// The run's baseline.
    case baseline
    /// The place, with baselines and scenarios of its own.
    case place
  }

  /// How many draws `attribute` makes, and how many replicates of each, where its command line says
  /// nothing.
  public static let (usualDraws, usualReplicates) = (20, 2)
  /// How many replicates are run at each setting of a number, so that their spread tells an error.
  public static let usualSettingReplicates = 10

  /// How many replicates `reconcile` runs, where its command line says nothing.
  public static let usualClaimReplicates = 10
  /// How often `validate` runs the baseline, where its command line says nothing.
  public static let usualFitReplicates = 40

  /// The name of the file.
  public let name: String
  private let subject: Subject
  private let records: [RunRecord]
  /// The table; nil as long as only its belonging is asked for.
  private var table: CSVTable?

  /// A table that is made as records say, one for each world.
  public init(_ name: String, _ subject: Subject, records: [RunRecord]) {
    precondition(!records.isEmpty, "a table is made in some world")
    (self.name, self.subject, self.records) = (name, subject, records)
  }

  /// The same with its rows.
  public func with(_ table: CSVTable) -> AddedTable {
    var added = self
    added.table = table
    return added
  }

  // MARK: - Whether it belongs

  /// What of the table is not as in a run; nil if it belongs to it.
  func difference(from manifest: RunManifest) -> String? {
    let record = records[0]
    guard manifest.tool.version == record.toolVersion else {
      return "it was run by version \(manifest.tool.version), not \(record.toolVersion)"
    }
    guard manifest.step == record.step.rawValue else {
      return "its steps are a \(manifest.step), not a \(record.step.rawValue)"
    }
    guard manifest.residents == record.residents else {
      return "its place was scaled to another number of residents"
    }
    let known = Set(manifest.inputs.map(\.sha256))
    let needed = record.files.filter { subject != .place || Self.isOfPlace($0) }
    if let other = needed.first(where: { !known.contains(SHA256.hexDigest($0.bytes)) }) {
      return "it was not run with '\(other.path)' as that is now"
    }
    if subject == .place { return nil }
    guard manifest.baseline == record.scenarios[0] else {
      return "its baseline is '\(manifest.baseline)', not '\(record.scenarios[0])'"
    }
    let choices = Dictionary(
      uniqueKeysWithValues: record.choices.ids.map { ($0.choice, $0.option) })
    guard let world = manifest.worlds.first(where: { $0.choices == choices }) else {
      return "it was not run with the choices \(record.choices.label)"
    }
    guard case .scenario(let hasRanges) = subject else { return nil }
    guard world.scenarios.contains(record.scenarios[1]) else {
      return "it has no scenario '\(record.scenarios[1])'"
    }
    guard !hasRanges || manifest.intervalLevel == record.level else {
      return "its ranges are of another level"
    }
    return nil
  }

  /// Whether a file is one of the place, and not of what claims compare it with.
  private static func isOfPlace(_ file: InputFile) -> Bool {
    struct Kind: Decodable { let segflow: String }
    let kind = try? JSONDecoder().decode(Kind.self, from: Data(file.bytes)).segflow
    return !["scenario/", "intervention/", "claims/"].contains { kind?.hasPrefix($0) == true }
  }

  // MARK: - Adding it

  /// What the rows of this table begin with, where several tables share a file.
  private var rowStart: String {
    switch subject {
    case .scenario: "\(records[0].scenarios[1]),\(records[0].choices.label),"
    case .baseline: "\(records[0].choices.label),"
    case .place: ""
    }
  }

  /// The file with this table in it: it takes the place of rows about the same scenario and choices.
  func contents(over old: String?) -> String {
    let new = table?.contents ?? ""
    guard let old, subject != .place, !hasOtherColumns(old) else { return new }
    let (before, after) = (Self.records(old), Self.records(new))
    return
      (before.prefix(1) + before.dropFirst().filter { !$0.hasPrefix(rowStart) }
      + after.dropFirst()).joined()
  }

  /// Whether an old table has other columns, so that none of its rows can stand beside those of this.
  private func hasOtherColumns(_ old: String) -> Bool {
    Self.records(old).first != Self.records(table?.contents ?? "").first
  }

  /// What is said where an old table has other columns and all of it is replaced, with what it was about
  /// besides; nil where its other rows stay.
  func replacement(of old: String?, listed: [RunManifest.Addition]) -> String? {
    guard let old, hasOtherColumns(old) else { return nil }
    let lost = listed.filter { $0.path == name && $0.of != addition.of }.map { "'\($0.of)'" }
    return "'\(name)' of the folder has other columns than this one, so all of it is replaced"
      + (lost.isEmpty
        ? "" : "; add what it says of \(Phrase.list(lost)) again")
  }

  /// The records of a file, each with its line feed; a quoted cell may hold line feeds too.
  private static func records(_ text: String) -> [String] {
    var records: [String] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if isOpen, let last = records.popLast() {
        records.append(last + line + "\n")
      } else {
        records.append(line + "\n")
      }
      if line.count(where: { $0 == "\"" }) % 2 == 1 { isOpen.toggle() }
    }
    return records
  }

  /// What a manifest lists of this.
  private var addition: RunManifest.Addition {
    RunManifest.Addition(
      path: name,
      of: subject == .place
        ? ""
        : RunManifest.Addition.subject(
          records[0].scenarios[subject == .baseline ? 0 : 1], choices: records[0].choices.label),
      commandLine: records[0].commandLine)
  }

  /// The list of what was added, with this; `table` is what the folder has under its name.
  func list(
    over old: [RunManifest.Addition], table: String?
  ) -> [RunManifest.Addition] {
    let own = addition
    let isReplaced = table.map(hasOtherColumns) ?? false
    return old.filter { $0.path != own.path || ($0.of != own.of && !isReplaced) } + [own]
  }
}
