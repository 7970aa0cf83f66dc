import SegmentModel

/// An uncertain number, a factor on a whole table, or a share of a split.
public struct Parameter: Hashable, Sendable {
  /// Names it wherever the files are kept, as ``Quantity/id`` does.
  ///
  /// Such as `thurrock/pathways/copd.json:moves[1].ratePerYear`; a share of a table ends in its
  /// position, such as `#2`. A target is called as `thurrock:targets.deaths`.
  public var id: String
  /// Why it is not known for certain.
  public var tag: ParameterTag
  /// Where its central value came from.
  public var evidence: Evidence
  /// The central value; 1 for a factor on a table.
  public var value: Double
  /// The 95% range: as its file states it, or that of the distribution.
  public var range95: ClosedRange<Double>?
  /// The name of the distribution, as written in the file.
  public var distribution: String
}
