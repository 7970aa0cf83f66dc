import Testing

/// A key of the format, how to change it in ``RichModel``, and what must then come out otherwise.
struct KeyTrial: Sendable, CustomTestStringConvertible {
  /// What is done to the value of a key.
  enum Change: Sendable {
    /// Gives it another value, or one at all.
    case set(String)
    /// Leaves it out.
    case remove
    /// Gives what it names another name, wherever that is named.
    case rename(String)
  }

  /// What must come of it.
  enum Consequence: Sendable {
    /// These outputs differ, whatever else does.
    case outputs([String])
    /// The run is refused in these words.
    case refusal(String)
  }

  let file: String
  let path: String
  let change: Change
  let consequence: Consequence
  /// What must change with it for the model to make sense.
  var along: [ModelEdit] = []
  /// What is changed before, so that the key has a place in the model.
  var given: [ModelEdit] = []

  init(
    _ file: String, _ path: String, _ change: Change, _ outputs: String...,
    along: [ModelEdit] = [], given: [ModelEdit] = []
  ) {
    (self.file, self.path, self.change, self.along, self.given) =
      (file, path, change, along, given)
    consequence = .outputs(outputs)
  }

  init(
    _ file: String, _ path: String, _ change: Change, refused words: String,
    given: [ModelEdit] = []
  ) {
    (self.file, self.path, self.change, self.given) = (file, path, change, given)
    consequence = .refusal(words)
  }

  var testDescription: String { "\(file): \(path)" }

  /// The key itself, which is the last part of the path.
  var key: String { path.split(separator: ".").last.map(String.init) ?? "" }
  /// The path of the object that has the key.
  var objectPath: String { path.split(separator: ".").dropLast().joined(separator: ".") }

  /// The model before and after.
  func models() throws -> (before: ModelFiles, after: ModelFiles) {
    let before = try ModelFiles.rich.applying(given)
    let edit: ModelEdit
    switch change {
    case .set(let text): edit = .set(file, path, text)
    case .remove: edit = .remove(file, path)
    case .rename(let other):
      guard case .string(let name) = try before.tree(file)[path] else {
        throw TrialError.notAName(testDescription)
      }
      edit = .rename(name, to: other)
    }
    return (before, try before.applying([edit] + along))
  }

  private enum TrialError: Error { case notAName(String) }
}
