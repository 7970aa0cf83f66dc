import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentReport

/// What an attribution is asked for.
struct AttributeOptions {
  let world: OneWorld
  var seed: UInt64 = 1
  /// The draws, from 1; 0 stands for the central values.
  var draws = Array(1...AddedTable.usualDraws)
  var replicates = AddedTable.usualReplicates
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount
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
    step = try RunOptions.step(arguments)
    seed = try RunOptions.number(arguments, .seed, 0...UInt64.max) ?? seed
    threads = try RunOptions.number(arguments, .threads, 1...1024) ?? threads
    replicates = try RunOptions.number(arguments, .replicatesOfDraw, 1...1_000_000) ?? replicates
    level = try RunOptions.level(arguments) ?? level
    if let count = try RunOptions.number(arguments, .drawsToAttribute, 0...1_000_000) {
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
