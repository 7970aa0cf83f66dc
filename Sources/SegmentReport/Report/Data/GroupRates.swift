/// How the headline outcome falls on areas, deprivation or other groups.
struct GroupRates {
  /// A group of residents.
  struct Group {
    let id: String
    let name: String
    /// Person-years lived in the baseline, a year's residents being the mean of its start and end.
    let personYears: Double
    /// Outcomes of the baseline and of the scenario for each 1,000 person-years of their own.
    let before: Double
    let after: Double
    /// Avoided in the whole period.
    let avoided: Found
    /// The same in each sample; nothing where only its mean and range are kept.
    var samples: [Double] = []
    /// Pounds of the programmes for the group; nil where the folder does not tell them.
    let programme: Double?

    /// Avoided for each 1,000 person-years.
    var rate: Found { avoided.times(personYears > 0 ? 1_000 / personYears : 0) }
    /// Avoided for each £10,000 of programme.
    var perTenThousandPounds: Found? {
      programme.flatMap { $0 > 0 ? avoided.times(10_000 / $0) : nil }
    }
  }

  let groups: [Group]
  /// What the samples of a number say of it.
  private let summarise: (([Double]) -> Found)?

  /// Groups in the order most to least deprived, or any other.
  init(groups: [Group], summarise: (([Double]) -> Found)? = nil) {
    (self.groups, self.summarise) = (groups, summarise)
  }

  /// The groups of a kind (`area`, `deprivation`, `ageBand`, `sex`) under a scenario.
  init(_ world: ReportWorld, kind: String, scenario: String) {
    guard let headline = world.headline else {
      self.init(groups: [])
      return
    }
    let rows = world.rows(
      "outcomes.csv",
      ["outcome": headline, "cause": "all", "year": "all", "group_kind": kind])
    let before = rows.filter { $0["scenario"] == world.baseline }
    let after = rows.filter { $0["scenario"] == scenario }
    let costs = Self.programme(world, kind: kind, scenario: scenario)
    let lived = [world.baseline, scenario].map {
      Self.personYears(world, kind: kind, scenario: $0)
    }
    let groups = zip(before, after).map { before, after in
      let id = before["group"]
      let years = lived.map { $0[id] ?? 0 }
      func rate(_ row: ReportTable.Row, _ years: Double) -> Double {
        years > 0 ? (row.number("mean_events") ?? 0) / years * 1_000 : 0
      }
      return Group(
        id: id, name: kind == "area" ? world.names.of("area", id) : id, personYears: years[0],
        before: rate(before, years[0]), after: rate(after, years[1]),
        avoided: world.avoided(after, "events"),
        samples: world.avoidedValues("\(headline):\(kind):\(id)", scenario) ?? [],
        programme: costs[id])
    }
    self.init(groups: groups, summarise: world.found)
  }

  /// Person-years lived by group.
  private static func personYears(
    _ world: ReportWorld, kind: String, scenario: String
  ) -> [String: Double] {
    let living = world.rows(
      "segments.csv",
      ["scenario": scenario, "pathway": "all", "segment": "living", "group_kind": kind])
    return Dictionary(grouping: living) { $0["group"] }.mapValues { rows in
      let people = rows.compactMap { $0.number("mean_people") }
      guard people.count > 1 else { return people.first ?? 0 }
      return people.reduce(0, +) - (people[0] + people[people.count - 1]) / 2
    }
  }

  /// Pounds of the programmes by group.
  private static func programme(
    _ world: ReportWorld, kind: String, scenario: String
  ) -> [String: Double] {
    let rows = world.rows(
      "costs-by-group.csv",
      [
        "scenario": scenario, "year": "all", "payer": "all", "category": "programme",
        "group_kind": kind,
      ])
    return Dictionary(
      rows.map { ($0["group"], -(world.avoided($0, "pounds").mean)) },
      uniquingKeysWith: { first, _ in first })
  }

  // MARK: - Slope index

  /// The slope index of inequality of what is avoided: by how much more, per 1,000 person-years, the
  /// most deprived end gains than the least deprived; positive where the most deprived gain more.
  ///
  /// Groups stand in the order most to least deprived. Each is placed at the middle of its share of
  /// residents, counted from the least deprived, and a line is fitted by least squares weighted by
  /// residents.
  ///
  /// The range is that of the same sum over the samples, at the mean person-years of the groups.
  ///
  /// The fit is the share of the differences between groups that the line explains; nil where there are
  /// none, or no more groups than a line always meets.
  var slope: (index: Found, fit: Double?)? {
    let ordered = Array(groups.reversed())
    let whole = ordered.map(\.personYears).reduce(0, +)
    guard ordered.count > 1, ordered.allSatisfy({ $0.personYears > 0 }) else { return nil }
    var below = 0.0
    let points = ordered.map { group -> (x: Double, y: Double, weight: Double) in
      let weight = group.personYears / whole
      defer { below += weight }
      return (below + weight / 2, group.rate.mean, weight)
    }
    let x = points.reduce(0) { $0 + $1.weight * $1.x }
    let y = points.reduce(0) { $0 + $1.weight * $1.y }
    let across = points.reduce(0) { $0 + $1.weight * ($1.x - x) * ($1.x - x) }
    let both = points.reduce(0) { $0 + $1.weight * ($1.x - x) * ($1.y - y) }
    let up = points.reduce(0) { $0 + $1.weight * ($1.y - y) * ($1.y - y) }
    guard across > 0 else { return nil }
    // The index is a weighted sum of what is avoided in each group.
    let factors = zip(ordered, points).map { group, point in
      point.weight * (point.x - x) / across * 1_000 / group.personYears
    }
    let fit = up > 0 && points.count > 2 ? both * both / (across * up) : nil
    return (found(factors, ordered.map(\.samples)) ?? Found(both / across), fit)
  }

  // MARK: - Gap

  /// How far apart two groups are, and how much more one of them gains.
  struct Gap {
    /// Outcomes per 1,000 person-years, first less last group, in the baseline and in the scenario.
    let before: Double
    let after: Double
    /// How many more per 1,000 person-years are avoided in the first group than in the last.
    let gain: Found

    /// A gain with the word for its sign.
    static func signed(_ value: Double) -> String {
      "\(Phrase.decimal(value.magnitude)) \(value < 0 ? "less" : "more")"
    }

    /// The gain in words.
    var text: String {
      let range = gain.range.map {
        " (\(Self.signed($0.lowerBound)) to \(Self.signed($0.upperBound)))"
      }
      switch gain.verdict {
      case .nothing: return "the same"
      case .cannotTell: return Phrase.cannotTell + (range ?? "")
      default: return Self.signed(gain.mean) + (range ?? "")
      }
    }
  }

  /// The gap between the first and the last group; nil unless there are two.
  var gap: Gap? {
    guard let most = groups.first, let least = groups.last, groups.count > 1,
      most.personYears > 0, least.personYears > 0
    else { return nil }
    let factors = [1_000 / most.personYears, -1_000 / least.personYears]
    let mean = factors[0] * most.avoided.mean + factors[1] * least.avoided.mean
    return Gap(
      before: most.before - least.before, after: most.after - least.after,
      gain: found(factors, [most.samples, least.samples]) ?? Found(mean))
  }

  private func found(_ factors: [Double], _ samples: [[Double]]) -> Found? {
    guard let count = samples.first?.count, count > 0, let summarise,
      samples.allSatisfy({ $0.count == count })
    else { return nil }
    return summarise(
      (0..<count).map { sample in
        zip(factors, samples).reduce(0) { $0 + $1.0 * $1.1[sample] }
      })
  }
}
