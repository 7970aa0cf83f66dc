/// What putting shards together is asked for.
struct MergeOptions: Equatable {
  /// The folders of the shards.
  var folders: [String]
  var output: String?
  var isQuiet: Bool

  /// Reads the options of the verb.
  init(_ arguments: Arguments) throws(UsageError) {
    folders = arguments.files
    guard !folders.isEmpty else {
      throw UsageError(
        "'merge' needs the folders of shards", help: "usage: \(Verb.merge.usage)")
    }
    output = arguments.text(.output)
    isQuiet = arguments.has(.quiet)
  }
}
