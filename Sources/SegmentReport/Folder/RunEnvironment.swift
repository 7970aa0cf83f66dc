import Foundation

/// Where and when a run was made: nothing that its results depend on.
public struct RunEnvironment: Sendable {
  /// The name of the machine.
  public var host: String
  /// The operating system and its version.
  public var system: String
  /// Threads that were used.
  public var threads: Int
  /// When the run started.
  public var started: Date
  /// When its results were written.
  public var ended: Date

  /// Creates an environment.
  public init(host: String, system: String, threads: Int, started: Date, ended: Date) {
    self.host = host
    self.system = system
    self.threads = threads
    self.started = started
    self.ended = ended
  }
}
