/// A part of the work that a benchmark times by itself.
public enum BenchmarkStage: String, CaseIterable, Sendable {
  /// Reading and checking files.
  case load
  /// Sampling the uncertain numbers and solving base rates again.
  case sample
  /// Laying the model out in flat tables.
  case compile
  /// Drawing up the list of residents.
  case populate
  /// Taking residents through the steps, counting included.
  case step
  /// Adding counts together.
  case tally
  /// Valuing and comparing scenarios.
  case analyse

  /// Whether its seconds are added up over threads.
  public var isSummedOverThreads: Bool { self != .load }
}
