import SegmentAnalysis
import SegmentModel

/// How simulated values compare with targets, as text.
public struct FitTable {
  private let title: [String]
  private let parts: [(heading: String, fits: [TargetFit])]
  /// The part of a target's standard error that it may be missed by; nil when nothing is judged.
  private let tolerance: Double?

  /// Comparisons in parts, under a title.
  init(title: [String], parts: [(heading: String, fits: [TargetFit])], tolerance: Double? = nil) {
    self.title = title
    self.parts = parts
    self.tolerance = tolerance
  }

  /// What a calibration found.
  public init(_ found: Calibration, options: CalibrationOptions) {
    self.init(
      title: [
        "\(found.counts.numbers) numbers solved, \(found.counts.starts) starts settled; "
          + "means of \(options.replicates) replicates, seed \(options.seed)"
      ],
      parts: [("Calibration targets", found.fits)], tolerance: options.tolerance)
  }

  /// The whole text, each line ended by a line feed.
  public func text(width: Int) -> String {
    var lines = title.flatMap { TextWrap.lines($0, width: width) }
    for part in parts where !part.fits.isEmpty {
      lines += ["", part.heading, "", Self.row(Self.headers)]
      lines += [String(repeating: "-", count: Self.row(Self.headers).count)]
      for fit in part.fits {
        let isMissed = tolerance.map { !fit.isMet(part: $0) } ?? false
        lines += TextWrap.lines(fit.target.name + (isMissed ? "  NOT MET" : ""), width: width)
        lines.append(Self.row(Self.cells(fit)))
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  static let headers = ["target", "95% interval", "simulated", "+/- luck", "z"]

  /// What stands under the headers.
  static func cells(_ fit: TargetFit) -> [String] {
    let range = fit.target.range95
    return [
      number(fit.target.value), "\(number(range.lowerBound)) to \(number(range.upperBound))",
      number(fit.simulated.value), fit.simulated.standardError.map(number) ?? "-",
      fit.z.isFinite ? NumberText.fixed(fit.z, decimals: 2) : "-",
    ]
  }

  private static func row(_ cells: [String]) -> String {
    zip(cells, [14, 22, 13, 12, 9]).map { cell, width in
      String(repeating: " ", count: max(1, width - cell.count)) + cell
    }.joined()
  }

  /// A number with about four digits; in words where a measure comes to none, such as a part of nothing.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return ClaimReading.noNumber }
    var decimals = 0
    var size = value.magnitude
    while size > 0, size < 1000, decimals < 8 {
      size *= 10
      decimals += 1
    }
    let text = NumberText.trimmed(value, decimals: decimals)
    return decimals == 0 ? NumberText.grouped(value) : text
  }
}
