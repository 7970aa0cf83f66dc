import Synchronization

/// The outputs of models that many tests compare with, each run once.
enum KnownOutputs {
  private static let known = Mutex<[ModelFiles: RunOutputs]>([:])

  /// The outputs of a model.
  static func of(_ files: ModelFiles) throws -> RunOutputs {
    if let outputs = known.withLock({ $0[files] }) { return outputs }
    let outputs = try files.outputs()
    known.withLock { $0[files] = outputs }
    return outputs
  }
}
