import Foundation

/// Why results cannot be written.
public struct ResultsFolderError: Error, CustomStringConvertible, Sendable {
  /// What is wrong, and what to do about it.
  public var description: String

  /// Creates an error.
  public init(_ description: String) { self.description = description }

  /// Why a file operation failed, without the system's own wording of it.
  public static func reason(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileWriteNoPermission?, .fileReadNoPermission?: "no permission"
    case .fileWriteOutOfSpace?: "the disk is full"
    case .fileWriteVolumeReadOnly?: "the disk is read-only"
    case .fileNoSuchFile?, .fileReadNoSuchFile?: "no such folder"
    case .fileWriteFileExists?: "a file of that name is in the way"
    default: "the system refused (is a part of the path a file?)"
    }
  }
}
