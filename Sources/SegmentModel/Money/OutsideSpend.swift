/// Why somebody who is in a spend segment in one year is in none the year before or after.
public enum OutsideSpend: String, Codable, Sendable, CaseIterable {
  /// Came to the place, or was born, after the start of the year before.
  case joined
  /// Was younger than the ages ranked.
  case younger
  /// Is older than the ages ranked.
  case older
  /// Died.
  case died
  /// Moved away.
  case moved
}
