/// How a resident who enters an absorbing segment leaves the place.
public enum Leaving: String, Sendable, CaseIterable {
  case died, moved
}
