import SegmentModel

/// What a report reads of `summary.json`.
struct ReportSummary: Decodable, Sendable {
  struct Place: Decodable, Sendable {
    let id: String
    let name: String
  }
  struct Draws: Decodable, Sendable {
    let made: Int
    let missingTargets: Int?
    let missedTargets: [String: Int]?
    let mended: Int?
  }
  struct Scenario: Decodable, Sendable {
    let id: String
    /// What its file says of it; nil where it says nothing or an older version wrote the summary.
    let note: String?
    let stops: String?
    let until: String?
    /// The ambition of each intervention that is done in one.
    let ambitions: [String: String]
    /// People brought within reach of each of its interventions.
    let peopleFirstReached: [String: Double?]
    /// Its interventions that had ended when the period began; nil where an older version wrote it.
    let ranBefore: [String]?
    /// What each of its interventions offers; nil where an older version wrote it.
    let offers: [String: Offer]?
    let resources: [String: Resource]
    let byDiscountRate: [Valued]
  }
  /// Money and health at one discount rate, or one of each.
  struct Valued: Decodable, Sendable {
    let rate: DiscountRate

    private enum Key: String, CodingKey { case discountRatePerYear }
    private struct Both: Decodable { let costs, health: Double }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      if let both = try? values.decode(Both.self, forKey: .discountRatePerYear) {
        rate = DiscountRate(costs: both.costs, health: both.health)
      } else {
        rate = DiscountRate(try values.decode(Double.self, forKey: .discountRatePerYear))
      }
    }
  }
  /// Up to which share of those it is for an intervention reaches, how many places a year it has, and when.
  struct Offer: Decodable, Sendable {
    let share: Double
    let placesPerYear: Double?
    /// The month in which it starts; nil where an older version wrote it.
    let starts: String?
    /// The first month without it; nil where it does not end.
    let ends: String?

    /// Whether it is no smaller than another, and begins no later and ends no sooner.
    func covers(_ other: Offer) -> Bool {
      share >= other.share && (placesPerYear ?? .infinity) >= (other.placesPerYear ?? .infinity)
        && (starts ?? "") <= (other.starts ?? "")
        && (ends ?? Self.never) >= (other.ends ?? Self.never)
    }

    /// No month is later; written alike, months are in the order of their texts.
    private static let never = "9999-12"
  }
  struct Resource: Decodable, Sendable {
    /// Whether any amount of it has a range.
    let amountsVary: Bool
  }
  /// The ids of what goes by deprivation.
  struct ByDeprivation: Decodable, Sendable {
    let happenings: [String]
    let pathways: [String]
    let interventions: [String]
  }
  /// Whose spend is ranked, and the ids of the services that it is on.
  struct SpendSegments: Decodable, Sendable {
    let ages: String
    let services: [String]
  }
  /// What a QALY is taken to be worth, and the id of the source that says so.
  struct Price: Decodable, Sendable {
    let poundsPerQALY: Double
    let source: String
  }
  struct World: Decodable, Sendable {
    let choices: [String: String]
    let byDeprivation: ByDeprivation
    let draws: Draws
    let scenarios: [Scenario]
  }

  let place: Place
  let from: String
  let years: Int
  /// The first month of the run; nil where an older version wrote it.
  let simulatedFrom: String?
  /// The segments of those who have left the place; nil where an older version wrote it.
  let leavingSegments: [String]?
  let priceYear: String
  let replicatesOfEachDraw: Int
  let seed: UInt64
  let intervalLevel: Double
  let baseline: String
  /// Nil where an older version wrote it.
  let willingnessToPay: [Price]?
  let spendSegments: SpendSegments?
  let worlds: [World]

  /// The last month of the period, in words.
  var lastMonth: String {
    guard let month = CalendarMonth(from) else { return "the period" }
    return Phrase.month(CalendarMonth(ordinal: month.ordinal + 12 * years - 1).description)
  }
}
