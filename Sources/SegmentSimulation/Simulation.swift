import SegmentModel

/// A model and scenarios made ready to run.
public struct Simulation: Sendable {
  /// The model that is run.
  public let model: Model
  /// The scenarios, in the order of results.
  public let scenarios: [Scenario]
  /// The length of a step.
  public let step: StepLength

  /// Compiles a model and scenarios; `step` overrides the model's own.
  ///
  /// Throws ``SimulationError`` when they cannot be run, for example because probabilities are
  /// stated for another step length.
  public init(model: Model, scenarios: [Scenario], step: StepLength? = nil) throws {
    self.model = model
    self.scenarios = scenarios
    self.step = step ?? model.step
  }

  /// Things a user should know before trusting the run, such as a step too long for a rate.
  public var warnings: [String] { [] }

  /// The layout of the tallies of a scenario.
  public func layout(scenario: Int) -> TallyLayout {
    TallyLayout(model: model, scenario: scenarios[scenario], step: step)
  }

  /// Runs replicates of every scenario with the same luck; results by replicate, then scenario.
  ///
  /// A replicate depends on the seed, the draw and its own number alone, whatever else is run and
  /// on however many threads. `progress` is told how much of the work is done, from 0 to 1, and
  /// may be called from any thread.
  public func run(
    seed: UInt64, draw: Int = 0, replicates: [Int], threads: Int,
    progress: (@Sendable (Double) -> Void)? = nil
  ) throws -> [[Tallies]] {
    fatalError("written next")
  }
}

/// Why a model cannot be run.
public struct SimulationError: Error, CustomStringConvertible {
  /// What is wrong, in words for a modeller.
  public var description: String

  /// Creates an error.
  public init(_ description: String) { self.description = description }
}
