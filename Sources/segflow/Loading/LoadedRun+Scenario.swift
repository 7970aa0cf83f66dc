import SegmentModel

extension LoadedRun {
  /// The index of the one scenario that a verb compares with the baseline; throws when the file names
  /// none.
  func onlyScenario(for verb: Verb) throws(UsageError) -> Int {
    guard let scenario = scenarios.firstIndex(where: { $0 != baseline }) else {
      throw UsageError(
        "'\(verb.rawValue)' needs a scenario that is not the baseline itself",
        help: "usage: \(verb.usage)")
    }
    return scenario
  }
}
