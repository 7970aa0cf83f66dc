/// What the replicates of one draw gave.
public struct DrawResult: Sendable {
  /// The draw, from 1; 0 stands for the central values.
  public var draw: Int
  /// The replicates, in order.
  public var replicates: [Int]
  /// By replicate, then scenario, the values of ``Comparison/measures``.
  public var values: [[[Double]]]
  /// By replicate, then scenario, what befell single residents; nil where they were not followed.
  public var people: [[[(PersonMeasure, Double)]]]?
  /// The values of the uncertain numbers.
  public var parameters: [Double]
  /// Ids of targets that the draw could not meet.
  public var unmet: [String]
  /// What would have come to more than makes sense, so that it has the numbers of the files.
  public var impossible: [String]

  /// Creates a result.
  public init(
    draw: Int, replicates: [Int], values: [[[Double]]],
    people: [[[(PersonMeasure, Double)]]]? = nil, parameters: [Double] = [], unmet: [String] = [],
    impossible: [String] = []
  ) {
    self.draw = draw
    self.replicates = replicates
    self.values = values
    self.people = people
    self.parameters = parameters
    self.unmet = unmet
    self.impossible = impossible
  }
}
