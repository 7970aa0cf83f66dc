/// What is wrong with a results folder that a report is to be made from.
public struct ReportError: Error, Hashable, CustomStringConvertible {
  /// The file, and what is wrong with it.
  public let description: String

  /// Something is wrong with a file of the folder.
  init(_ file: String, _ mistake: String) { description = "\(file): \(mistake)" }
}
