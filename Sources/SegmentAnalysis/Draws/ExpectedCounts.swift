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
  private let strata: [Attributes]
  private let parts: (Quantity) throws -> [QuantityPart]
  private let ages = AgeRange.oldest + 1
  /// Stratum and age of each resident, as one number.
  private let cell: [Int32]
  /// Where each resident starts: [pathway][resident].
  private let segments: [[UInt8]]
  /// All residents in the order of their cells, and by pathway those who are not in its first segment.
  private let everybody: [Int32]
  private let holders: [[Int32]]
  /// What was asked for already.
  private var known: [Question: [ExpectedTerm]] = [:]

  private struct Question: Hashable {
    var target: EffectTarget
    var margin: Margin?
  }

  /// Counts among some residents; `parts` takes quantities apart.
  init(
    _ model: Model, among residents: StartingResidents,
    parts: @escaping (Quantity) throws -> [QuantityPart]
  ) {
    self.model = model
    happenings = model.happenings
    strata = residents.strata
    self.parts = parts
    segments = residents.segments
    var cell = [Int32](repeating: 0, count: residents.stratum.count)
    var inCell = [[Int32]](repeating: [], count: strata.count * ages)
    for resident in cell.indices {
      let place = Int(residents.stratum[resident]) * ages + Int(residents.age[resident])
      cell[resident] = Int32(place)
      inCell[place].append(Int32(resident))
    }
    self.cell = cell
    let everybody = Array(inCell.joined())
    self.everybody = everybody
    holders = segments.map { segments in everybody.filter { segments[Int($0)] != 0 } }
  }

  /// The terms of what is counted in a year; nil when it does not count happenings.
  mutating func terms(of count: Count) throws -> [ExpectedTerm]? {
    try targets(of: count.what)?.flatMap { target in
      let question = Question(target: target, margin: count.margin)
      if let known = known[question] { return known }
      let terms =
        switch target {
        case .happening(let index): try terms(happenings[index], nil, count.margin)
        case .trigger(let index, let trigger):
          try terms(happenings[index], happenings[index].triggers[trigger], count.margin)
        }
      known[question] = terms
      return terms
    }
  }

  /// The happenings and triggers that are counted; nil when something else is.
  private func targets(of what: Count.What) -> [EffectTarget]? {
    switch what {
    case .events(let targets): return targets
    case .outcome(let outcome, let causes):
      return happenings.indices.filter {
        happenings[$0].outcome == outcome && causes?.contains(happenings[$0].cause) ?? true
      }.map { .happening($0) }
    case .deaths:
      return happenings.enumerated().flatMap { index, event -> [EffectTarget] in
        if let move = event.move, isDead(move.pathway, move.to) { return [.happening(index)] }
        return event.triggers.indices.filter {
          isDead(event.triggers[$0].pathway, event.triggers[$0].to)
        }.map { .trigger(happening: index, trigger: $0) }
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
    /// How many there are, by cell in rising order.
    var people: [(cell: Int, count: Int)] = []

    mutating func add(cell: Int) {
      if people.last?.cell == cell {
        people[people.count - 1].count += 1
      } else {
        people.append((cell, 1))
      }
    }
  }

  private func terms(
    _ event: Event, _ trigger: Trigger?, _ margin: Margin?
  ) throws -> [ExpectedTerm] {
    let base = try parts(event.chance.quantity)
    var perYear = 1.0
    if case .probability(_, let period) = event.chance { perYear = 1 / period.years }
    let rates = base.map { values($0.table, of: event, margin) }
    let isOpen = (0..<strata.count * ages).map { cell in rates.contains { $0[cell] != 0 } }
    guard let held = held(by: event, trigger), isOpen.contains(true) else { return [] }
    let multipliers = try event.multipliers.map { multiplier in
      // Class 0 has no ratio, and so has 1.
      [[QuantityPart(table: .constant(1))]]
        + (try multiplier.ratios.sorted { $0.key < $1.key }.map { try parts($0.value) })
    }
    let last = try trigger.map { try parts($0.probability) } ?? [QuantityPart(table: .constant(1))]
    var sums: [ExpectedTerm.Variables: Double] = [:]
    var order: [ExpectedTerm.Variables] = []
    for group in groups(of: event, isOpen: isOpen, held) {
      var products = zip(base, rates).map { part, rates in
        Product(variables: part.variables, values: group.people.map { rates[$0.cell] })
      }
      for (list, choice) in zip(multipliers, group.classes) where choice > 0 {
        products = times(products, list[choice], group.people)
      }
      for product in times(products, last, group.people) {
        if sums[product.variables] == nil { order.append(product.variables) }
        let sum = zip(group.people, product.values).reduce(0) { $0 + Double($1.0.count) * $1.1 }
        sums[product.variables, default: 0] += sum * perYear
      }
    }
    return order.compactMap { variables in
      sums[variables].flatMap {
        $0 == 0 ? nil : ExpectedTerm(coefficient: $0, variables: variables)
      }
    }
  }

  /// A part of a chance, with its value for the people of each cell of a group.
  private struct Product {
    var variables: ExpectedTerm.Variables
    var values: [Double]
  }

  private func times(
    _ products: [Product], _ factors: [QuantityPart], _ people: [(cell: Int, count: Int)]
  ) -> [Product] {
    products.flatMap { product in
      factors.map { factor in
        var values = product.values
        if case .constant(let ratio) = factor.table {
          for index in values.indices { values[index] *= ratio }
        } else {
          for index in values.indices {
            values[index] *= factor.table.value(for: who(people[index].cell))
          }
        }
        return Product(variables: product.variables * factor.variables, values: values)
      }
    }
  }

  private func who(_ cell: Int) -> Attributes {
    var who = strata[cell / ages]
    who.age = cell % ages
    return who
  }

  /// A table by cell, with 0 where nothing happens to residents or they are not counted.
  private func values(_ table: ValueTree, of event: Event, _ margin: Margin?) -> [Double] {
    var eligible = event.eligible
    eligible.segments = [:]
    return (0..<strata.count * ages).map { cell in
      let who = who(cell)
      guard eligible.admits(who, segment: { _ in 0 }) else { return 0 }
      let isCounted =
        switch margin {
        case nil: true
        case .area(let area): who.area == area
        case .deprivation(let group): who.deprivation == group
        case .sex(let sex): who.sex == sex
        case .ages(let ages): ages.contains(who.age)
        }
      return isCounted ? table.value(for: who) : 0
    }
  }

  /// The segments from which something can happen, as bits, by pathway; nil when it never can.
  private func held(by event: Event, _ trigger: Trigger?) -> [(pathway: Int, mask: UInt64)]? {
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

  /// The class of each segment of a multiplier's pathway: 0 without a ratio, then as ratios are listed.
  private func classes(_ multiplier: Multiplier) -> [Int32] {
    let known = multiplier.ratios.keys.sorted()
    return model.pathways[multiplier.pathway].segments.indices.map { segment in
      known.firstIndex(of: segment).map { Int32($0) + 1 } ?? 0
    }
  }

  private func groups(
    of event: Event, isOpen: [Bool], _ held: [(pathway: Int, mask: UInt64)]
  ) -> [Group] {
    // Only who holds a pathway can be in another than its first segment.
    let few = held.filter { $0.mask & 1 == 0 }.map { holders[$0.pathway] }
      .min { $0.count < $1.count }
    var residents = (few ?? everybody).filter { isOpen[Int(cell[Int($0)])] }
    for (pathway, mask) in held {
      let segments = segments[pathway]
      residents = residents.filter { mask >> UInt64(segments[Int($0)]) & 1 != 0 }
    }
    // Groups are told apart by one multiplier after the other, and numbered by rising classes.
    var groups = [Group(classes: [])]
    var number = [Int32](repeating: 0, count: residents.count)
    for multiplier in event.multipliers {
      let (segments, classes) = (segments[multiplier.pathway], classes(multiplier))
      let size = Int32(multiplier.ratios.count + 1)
      var isThere = [Bool](repeating: false, count: groups.count * Int(size))
      for (index, resident) in residents.enumerated() {
        number[index] = number[index] * size + classes[Int(segments[Int(resident)])]
        isThere[Int(number[index])] = true
      }
      let found = isThere.indices.filter { isThere[$0] }
      var renumbered = [Int32](repeating: 0, count: isThere.count)
      for (new, old) in found.enumerated() { renumbered[old] = Int32(new) }
      for index in number.indices { number[index] = renumbered[Int(number[index])] }
      groups = found.map { Group(classes: groups[$0 / Int(size)].classes + [$0 % Int(size)]) }
    }
    for (resident, group) in zip(residents, number) {
      groups[Int(group)].add(cell: Int(cell[Int(resident)]))
    }
    return groups
  }
}
