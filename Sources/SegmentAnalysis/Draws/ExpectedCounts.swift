import SegmentModel
import SegmentSimulation

/// How often things are expected to happen in a year among residents as they start.
///
/// Rates are summed with all multipliers of segments; nobody moves, ages or is reached by an
/// intervention, and a probability counts as itself times its multipliers. The sum is kept as a
/// polynomial in the parameters and the unknown factors, so that a draw costs next to nothing.
struct ExpectedCounts {
  private let model: Model
  private let happenings: [Event]
  private let residents: StartingResidents
  private let parts: (Quantity) throws -> [QuantityPart]
  private let ages = AgeRange.oldest + 1
  /// By pathway, the residents who are not in its first segment.
  private let holders: [[Int]]

  /// Counts among some residents; `parts` takes quantities apart.
  init(
    _ model: Model, among residents: StartingResidents,
    parts: @escaping (Quantity) throws -> [QuantityPart]
  ) {
    self.model = model
    happenings = model.happenings
    self.residents = residents
    self.parts = parts
    holders = residents.segments.map { segments in segments.indices.filter { segments[$0] != 0 } }
  }

  /// The terms of what is counted in a year; nil when it does not count happenings.
  func terms(of count: Count) throws -> [ExpectedTerm]? {
    switch count.what {
    case .events(let targets):
      return try targets.flatMap { target in
        switch target {
        case .happening(let index): try terms(happenings[index], nil, count.margin)
        case .trigger(let index, let trigger):
          try terms(happenings[index], happenings[index].triggers[trigger], count.margin)
        }
      }
    case .outcome(let outcome, let causes):
      return try happenings.flatMap { event in
        let isCounted = event.outcome == outcome && causes?.contains(event.cause) ?? true
        return isCounted ? try terms(event, nil, count.margin) : []
      }
    case .deaths:
      return try happenings.flatMap { event in
        if let move = event.move, isDead(move.pathway, move.to) {
          return try terms(event, nil, count.margin)
        }
        return try event.triggers.filter { isDead($0.pathway, $0.to) }.flatMap {
          try terms(event, $0, count.margin)
        }
      }
    default: return nil
    }
  }

  private func isDead(_ pathway: Int, _ segment: Int) -> Bool {
    model.pathways[pathway].segments[segment].leaves == .died
  }

  /// Residents alike in everything that a chance depends on.
  private struct Group {
    /// The class of the segment held in each multiplier's pathway.
    var classes: [Int]
    /// How many there are, by stratum and age.
    var people: [(cell: Int, count: Int)]
  }

  private func terms(
    _ event: Event, _ trigger: Trigger?, _ margin: Margin?
  ) throws -> [ExpectedTerm] {
    let base = try parts(event.chance.quantity)
    var perYear = 1.0
    if case .probability(_, let period) = event.chance { perYear = 1 / period.years }
    let isOpen = open(to: event, margin, base.map(\.table))
    guard let held = segments(of: event, trigger), isOpen.contains(true) else { return [] }
    let multipliers = try event.multipliers.map { multiplier in
      // Class 0 has no ratio, and so has 1.
      [[QuantityPart(table: .constant(1))]]
        + (try multiplier.ratios.sorted { $0.key < $1.key }.map { try parts($0.value) })
    }
    let last = try trigger.map { try parts($0.probability) } ?? [QuantityPart(table: .constant(1))]
    var sums: [ExpectedTerm.Variables: Double] = [:]
    var order: [ExpectedTerm.Variables] = []
    for group in groups(of: event, isOpen: isOpen, held) {
      var product = base
      for (list, choice) in zip(multipliers, group.classes) where choice > 0 {
        product = product.flatMap { part in list[choice].map { part * $0 } }
      }
      for part in product.flatMap({ part in last.map { part * $0 } }) {
        if sums[part.variables] == nil { order.append(part.variables) }
        sums[part.variables, default: 0] += sum(part.table, over: group.people) * perYear
      }
    }
    return order.compactMap { variables in
      sums[variables].flatMap {
        $0 == 0 ? nil : ExpectedTerm(coefficient: $0, variables: variables)
      }
    }
  }

  private func sum(_ table: ValueTree, over people: [(cell: Int, count: Int)]) -> Double {
    people.reduce(0) { $0 + Double($1.count) * table.value(for: who($1.cell)) }
  }

  private func who(_ cell: Int) -> Attributes {
    var who = residents.strata[cell / ages]
    who.age = cell % ages
    return who
  }

  /// Whether something may happen to residents of a stratum and age, and is counted.
  private func open(to event: Event, _ margin: Margin?, _ tables: [ValueTree]) -> [Bool] {
    var eligible = event.eligible
    eligible.segments = [:]
    return (0..<residents.strata.count * ages).map { cell in
      let who = who(cell)
      guard eligible.admits(who, segment: { _ in 0 }) else { return false }
      let isCounted =
        switch margin {
        case nil: true
        case .area(let area): who.area == area
        case .deprivation(let group): who.deprivation == group
        case .sex(let sex): who.sex == sex
        case .ages(let ages): ages.contains(who.age)
        }
      return isCounted && tables.contains { $0.value(for: who) != 0 }
    }
  }

  /// The segments from which something can happen, as bits, by pathway; nil when it never can.
  private func segments(of event: Event, _ trigger: Trigger?) -> [(pathway: Int, mask: UInt64)]? {
    var held = event.eligible.segments
    if let move = event.move {
      held[move.pathway] = held[move.pathway].map { $0.intersection(move.from) } ?? move.from
    }
    if let trigger {
      if let move = event.move, move.pathway == trigger.pathway {
        guard trigger.from.contains(move.to) else { return nil }
      } else {
        held[trigger.pathway] =
          held[trigger.pathway].map { $0.intersection(trigger.from) } ?? trigger.from
      }
    }
    return held.sorted { $0.key < $1.key }.map { pathway, segments in
      (pathway, segments.reduce(0) { $0 | 1 << UInt64($1) })
    }
  }

  private func groups(
    of event: Event, isOpen: [Bool], _ held: [(pathway: Int, mask: UInt64)]
  ) -> [Group] {
    let cells = isOpen.count
    let classes = event.multipliers.map { multiplier in
      let known = multiplier.ratios.keys.sorted()
      return model.pathways[multiplier.pathway].segments.indices.map { segment in
        known.firstIndex(of: segment).map { $0 + 1 } ?? 0
      }
    }
    let sizes = event.multipliers.map { $0.ratios.count + 1 }
    // By group, where its counts by cell stand in a list; neighbours are often of one group.
    var places: [Int: Int] = [:]
    var counts: [[Int32]] = []
    var last = (group: -1, place: 0)
    func add(_ resident: Int) {
      let cell = Int(residents.stratum[resident]) * ages + Int(residents.age[resident])
      guard isOpen[cell] else { return }
      for (pathway, mask) in held
      where mask >> UInt64(residents.segments[pathway][resident]) & 1 == 0 {
        return
      }
      var group = 0
      for (index, multiplier) in event.multipliers.enumerated() {
        let segment = Int(residents.segments[multiplier.pathway][resident])
        group = group * sizes[index] + classes[index][segment]
      }
      if group != last.group {
        last = (group, places[group] ?? counts.count)
        if last.place == counts.count {
          places[group] = last.place
          counts.append([Int32](repeating: 0, count: cells))
        }
      }
      counts[last.place][cell] += 1
    }
    // Only who holds a pathway can be in another than its first segment.
    if let few = held.filter({ $0.mask & 1 == 0 }).map({ holders[$0.pathway] })
      .min(by: { $0.count < $1.count })
    {
      few.forEach(add)
    } else {
      residents.stratum.indices.forEach(add)
    }
    return places.sorted { $0.key < $1.key }.map { group, place in
      var (rest, choices) = (group, [Int](repeating: 0, count: sizes.count))
      for index in sizes.indices.reversed() {
        (rest, choices[index]) = rest.quotientAndRemainder(dividingBy: sizes[index])
      }
      return Group(
        classes: choices,
        people: counts[place].enumerated().compactMap { cell, count in
          count > 0 ? (cell: cell, count: Int(count)) : nil
        })
    }
  }
}
