/// What a reader calls the numbers of a run that can be drawn or set.
///
/// Names come from the files; ids, such as `thurrock/pathways/copd.json:moves[1].ratePerYear`, are what
/// tables and the command line go by.
public struct NumberNames: Sendable {
  /// The uncertain numbers by the ids that the draws have, in file order; targets last.
  public private(set) var uncertain: [(id: String, name: String)] = []
  private var names: [String: String] = [:]
  /// By group: what its numbers are called that draws move as one.
  private var members: [String: [String]] = [:]

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
        if !isSplit, let correlation = input.correlation, abs(correlation.correlation) == 1 {
          members[correlation.group, default: []].append(input.quantityName)
        }
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

  /// The name of a number or a group, or its id where it has none.
  public subscript(id: String) -> String {
    guard names[id] == nil, let group = NumberID.nameOfGroup(id), let members = members[group]
    else { return names[id] ?? id }
    return Self.group(group, of: members)
  }

  /// The name of a group of numbers that draws move as one: its own in words, with what its numbers are
  /// all about.
  ///
  /// Such as "Vital status: stroke mortality", and "Stretched QOF price" for `stretched-qof-price`
  /// where all numbers are about "Stretched QOF".
  public static func group(_ group: String, of members: [String]) -> String {
    let words = KeyWords.words(group)
    let subjects = Set(
      members.map { name in name.firstRange(of: ": ").map { name[..<$0.lowerBound] } })
    guard subjects.count == 1, let subject = subjects.first ?? nil else { return words }
    let start = subject.lowercased()
    if words == start { return String(subject) }
    return words.hasPrefix(start + " ")
      ? String(subject + words.dropFirst(start.count)) : "\(subject): \(words)"
  }
}
