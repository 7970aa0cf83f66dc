/// What a run drew, and what came of its draws besides their results.
public struct DrawLog: Sendable {
  /// The uncertain numbers.
  public let parameters: [Parameter]
  /// The draws made, each with the values of the uncertain numbers.
  public private(set) var draws: [(draw: Int, values: [Double])] = []
  /// By id of a target: how many draws could not meet it.
  public private(set) var unmet: [String: Int] = [:]
  /// By what was impossible, such as shares of more than 1: in how many draws it was, so that the
  /// numbers of the files were taken.
  public private(set) var impossible: [String: Int] = [:]
  /// How many draws could not meet some target.
  public private(set) var drawsMissing = 0
  /// How many draws had something impossible.
  public private(set) var drawsMended = 0
  /// What ended the run, if it was to go on until it knew enough.
  public let rule: StoppingRule?

  /// A log without draws.
  public init(parameters: [Parameter], rule: StoppingRule?) {
    self.parameters = parameters
    self.rule = rule
  }

  /// Adds a draw.
  public mutating func add(_ result: DrawResult) {
    draws.append((result.draw, result.parameters))
    for id in result.unmet { unmet[id, default: 0] += 1 }
    for id in result.impossible { impossible[id, default: 0] += 1 }
    if !result.unmet.isEmpty { drawsMissing += 1 }
    if !result.impossible.isEmpty { drawsMended += 1 }
  }
}
