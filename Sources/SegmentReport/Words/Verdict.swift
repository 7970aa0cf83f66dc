/// What can be said about the sign of a number.
enum Verdict: Hashable, CaseIterable, Sendable {
  /// It is exactly zero in every sample.
  case nothing
  /// Not even the sign of the mean is known; more draws are needed.
  case cannotTell
  /// The mean has a sign, but one place could see the other.
  case unsure
  /// The whole range is above zero.
  case above
  /// The whole range is below zero.
  case below
}
