import SegmentModel

/// What a calibration found.
public struct Calibration: Sendable {
  /// Every calibration target that something in force is solved for, with what the solved numbers
  /// give.
  public let fits: [TargetFit]
  /// Ids of targets whose numbers cannot become any larger.
  public let limited: Set<String>
  /// Calibration targets that nothing in force is solved for.
  public let unsolved: [Target]
  /// How often the place was simulated.
  public let simulations: Int
  /// How many numbers are solved, and how many starts are settled.
  public let counts: (numbers: Int, starts: Int)
  /// The changed files, by path.
  public let files: [String: [UInt8]]
}
