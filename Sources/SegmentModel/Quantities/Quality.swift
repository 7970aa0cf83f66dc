/// How much a number about the world can be trusted.
public enum Quality: String, Sendable, CaseIterable {
  case published, derived, calibrated, assumed
}
