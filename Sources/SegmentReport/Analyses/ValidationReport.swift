import Foundation
import SegmentAnalysis
import SegmentModel

/// How the baseline of a place compares with its targets, for the console, as Markdown and as a table.
public struct ValidationReport {
  /// The name of the file of the table.
  public static let tableName = "validation.csv"
  private let loaded: LoadedRun
  private let fits: [TargetFit]
  private let replicates: Int
  private let seed: UInt64

  /// A report on the targets of what was read.
  public init(_ loaded: LoadedRun, fits: [TargetFit], replicates: Int, seed: UInt64) {
    self.loaded = loaded
    self.fits = fits
    self.replicates = replicates
    self.seed = seed
  }

  /// The digest of the contents of files, wherever they lie; a report states it, so that it can be
  /// told whether the report is of these files.
  public static func digest(of files: [InputFile]) -> String {
    SHA256.hexDigest(files.map { SHA256.hexDigest($0.bytes) }.joined(separator: "\n"))
  }

  private var parts: [(heading: String, fits: [TargetFit])] {
    [
      ("Calibration targets", fits.filter { $0.target.use == .calibration }),
      ("Validation targets", fits.filter { $0.target.use == .validation }),
    ]
  }

  private var title: String {
    let choices = loaded.choices.isDefault ? "" : " under \(loaded.choices.label)"
    return "\(loaded.model.name), baseline '\(loaded.baseline.name)'\(choices): "
      + "means of \(replicates) replicates, seed \(seed)"
  }

  /// The report for the console.
  public func text(width: Int) -> String {
    let validation = parts[1].fits
    let (count, all) = (validation.count(where: \.isWithin95), validation.count)
    let last = "\n\(count) of \(all) validation targets within their 95% interval\n"
    return FitTable(title: [title], parts: parts).text(width: width) + (all > 0 ? last : "")
  }

  /// A row for each target.
  public var csv: CSVTable {
    var table = CSVTable(
      header: [
        "target", "name", "use", "quality", "source", "line", "stated", "low_95", "high_95",
        "simulated", "standard_error", "standard_errors_apart", "within_95",
      ], choices: loaded.choices.label)
    func finite(_ value: Double?) -> CSVTable.Cell {
      .number(value.flatMap { $0.isFinite ? $0 : nil })
    }
    for fit in fits {
      let (target, range) = (fit.target, fit.target.range95)
      table.append([
        .text(target.id), .text(target.name), .text(target.use.rawValue),
        .text(target.evidence.quality.rawValue), .text(target.evidence.source),
        .exact(target.line.map(Double.init)), .exact(target.value), .number(range.lowerBound),
        .number(range.upperBound), finite(fit.simulated.value),
        finite(fit.simulated.standardError), finite(fit.z), .text(fit.isWithin95 ? "yes" : "no"),
      ])
    }
    return table
  }

  // MARK: - Markdown

  private static let start = "# Validation: "
  private static let author = "Written by `segflow validate`; do not edit."

  /// Whether the bytes of a file are such a document, of whatever place.
  public static func isReport(_ data: Data) -> Bool {
    let text = String(decoding: data, as: UTF8.self)
    return text.hasPrefix(start) && text.contains("\n\(author) ")
  }

  /// The report as a Markdown document.
  public var markdown: String {
    let numbers = Quality.allCases.map { quality in
      "\(loaded.inputs.filter { $0.evidence.quality == quality }.count) \(quality.rawValue)"
    }
    let head = """
      \(Self.start)\(loaded.model.name)

      \(Self.author) \(title).
      The digest of the place's files is `\(Self.digest(of: loaded.files))`.

      Numbers of the place by quality: \(numbers.joined(separator: ", ")).

      `target` is the value that the baseline is held to, with its 95% interval: as printed where its \
      quality is published, worked out from what is printed where it is derived, else assumed. \
      `simulated` is the mean of the replicates with its Monte Carlo standard error, `z` how many \
      standard errors of the target lie between the two.

      """
    return head + parts.filter { !$0.fits.isEmpty }.map(markdown).joined()
  }

  private func markdown(_ part: (heading: String, fits: [TargetFit])) -> String {
    let rows = part.fits.map { fit in
      let cells = FitTable.cells(fit)
      return row(
        [
          fit.target.name, fit.target.evidence.quality.rawValue, cells[0], cells[1],
          "\(cells[2]) ± \(cells[3])", cells[4],
        ])
    }
    let definitions = part.fits.map { fit in
      let target = fit.target
      let among = target.denominator.isEmpty ? "" : "; among \(target.denominator)"
      let line = target.line.map { ", line \($0)" } ?? ""
      return
        "- **\(MarkdownText.escaped(target.name))** (`\(target.id)`): "
        + "\(MarkdownText.escaped(target.definition + among)). "
        + "Source: \(target.evidence.source)\(line), \(target.evidence.quality.rawValue).\n"
    }
    return """

      ## \(part.heading)

      | measure | quality | target | 95% interval | simulated | z |
      |---|---|---:|---:|---:|---:|
      \(rows.joined())
      \(definitions.joined())
      """
  }

  private func row(_ cells: [String]) -> String {
    MarkdownText.row(cells.map(MarkdownText.escaped))
  }
}
