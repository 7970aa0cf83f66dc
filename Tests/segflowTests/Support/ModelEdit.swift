/// A change of a model's files.
enum ModelEdit: Hashable, Sendable {
  /// Sets what stands at a path of a file, or adds it.
  case set(String, String, String)
  /// Removes what stands at a path of a file.
  case remove(String, String)
  /// Replaces a name wherever it stands, in all files.
  case rename(String, to: String)
}
