/// A number, or a table of numbers by who a resident is.
///
/// In JSON a plain number, or an object with one of the keys `byAge` (bands), `atAge` (values at
/// exact ages, joined by straight lines), `bySex`, `byArea`, `byDeprivation`, `bySegment`; tables
/// nest. A whole quantity may be a `product` of others.
public indirect enum ValueTree: Hashable, Sendable {
  case constant(Double)
  /// Bands that cover every age from 0 to ``AgeRange/oldest`` without overlap, youngest first.
  case byAge([(AgeRange, ValueTree)])
  /// Values at exact ages, youngest first; constant before the first and after the last.
  case atAge([(age: Double, value: Double)])
  /// One branch for each of the population's sexes, in their order.
  case bySex([ValueTree])
  /// One branch for each of the population's areas, in their order.
  case byArea([ValueTree])
  /// One branch for each of the population's deprivation groups, in their order.
  case byDeprivation([ValueTree])
  /// One branch for each segment of an earlier pathway, in their order.
  case bySegment(pathway: Int, [ValueTree])
  /// The product of factors, of which none is negative.
  case product([ValueTree])

  /// The value for a resident.
  ///
  /// `atAge` is read at the middle of the year of age. `segment` gives the resident's segment in
  /// a pathway, and is asked for only by `bySegment`.
  public func value(
    for who: Attributes, segment: (_ pathway: Int) -> Int = { _ in 0 }
  ) -> Double {
    switch self {
    case .constant(let value): return value
    case .byAge(let bands):
      let band = bands.first { $0.0.contains(min(who.age, AgeRange.oldest)) } ?? bands[0]
      return band.1.value(for: who, segment: segment)
    case .atAge(let knots):
      let age = Double(who.age) + 0.5
      let next = knots.firstIndex { $0.age >= age } ?? knots.count
      return Self.interpolate(knots, upTo: next, at: age)
    case .bySex(let branches): return branches[who.sex].value(for: who, segment: segment)
    case .byArea(let branches): return branches[who.area].value(for: who, segment: segment)
    case .byDeprivation(let branches):
      return branches[who.deprivation].value(for: who, segment: segment)
    case .bySegment(let pathway, let branches):
      return branches[segment(pathway)].value(for: who, segment: segment)
    case .product(let factors):
      return factors.reduce(1) { $0 * $1.value(for: who, segment: segment) }
    }
  }

  /// The values at every age from 0 to ``AgeRange/oldest``, worked out at once, for a resident who is
  /// otherwise like `who`: [age].
  public func valuesByAge(
    for who: Attributes, segment: (_ pathway: Int) -> Int = { _ in 0 }
  ) -> [Double] {
    let ages = 0...AgeRange.oldest
    switch self {
    case .constant(let value): return ages.map { _ in value }
    case .byAge:
      var who = who
      return ages.map {
        who.age = $0
        return value(for: who, segment: segment)
      }
    case .atAge(let knots):
      var next = 0
      return ages.map {
        let age = Double($0) + 0.5
        while next < knots.count && knots[next].age < age { next += 1 }
        return Self.interpolate(knots, upTo: next, at: age)
      }
    case .bySex(let branches): return branches[who.sex].valuesByAge(for: who, segment: segment)
    case .byArea(let branches): return branches[who.area].valuesByAge(for: who, segment: segment)
    case .byDeprivation(let branches):
      return branches[who.deprivation].valuesByAge(for: who, segment: segment)
    case .bySegment(let pathway, let branches):
      return branches[segment(pathway)].valuesByAge(for: who, segment: segment)
    case .product(let factors):
      return factors.reduce(into: ages.map { _ in 1 }) { product, factor in
        let values = factor.valuesByAge(for: who, segment: segment)
        for age in ages { product[age] *= values[age] }
      }
    }
  }

  /// On the line to the knot `next`, which is the first at an age or later, from the one before.
  private static func interpolate(
    _ knots: [(age: Double, value: Double)], upTo next: Int, at age: Double
  ) -> Double {
    guard next < knots.count else { return knots[knots.count - 1].value }
    guard next > 0 else { return knots[0].value }
    let (a, b) = (knots[next - 1], knots[next])
    return a.value + (b.value - a.value) * ((age - a.age) / (b.age - a.age))
  }

  /// Every number in the tree, in file order.
  public var leaves: [Double] {
    switch self {
    case .constant(let value): [value]
    case .byAge(let bands): bands.flatMap { $0.1.leaves }
    case .atAge(let knots): knots.map(\.value)
    case .bySex(let branches), .byArea(let branches), .byDeprivation(let branches),
      .bySegment(_, let branches), .product(let branches):
      branches.flatMap(\.leaves)
    }
  }

  /// The tree with every number in it replaced, in file order.
  public func mapLeaves(_ replace: (Double) throws -> Double) rethrows -> ValueTree {
    switch self {
    case .constant(let value): .constant(try replace(value))
    case .byAge(let bands): .byAge(try bands.map { ($0.0, try $0.1.mapLeaves(replace)) })
    case .atAge(let knots): .atAge(try knots.map { ($0.age, try replace($0.value)) })
    case .bySex(let branches): .bySex(try branches.map { try $0.mapLeaves(replace) })
    case .byArea(let branches): .byArea(try branches.map { try $0.mapLeaves(replace) })
    case .byDeprivation(let branches):
      .byDeprivation(try branches.map { try $0.mapLeaves(replace) })
    case .bySegment(let pathway, let branches):
      .bySegment(pathway: pathway, try branches.map { try $0.mapLeaves(replace) })
    case .product(let factors): .product(try factors.map { try $0.mapLeaves(replace) })
    }
  }

  /// A value that nobody's exceeds.
  public var ceiling: Double {
    switch self {
    case .constant(let value): value
    case .byAge(let bands): bands.map(\.1.ceiling).max() ?? 0
    case .atAge(let knots): knots.map(\.value).max() ?? 0
    case .bySex(let branches), .byArea(let branches), .byDeprivation(let branches),
      .bySegment(_, let branches):
      branches.map(\.ceiling).max() ?? 0
    case .product(let factors): factors.reduce(1) { $0 * $1.ceiling }
    }
  }

  /// All age bands for which it says something.
  var ages: [AgeRange] {
    switch self {
    case .constant, .atAge: []
    case .byAge(let bands): bands.map(\.0) + bands.flatMap(\.1.ages)
    case .bySex(let branches), .byArea(let branches), .byDeprivation(let branches),
      .bySegment(_, let branches), .product(let branches):
      branches.flatMap(\.ages)
    }
  }

  /// The value, if the tree holds no table.
  var single: Double? {
    switch self {
    case .constant(let value): return value
    case .product(let factors):
      let values = factors.compactMap(\.single)
      return values.count == factors.count ? values.reduce(1, *) : nil
    default: return nil
    }
  }

  /// Whether two trees have the same shape and numbers.
  public static func == (a: ValueTree, b: ValueTree) -> Bool {
    switch (a, b) {
    case (.constant(let x), .constant(let y)): x == y
    case (.byAge(let x), .byAge(let y)):
      x.map(\.0) == y.map(\.0) && x.map(\.1) == y.map(\.1)
    case (.atAge(let x), .atAge(let y)):
      x.map(\.age) == y.map(\.age) && x.map(\.value) == y.map(\.value)
    case (.bySex(let x), .bySex(let y)), (.byArea(let x), .byArea(let y)),
      (.byDeprivation(let x), .byDeprivation(let y)), (.product(let x), .product(let y)):
      x == y
    case (.bySegment(let p, let x), .bySegment(let q, let y)): p == q && x == y
    default: false
    }
  }

  /// Hashes the numbers.
  public func hash(into hasher: inout Hasher) { hasher.combine(leaves) }
}
