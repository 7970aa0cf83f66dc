/// A file that was read, whether or not it makes sense.
final class SourceFile {
  /// The path that it was read from, as messages show it.
  let path: String
  /// The same for the same file, however it was named.
  let identity: String
  /// Its place in the order of reading.
  let order: Int
  /// Its bytes and lines.
  let text: SourceText
  /// What it holds; nil when its syntax is broken.
  let root: JSONValue?
  /// What a reader calls what it holds.
  private(set) lazy var readerNames = ReaderNames(self)

  init(path: String, identity: String, order: Int, text: SourceText, root: JSONValue?) {
    self.path = path
    self.identity = identity
    self.order = order
    self.text = text
    self.root = root
  }
}
