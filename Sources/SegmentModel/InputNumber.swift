/// A number of the input files, for the list of inputs that a run writes.
public struct InputNumber: Hashable, Sendable {
  /// The file it stands in, as given or as named by another file.
  public var file: String
  /// The path inside the JSON, for example `moves[1].ratePerYear.byAge.45-64`.
  public var path: String
  /// Its value.
  public var value: Double
  /// The 95% range: as printed in the source, or that of the distribution.
  public var range95: ClosedRange<Double>?
  /// The name of its distribution, as written in the file.
  public var distribution: String?
  /// The numbers that it moves with; nil when it moves by itself.
  public var correlation: Correlation?
  /// Why it is not known for certain.
  public var tag = ParameterTag.evidence
  /// Where it came from.
  public var evidence: Evidence
  /// The quantity that it stands in, as ``Quantity/id`` names it.
  public var quantity = ""
  /// Where it stands among the numbers of the quantity (``ValueTree/leaves``): several times when it
  /// stands for all others of a table.
  public var positions = [0]
  /// What a reader calls it, which no other number of the run is called.
  public var name = ""
  /// What a reader calls the quantity that it stands in.
  public var quantityName = ""
}
