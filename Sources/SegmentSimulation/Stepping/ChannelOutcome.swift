/// What befell a resident in a channel in a step.
struct ChannelOutcome: Equatable {
  var happening: Int32
  var times: Int32

  static let nothing = ChannelOutcome(happening: -1, times: 0)
}
