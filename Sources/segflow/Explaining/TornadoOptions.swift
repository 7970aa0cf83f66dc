/// What a tornado is asked for.
struct TornadoOptions {
  var settings: SettingOptions
  var quantiles = (low: 0.1, high: 0.9)
  /// What the ids of the numbers contain.
  var only: String?
  /// A folder of a run with draws.
  var drawsFrom: String?
  let destination: Destination

  /// Reads the options of the verb.
  init(_ arguments: Arguments) throws(UsageError) {
    _ = try arguments.onlyFile(of: .tornado)
    settings = try SettingOptions(arguments, verb: .tornado)
    only = arguments.text(.only)
    drawsFrom = arguments.text(.drawsFrom)
    destination = try Destination(arguments, output: .tornadoOutput)
    if let text = arguments.text(.quantiles) {
      let parts = text.split(separator: ",").map { Double($0) ?? .nan }
      guard parts.count == 2, parts.allSatisfy({ $0 > 0 && $0 < 100 }), parts[0] < parts[1] else {
        throw UsageError(
          "'--quantiles' must be two percentages above 0 and below 100, the lower first, not "
            + "'\(text)'",
          help: "write '--quantiles 10,90'")
      }
      quantiles = (parts[0] / 100, parts[1] / 100)
    }
  }
}
