/// What a reader calls the numbers of a run that can be drawn or set.
///
/// Names come from the files; ids, such as `thurrock/pathways/copd.json:moves[1].ratePerYear`, are what
/// tables and the command line go by.
public struct NumberNames: Sendable {
  /// The uncertain numbers by the ids that the draws have, in file order; targets last.
  public private(set) var uncertain: [(id: String, name: String)] = []
  private var names: [String: String] = [:]

  /// The names of the numbers that a run read, and of the targets that a place is calibrated to.
  public init(_ inputs: [InputNumber], model: Model) {
    for input in inputs {
      let isUncertain = input.distribution != nil
      let isSplit = input.distribution == DistributionName.dirichlet.rawValue
      let shares =
        isSplit && input.name != input.quantityName
        ? input.positions.map { "\(input.quantity)#\($0 + 1)" } : []
      let file = NumberID.file(of: input.quantity)
      if names.updateValue(input.quantityName, forKey: input.quantity) == nil, isUncertain {
        uncertain.append((input.quantity, input.quantityName))
      }
      for id in shares {
        names[id] = input.name
        uncertain.append((id, input.name))
      }
      names["\(file):\(input.path)"] = input.name
    }
    var targets = DistinctNames()
    for target in model.targets where target.use == .calibration {
      targets.add("\(model.id):targets.\(target.id)", "Target: \(target.name)")
    }
    let named = zip(targets.ids, targets.distinct).sorted { $0.0 < $1.0 }
    names.merge(named) { _, target in target }
    uncertain += named
  }

  /// The name of a number, or its id where it has none.
  public subscript(id: String) -> String { names[id] ?? id }
}
