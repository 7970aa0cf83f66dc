/// What a run found about one number of a scenario, or about what the scenario avoids of it.
public struct Finding: Hashable, Sendable {
  /// Its mean and spread over draws and replicates.
  public let moments: DrawMoments
  /// The number of each replicate, draw by draw; nil where only the moments are kept.
  public let values: [Double]?

  /// A finding; values, if there are any, are draw by draw.
  public init(_ moments: DrawMoments, values: [Double]? = nil) {
    self.moments = moments
    self.values = values
  }

  /// The finding of numbers, draw by draw, as many of each.
  public init(values: [Double], replicates: Int) {
    var moments = DrawMoments()
    for (index, value) in values.enumerated() {
      moments.add(value, startsDraw: index % replicates == 0)
    }
    self.init(moments, values: values)
  }

  /// The mean over draws, each the mean of its replicates.
  public var mean: Double { moments.mean }
  /// The Monte Carlo standard error of the mean; nil for a single number.
  public var standardError: Double? { moments.standardError }

  /// The number below which half of the values lie; nil where only the moments are kept.
  public var median: Double? {
    values.flatMap { $0.isEmpty ? nil : Intervals.quantile(0.5, of: $0.sorted()) }
  }

  /// The mean of each draw; nil where only the moments are kept.
  public var drawMeans: [Double]? {
    values.map { values in
      let replicates = moments.replicates
      return stride(from: 0, to: values.count, by: replicates).map {
        values[$0..<$0 + replicates].reduce(0, +) / Double(replicates)
      }
    }
  }
}
