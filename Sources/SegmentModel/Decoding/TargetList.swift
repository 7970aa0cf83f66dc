/// How the chance of a happening is given.
enum ChanceKind: Hashable {
  case rate
  case probability(StepLength)

  /// Every key that gives a chance.
  static let keys = [
    "ratePerYear", "probabilityPerMonth", "probabilityPerQuarter", "probabilityPerYear",
  ]

  init(key: String) {
    switch key {
    case "probabilityPerMonth": self = .probability(.month)
    case "probabilityPerQuarter": self = .probability(.quarter)
    case "probabilityPerYear": self = .probability(.year)
    default: self = .rate
    }
  }

  /// The key that gives it.
  var key: String {
    switch self {
    case .rate: "ratePerYear"
    case .probability(.month): "probabilityPerMonth"
    case .probability(.quarter): "probabilityPerQuarter"
    case .probability(.year): "probabilityPerYear"
    }
  }
}

/// What is known of a happening even when its numbers are wrong.
struct HappeningOutline {
  /// Its full id; nil when that is wrong.
  var id: String?
  /// How its chance is given; nil when that is wrong.
  var chance: ChanceKind?
  /// The ids of its triggers.
  var triggers: [String]
}

/// What effects of interventions can act on.
struct TargetList {
  /// The names, in the order of ``targets``.
  var list = NameList.open("move, event or trigger")
  /// What each name stands for.
  var targets: [EffectTarget] = []
  /// How the chance of each happening is given.
  var chances: [ChanceKind?] = []

  init() {}

  /// Lists happenings, in the order of ``Model/happenings``, and their triggers.
  init(_ outlines: [HappeningOutline], isOpen: Bool) {
    list.isOpen = isOpen || outlines.contains { $0.id == nil }
    for (index, outline) in outlines.enumerated() {
      chances.append(outline.chance)
      guard let id = outline.id else { continue }
      add(id, .happening(index))
      for (position, trigger) in outline.triggers.enumerated() {
        add("\(id)/\(trigger)", .trigger(happening: index, trigger: position))
      }
    }
  }

  private mutating func add(_ name: String, _ target: EffectTarget) {
    list.names.append(name)
    targets.append(target)
  }
}
