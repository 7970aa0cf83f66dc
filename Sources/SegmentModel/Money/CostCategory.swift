/// The three kinds of money that are never summed without saying so.
public enum CostCategory: String, Sendable, CaseIterable {
  /// What interventions cost to deliver.
  case programme
  /// What it costs while residents are in segments, or when a treatment begins.
  case care
  /// What events cost each time they happen.
  case events
}
