import SegmentModel

/// What about a resident a value can depend on.
struct Traits: OptionSet {
  let rawValue: Int
  static let age = Traits(rawValue: 1)
  static let sex = Traits(rawValue: 2)
  static let area = Traits(rawValue: 4)
  static let deprivation = Traits(rawValue: 8)

  /// A stratum's attributes, as far as they are among these, else the first.
  func kind(of stratum: Attributes) -> Attributes {
    Attributes(
      age: 0, sex: contains(.sex) ? stratum.sex : 0, area: contains(.area) ? stratum.area : 0,
      deprivation: contains(.deprivation) ? stratum.deprivation : 0)
  }
}

extension ValueTree {
  /// What the value can depend on, segments aside.
  var traits: Traits {
    func union(_ trees: [ValueTree]) -> Traits {
      trees.reduce(into: []) { $0.formUnion($1.traits) }
    }
    switch self {
    case .constant: return []
    case .byAge(let bands): return union(bands.map(\.1)).union(.age)
    case .atAge: return .age
    case .bySex(let branches): return union(branches).union(.sex)
    case .byArea(let branches): return union(branches).union(.area)
    case .byDeprivation(let branches): return union(branches).union(.deprivation)
    case .bySegment(_, let branches), .product(let branches): return union(branches)
    }
  }
}
