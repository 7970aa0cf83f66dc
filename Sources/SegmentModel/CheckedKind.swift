/// What a file that was checked can do by itself.
public enum CheckedKind: Sendable {
  /// It is run, alone.
  case place
  /// It is run, with others of its place.
  case scenario
  /// It is named by others.
  case part
}
