import SegmentModel

extension LoadedRun {
  /// The one scenario that a verb compares with the baseline; throws when the file names none.
  func onlyScenario(for verb: Verb) throws(UsageError) -> Scenario {
    guard let scenario = scenarios.first(where: { $0 != baseline }) else {
      throw UsageError(
        "'\(verb.rawValue)' needs a scenario that is not the baseline itself",
        help: "usage: \(verb.usage)")
    }
    return scenario
  }
}
