/// What this build is called.
enum Version {
  /// The version of the tool, stated here only.
  static let current = "0.1.0"
}
