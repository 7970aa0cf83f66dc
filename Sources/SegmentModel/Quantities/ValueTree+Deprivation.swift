extension ValueTree {
  /// Whether residents who differ in nothing but their group of deprivation may have different values.
  public var differsByDeprivation: Bool {
    switch self {
    case .constant, .atAge: false
    case .byAge(let bands): bands.contains { $0.1.differsByDeprivation }
    case .bySex(let branches), .byArea(let branches), .bySegment(_, let branches),
      .product(let branches):
      branches.contains(where: \.differsByDeprivation)
    case .byDeprivation(let branches): branches.contains { $0 != branches[0] }
    }
  }
}

extension Event {
  /// Whether how often it happens, to whom, or with what consequence goes by deprivation.
  public var differsByDeprivation: Bool {
    eligible.deprivation != nil || quantities.contains(where: \.values.differsByDeprivation)
  }
}

extension Pathway {
  /// Whether who starts in which of its segments, or what these cost or take, goes by deprivation.
  public var segmentsDifferByDeprivation: Bool {
    var still = self
    still.moves = []
    return still.quantities.contains(where: \.values.differsByDeprivation)
  }
}

extension Intervention {
  /// Whether whom it reaches, what it does or what it costs goes by deprivation.
  public var differsByDeprivation: Bool {
    eligible.deprivation != nil || quantities.contains(where: \.values.differsByDeprivation)
  }
}
