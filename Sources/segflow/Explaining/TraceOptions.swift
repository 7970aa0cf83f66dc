import SegmentModel

/// What a trace is asked for.
struct TraceOptions {
  let world: OneWorld
  /// The resident; nil to list some whose paths differ.
  var resident: Int?
  var seed: UInt64 = 1
  var draw = 0
  var replicate = 0
  var step: StepLength?

  /// Reads the options of the verb.
  init(_ arguments: Arguments) throws(UsageError) {
    world = try OneWorld(arguments, verb: .trace)
    resident = try RunOptions.number(arguments, .resident, 0...Int(Int32.max) - 1)
    seed = try RunOptions.number(arguments, .seed, 0...UInt64.max) ?? seed
    draw = try RunOptions.number(arguments, .draw, 0...Int(Int32.max) - 1) ?? draw
    replicate =
      try RunOptions.number(arguments, .tracedReplicate, 0...Int(Int32.max) - 1) ?? replicate
    step = try RunOptions.step(arguments)
  }
}
