import SegmentModel

extension ParameterList {
  /// The values with one parameter at a quantile of its distribution and all else central.
  ///
  /// A share of a split takes that of its own distribution, a beta.
  func values(_ parameter: Int, atQuantile p: Double) -> [Double] {
    if let luck = lucks[parameter] {
      return values(parameter, at: luck.distribution.quantile(p))
    }
    guard let split = splits.first(where: { $0.members.contains(parameter) })?.luck else {
      return central
    }
    let share = parameters[parameter].value / split.total
    guard share > 0, share < 1 else { return central }
    let beta = Distribution(
      .beta(alpha: split.sampleSize * share, beta: split.sampleSize * (1 - share)))
    return values(parameter, at: split.total * beta.quantile(p))
  }

  /// The values with some parameters that draws move as one at a quantile of what they share, and all
  /// else central.
  func values(_ members: [Int], asOneAtQuantile p: Double) -> [Double] {
    var values = central
    for member in members {
      if let luck = lucks[member] { values[member] = luck.value(atQuantileOfGroup: p) }
    }
    return values
  }

  /// The values with one parameter at a value and all else central; where it is a share of a split,
  /// the others keep their ratios and leave it room.
  func values(_ parameter: Int, at value: Double) -> [Double] {
    var values = central
    if let split = splits.first(where: { $0.members.contains(parameter) }) {
      let others = split.luck.total - values[parameter]
      for member in split.members where member >= 0 && others > 0 {
        values[member] *= (split.luck.total - value) / others
      }
    }
    values[parameter] = value
    return values
  }
}
