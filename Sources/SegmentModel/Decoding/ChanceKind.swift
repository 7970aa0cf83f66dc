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
