import SegmentAnalysis
import SegmentModel
import SegmentReport

/// What an attribution is asked for.
struct AttributeOptions {
  let world: OneWorld
  var seed: UInt64
  /// The draws, from 1; 0 stands for the central values.
  var draws = Array(1...AddedTable.usualDraws)
  var replicates = AddedTable.usualReplicates
  var threads: Int
  var step: StepLength?
  var method = AttributionMethod.orders
  /// Whether each intervention alone and last in are run too.
  var asksAlone: Bool
  /// The probability of intervals, between 0 and 1.
  var level = 0.8
  let destination: Destination
  var isQuiet: Bool

  /// Reads the options of the verb.
  init(_ arguments: Arguments) throws(UsageError) {
    world = try OneWorld(arguments, verb: .attribute)
    asksAlone = arguments.has(.alone)
    destination = try Destination(arguments, output: .attributionOutput)
    isQuiet = arguments.has(.quiet)
    step = try arguments.step()
    seed = try arguments.seed()
    threads = try arguments.threads()
    replicates = try arguments.number(.replicatesOfDraw, 1...1_000_000) ?? replicates
    level = try arguments.level() ?? level
    if let count = try arguments.number(.drawsToAttribute, 0...1_000_000) {
      draws = count == 0 ? [0] : Array(1...count)
    }
    if let text = arguments.text(.attribution) {
      guard let known = AttributionMethod(rawValue: text) else {
        throw UsageError("'--attribution' must be orders or exact, not '\(text)'")
      }
      method = known
    }
  }
}
