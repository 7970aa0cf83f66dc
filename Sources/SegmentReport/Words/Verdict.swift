/// What can be said about the sign of a number.
enum Verdict: Hashable, CaseIterable, Sendable {
  /// It is exactly zero in every sample.
  case nothing
  /// Not even the sign of the mean is known; more draws are needed.
  case cannotTell
  /// The mean has a sign, but one place could see the other.
  case unsure
  /// It is above zero, and so is the whole range where there is one.
  case above
  /// It is below zero, and so is the whole range where there is one.
  case below
}
