/// A model with the scenarios to compare, as read from files under one option of each choice.
public struct LoadedRun: Sendable {
  /// The option of each choice that the numbers were read under.
  public var choices: World
  /// The place.
  public var model: Model
  /// What the scenarios are compared with.
  public var baseline: Scenario
  /// The scenarios, in the order given; empty when only a place was given.
  public var scenarios: [Scenario]
  /// Whether the baseline was also given as a scenario, which leaves it out of them.
  public var comparesBaseline = false
  /// Every number about the world that was read, in file order.
  public var inputs: [InputNumber]
  /// Every file that was read, each once, in the order of reading.
  public var files: [InputFile]
}
