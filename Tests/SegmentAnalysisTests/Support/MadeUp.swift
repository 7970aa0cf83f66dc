/// Numbers and targets in the JSON of small places.
enum MadeUp {
  /// A number that is solved for a target.
  static func solved(_ value: String, _ targets: String) -> String {
    "{ \"value\": \(value), \"quality\": \"calibrated\", \"solve\": \(targets) }"
  }

  /// A target of calibration.
  static func target(_ id: String, _ measure: String, _ value: Double) -> String {
    """
    { "id": "\(id)", "use": "calibration", "measure": \(measure), "value": \(value),
      "error": { "standardError": \(value / 1000) }, "definition": "made up" }
    """
  }

  /// A number of these words, with the note that some distributions need.
  static func number(_ words: String) -> String { "{ \(words), \"note\": \"made up\" }" }
}
