import SegmentModel

/// What a trace is asked for.
struct TraceOptions {
  let world: OneWorld
  /// The resident; nil to list some whose paths differ.
  var resident: Int?
  var seed: UInt64
  var draw = 0
  var replicate = 0
  var step: StepLength?

  /// Reads the options of the verb.
  init(_ arguments: Arguments) throws(UsageError) {
    world = try OneWorld(arguments, verb: .trace)
    resident = try arguments.number(.resident, 0...Int(Int32.max) - 1)
    seed = try arguments.seed()
    draw = try arguments.number(.draw, 0...Int(Int32.max) - 1) ?? draw
    replicate =
      try arguments.number(.tracedReplicate, 0...Int(Int32.max) - 1) ?? replicate
    step = try arguments.step()
  }
}
