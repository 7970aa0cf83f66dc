/// Values of measures, always read in the same order.
struct Readings {
  /// The values.
  private(set) var values: [Double] = []
  /// What they are of; empty where only values are wanted.
  private(set) var measures: [Measure] = []
  private let namesMeasures: Bool

  /// Nothing yet.
  init(namingMeasures: Bool) { namesMeasures = namingMeasures }

  /// Adds a measure.
  mutating func add(_ value: Double, _ measure: @autoclosure () -> Measure) {
    values.append(value)
    if namesMeasures { measures.append(measure()) }
  }

  /// Adds the value of each reported year, and their sum.
  mutating func add(years: [Double], _ measure: (Int?) -> Measure) {
    for (year, value) in years.enumerated() { add(value, measure(year)) }
    add(years.reduce(0, +), measure(nil))
  }
}
