import SegmentModel
import SegmentSimulation

/// How a run was made: everything that its results depend on.
public struct RunRecord: Sendable {
  /// The version of the tool.
  public var toolVersion: String
  /// The command line, program name first.
  public var commandLine: [String]
  /// The seed of all luck.
  public var seed: UInt64
  /// The draws that were asked for, the most of them where the run went on until it knew enough; 0
  /// for the central values alone.
  public var draws: Int
  /// The error of the headline difference to go on until, as a part of it, if that was asked for.
  public var untilError: Double?
  /// The replicates of each draw, from 0.
  public var replicates: [Int]
  /// The length of a step.
  public var step: StepLength
  /// The probability that intervals are given for, between 0 and 1.
  public var level: Double
  /// The option of each choice that the model was read under.
  public var choices: World
  /// Whether single residents were followed.
  public var isPerPerson: Bool
  /// The ids of the scenarios, baseline first.
  public var scenarios: [String]
  /// The files that were read, in the order of reading.
  public var files: [InputFile]
  /// Every number about the world that was read.
  public var inputs: [InputNumber]

  /// How many residents the place was scaled to; nil for its own.
  public var residents: Int?
  /// Segments out of which a second move within a step is likely, nil where nobody looked; they follow
  /// from the files, so they are no part of the digest.
  public var secondMoves: [SecondMove]?
  /// Who ran it and who assured it, if they are named; they are no part of the digest.
  public var assurance = Assurance()

  /// The version of the layout of result files.
  public static let formatVersion = 6

  /// Creates a record.
  public init(
    toolVersion: String, commandLine: [String], seed: UInt64, draws: Int = 0,
    untilError: Double? = nil, replicates: [Int],
    step: StepLength, level: Double, choices: World = World(), isPerPerson: Bool = false,
    scenarios: [String],
    files: [InputFile], inputs: [InputNumber]
  ) {
    self.toolVersion = toolVersion
    self.commandLine = commandLine
    self.seed = seed
    self.draws = draws
    self.untilError = untilError
    self.replicates = replicates
    self.step = step
    self.level = level
    self.choices = choices
    self.isPerPerson = isPerPerson
    self.scenarios = scenarios
    self.files = files
    self.inputs = inputs
  }

  /// A digest of what the results depend on: 64 hexadecimal digits, the same for the same run
  /// wherever its files are kept.
  public var digest: String {
    let numbers =
      [
        toolVersion, "\(Self.formatVersion)", "\(seed)", "\(draws)",
        untilError.map(NumberText.shortest) ?? "",
        replicates.map { "\($0)" }.joined(separator: ","), step.rawValue,
        NumberText.shortest(level), choices.label, scenarios.joined(separator: ","),
      ] + (isPerPerson ? ["per person"] : []) + (residents.map { ["residents \($0)"] } ?? [])
    return SHA256.hexDigest(
      (numbers + files.map { SHA256.hexDigest($0.bytes) }).joined(separator: "\n"))
  }

  /// The digest of a run of several worlds.
  public static func digest(_ records: [RunRecord]) -> String {
    guard records.count > 1 else { return records[0].digest }
    return SHA256.hexDigest(records.map(\.digest).joined(separator: "\n"))
  }
}
