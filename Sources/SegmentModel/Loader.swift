/// Reads places and scenarios from files.
public enum Loader {
  /// Reads scenario files of one place (or one place file) and everything they name.
  ///
  /// Gives one run for each world that the scenarios need, in the order met. `baseline` is a
  /// scenario file that replaces the place's own baseline. `choose` takes the place of the options
  /// that scenarios state; several options of one choice give a world for each combination. Throws
  /// ``InputErrors`` with every mistake in every file. Files whose paths (as ``InputFile/path``) are
  /// among `replaced` are taken to hold those bytes instead of what is on disk.
  public static func load(
    _ paths: [String], baseline: String? = nil,
    choose: [(choice: String, options: [String])] = [], replaced: [String: [UInt8]] = [:]
  ) throws -> [LoadedRun] {
    precondition(!paths.isEmpty, "a run needs at least one file")
    let decoder = ModelDecoder { path throws(Mistake) in
      if let bytes = replaced[path] { return bytes }
      return try FileStore.readDisk(path)
    }
    guard let runs = decoder.run(paths, baseline: baseline, choose: choose) else {
      throw InputErrors(errors: decoder.log.errors)
    }
    return runs
  }

  /// Reads a file of claims, or a place that names one, and everything the claims are checked in.
  ///
  /// `choose` takes the place of the options that the claims list. Throws ``InputErrors`` with every
  /// mistake in every file.
  public static func claims(
    _ path: String, choose: [(choice: String, options: [String])] = []
  ) throws -> LoadedClaims {
    let decoder = ModelDecoder()
    guard let claims = decoder.claims(path, choose: choose) else {
      throw InputErrors(errors: decoder.log.errors)
    }
    return claims
  }

  /// Checks a file of any kind, as far as it makes sense by itself.
  ///
  /// A place or a scenario is checked with everything it names, under every option of its choices
  /// on its own. In any other file, names that
  /// only its place defines are let pass. Throws ``InputErrors`` with every mistake; says whether
  /// the file is a place or a scenario, which can be run.
  @discardableResult
  public static func check(_ path: String) throws -> CheckedKind {
    let decoder = ModelDecoder()
    let kind = decoder.check(path)
    if !decoder.log.isEmpty { throw InputErrors(errors: decoder.log.errors) }
    return kind == .place ? .place : kind == .scenario ? .scenario : .part
  }
}
