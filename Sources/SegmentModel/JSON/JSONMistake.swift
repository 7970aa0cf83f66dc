/// A place in a file where it breaks the rules of JSON.
struct JSONMistake: Error {
  /// What is wrong.
  var mistake: Mistake
  /// Offset of the byte where it is wrong.
  var offset: Int
  /// Path of the value that was being read.
  var path: String
}
