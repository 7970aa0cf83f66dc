/// Where figures were measured, and what else went on there.
public struct BenchmarkMachine: Sendable {
  /// The processor's name; nil where it is not known.
  public var processor: String?
  /// Processors that can be used.
  public var processors: Int
  /// The operating system and its version.
  public var system: String
  /// How many programs wanted a processor in the last minute before the start, on average.
  public var loadAverage: Double?

  /// Creates a machine.
  public init(processor: String?, processors: Int, system: String, loadAverage: Double?) {
    self.processor = processor
    self.processors = processors
    self.system = system
    self.loadAverage = loadAverage
  }
}
