/// The numbers of a quantity that are solved so that targets are met.
public struct SolvedNumbers: Hashable, Sendable {
  /// A number as it stands in its file.
  public struct Leaf: Hashable, Sendable {
    /// Where it stands.
    public var span: TextSpan
    /// Its value.
    public var value: Double

    /// Creates a number.
    public init(span: TextSpan, value: Double) {
      self.span = span
      self.value = value
    }
  }

  /// The targets that it is solved for: indices into ``Model/targets``.
  public var targets: [Int]
  /// Every number that stands in it, in file order.
  public var leaves: [Leaf]
  /// The quantity's tree with positions in ``leaves`` in place of numbers.
  public var positions: ValueTree
  /// The values that make sense.
  public var range: ClosedRange<Double>

  /// Creates the numbers of a quantity.
  public init(
    targets: [Int], leaves: [Leaf], positions: ValueTree, range: ClosedRange<Double>
  ) {
    self.targets = targets
    self.leaves = leaves
    self.positions = positions
    self.range = range
  }

  /// The leaves that apply only to residents of a margin, or (nil) all leaves that are in force.
  ///
  /// A knot at an exact age belongs to the year of age that starts there.
  public func leaves(within margin: Margin?) -> Set<Int> {
    var inside: Set<Int> = []
    var outside: Set<Int> = []
    Self.visit(positions, isInside: margin == nil, margin) { leaf, isInside in
      if isInside { inside.insert(leaf) } else { outside.insert(leaf) }
    }
    return inside.subtracting(outside)
  }

  private static func visit(
    _ tree: ValueTree, isInside: Bool, _ margin: Margin?, _ found: (Int, Bool) -> Void
  ) {
    func branches(_ branches: [ValueTree], _ isChosen: (Int) -> Bool) {
      for (index, branch) in branches.enumerated() {
        visit(branch, isInside: isInside || isChosen(index), margin, found)
      }
    }
    switch tree {
    case .constant(let leaf): found(Int(leaf), isInside)
    case .byAge(let bands):
      for (ages, band) in bands {
        var isChosen = false
        if case .ages(let chosen) = margin {
          isChosen = chosen.contains(ages.lower) && chosen.contains(ages.upper)
        }
        visit(band, isInside: isInside || isChosen, margin, found)
      }
    case .atAge(let knots):
      for knot in knots {
        var isChosen = false
        if case .ages(let chosen) = margin { isChosen = chosen.contains(Int(knot.age)) }
        found(Int(knot.value), isInside || isChosen)
      }
    case .bySex(let list): branches(list) { margin == .sex($0) }
    case .byArea(let list): branches(list) { margin == .area($0) }
    case .byDeprivation(let list): branches(list) { margin == .deprivation($0) }
    case .bySegment(_, let list), .product(let list): branches(list) { _ in false }
    }
  }
}
