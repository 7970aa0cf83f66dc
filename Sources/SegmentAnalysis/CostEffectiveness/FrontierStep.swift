/// What a strategy on the frontier costs and gives more than the one before it there.
public struct FrontierStep: Sendable {
  /// Extra pounds.
  public let pounds: Estimate
  /// QALYs gained.
  public let qalys: Estimate
  /// Pounds per QALY gained; its standard error is that of a ratio of means (the delta method).
  public let poundsPerQALY: Estimate
  /// Whether the QALYs gained are told from none with 95% confidence; without, nor is the price.
  public let isTold: Bool

  /// The step between the paired numbers of two strategies: draws, or replicates of the only one.
  init(pounds: [Double], qalys: [Double]) {
    func estimate(_ values: [Double]) -> Estimate {
      let moments = Moments(values)
      return Estimate(value: moments.mean, standardError: moments.standardError)
    }
    self.pounds = estimate(pounds)
    self.qalys = estimate(qalys)
    let (cost, gained) = (self.pounds.value, self.qalys.value)
    let ratio = cost / gained
    let left = estimate(zip(pounds, qalys).map { $0 - ratio * $1 }).standardError
    poundsPerQALY = Estimate(value: ratio, standardError: left.map { $0 / gained })
    // Of a single number nothing is known.
    isTold = self.qalys.interval95(replicates: qalys.count).map { !$0.contains(0) } ?? true
  }
}
