import SegmentModel

/// How far each uncertain number moves a result by itself, from a low to a high quantile of its
/// distribution, all others at their central values; numbers that draws move as one are one.
public struct Tornado: Sendable {
  /// One number, or numbers that draws move as one.
  public struct Bar: Sendable {
    /// What is moved.
    public let input: MovedInput
    /// By member of the input: its value at the low end.
    ///
    /// Of a group, the ends are quantiles of what its members share: one that moves against it is at
    /// the opposite quantile.
    public let low: [Double]
    /// By member of the input: its value at the high end.
    public let high: [Double]
    /// By measure: how much more is avoided at the low value than at the central ones.
    public let atLow: [Estimate]
    /// By measure: how much more is avoided at the high value than at the central ones.
    public let atHigh: [Estimate]
    /// Whether it changes what happens, not only what that costs.
    public let isSimulated: Bool
    /// What could not be met, or would make no sense, at either value: the numbers of the files stood
    /// in for it.
    public let troubles: [String]

    /// How far apart a measure is at the two values.
    public func width(_ measure: Int) -> Double {
      (atHigh[measure].value - atLow[measure].value).magnitude
    }
  }

  /// The quantiles at which the bars end.
  public let quantiles: (low: Double, high: Double)
  /// By measure: what is avoided at the central values.
  public let central: [Estimate]
  /// The bars, in the order of parameters; a group stands where its first number does.
  public let bars: [Bar]

  /// The bars of a measure, the widest first; of equals, in the order of parameters.
  public func ordered(by measure: Int) -> [Bar] {
    bars.enumerated().sorted { a, b in
      (-a.element.width(measure), a.offset) < (-b.element.width(measure), b.offset)
    }.map(\.element)
  }
}
