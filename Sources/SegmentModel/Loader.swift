/// A number of the input files, for the list of inputs that a run writes.
public struct InputNumber: Hashable, Sendable {
  /// The file it stands in, as given or as named by another file.
  public var file: String
  /// The path inside the JSON, for example `moves[1].ratePerYear.byAge.45-64`.
  public var path: String
  /// Its value.
  public var value: Double
  /// The 95% range: as printed in the source, or that of the distribution.
  public var range95: ClosedRange<Double>?
  /// The name of its distribution, as written in the file.
  public var distribution: String?
  /// The numbers that it moves with; nil when it moves by itself.
  public var correlation: Correlation?
  /// Why it is not known for certain.
  public var tag = ParameterTag.evidence
  /// Where it came from.
  public var evidence: Evidence
  /// The quantity that it stands in, as ``Quantity/id`` names it.
  public var quantity = ""
  /// Where it stands among the numbers of the quantity (``ValueTree/leaves``): several times when it
  /// stands for all others of a table.
  public var positions = [0]
}

/// A file that was read.
public struct InputFile: Hashable, Sendable {
  /// The path it was read from.
  public var path: String
  /// Its bytes.
  public var bytes: [UInt8]
}

/// A model with the scenarios to compare, as read from files under one option of each choice.
public struct LoadedRun: Sendable {
  /// The option of each choice that the numbers were read under.
  public var choices: World
  /// The place.
  public var model: Model
  /// What the scenarios are compared with.
  public var baseline: Scenario
  /// The scenarios, in the order given; empty when only a place was given.
  public var scenarios: [Scenario]
  /// Whether the baseline was also given as a scenario, which leaves it out of them.
  public var comparesBaseline = false
  /// Every number about the world that was read, in file order.
  public var inputs: [InputNumber]
  /// Every file that was read, each once, in the order of reading.
  public var files: [InputFile]
}

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
  public static func check(_ path: String) throws -> Bool {
    let decoder = ModelDecoder()
    let kind = decoder.check(path)
    if !decoder.log.isEmpty { throw InputErrors(errors: decoder.log.errors) }
    return kind == .place || kind == .scenario
  }
}
