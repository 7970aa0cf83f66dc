/// A scenario that is another one of the run, stopped early.
struct StoppedScenario: Hashable, Sendable {
  let id: String
  /// The id of the scenario that goes on.
  let ongoing: String
  /// The first month in which no intervention runs any more, such as "April 2024".
  let month: String
}
