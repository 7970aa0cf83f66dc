import SegmentModel

/// The table of every number about the world that a run read.
public enum InputTable {
  /// One row a number, in file order; files as seen from the place's folder, so that the table is the
  /// same however they were named and wherever they are kept.
  public static func table(_ inputs: [InputNumber], choices: String) -> CSVTable {
    var table = CSVTable(
      header: [
        "file", "path", "value", "low_95", "high_95", "distribution", "group", "correlation", "tag",
        "source", "quality", "note", "quantity", "name",
      ], choices: choices)
    for input in inputs {
      table.append([
        .text(NumberID.file(of: input.quantity)), .text(input.path), .exact(input.value),
        .exact(input.range95?.lowerBound), .exact(input.range95?.upperBound),
        .text(input.distribution ?? ""), .text(input.correlation?.group ?? ""),
        .exact(input.correlation?.correlation), .text(input.tag.rawValue),
        .text(input.evidence.source), .text(input.evidence.quality.rawValue),
        .text(input.evidence.note ?? ""), .text(input.quantity),
        .text(input.name),
      ])
    }
    return table
  }
}
