/// Looks for a resident for whom numbers that share a whole sum to more than it.
///
/// Residents are told apart only as far as the numbers tell them apart, so that a model without
/// tables is checked once.
struct SumCheck {
  /// A number, and who it applies to.
  struct Term {
    var values: ValueTree
    var eligible = Eligibility()
  }

  /// What is more than a whole, and not only by how numbers are rounded.
  static func limit(_ whole: Double) -> Double { whole + 1e-9 * abs(whole) }

  /// The shares of a start.
  static func terms(ofShares shares: [Int: Quantity]) -> [Term] {
    shares.sorted { $0.key < $1.key }.map { Term(values: $0.value.values) }
  }

  /// The probabilities of the moves out of a segment.
  static func terms(ofExits moves: [Event], from segment: Int) -> [Term] {
    moves.compactMap { move in
      guard move.move?.from.contains(segment) == true,
        case .probability(let quantity, _) = move.chance
      else { return nil }
      return Term(values: quantity.values, eligible: move.eligible)
    }
  }

  private let terms: [Term]
  private let names: Names
  /// Ages at which something changes; every one where something is read off a curve.
  private var ages: Set<Int> = [0]
  private var hasCurve = false
  private var sexes = 1
  private var areas = 1
  private var deprivation = 1
  private var pathways: Set<Int> = []

  init(_ terms: [Term], _ names: Names) {
    self.terms = terms
    self.names = names
    for term in terms {
      add(term.values)
      add(term.eligible)
    }
  }

  private mutating func add(_ values: ValueTree) {
    switch values {
    case .constant: break
    case .byAge(let bands):
      ages.formUnion(bands.map(\.0.lower))
      for band in bands { add(band.1) }
    case .atAge: hasCurve = true
    case .bySex(let branches):
      sexes = branches.count
      branches.forEach { add($0) }
    case .byArea(let branches):
      areas = branches.count
      branches.forEach { add($0) }
    case .byDeprivation(let branches):
      deprivation = branches.count
      branches.forEach { add($0) }
    case .bySegment(let pathway, let branches):
      pathways.insert(pathway)
      branches.forEach { add($0) }
    case .product(let factors): factors.forEach { add($0) }
    }
  }

  private mutating func add(_ eligible: Eligibility) {
    if let range = eligible.ages {
      ages.formUnion([range.lower, min(range.upper + 1, AgeRange.oldest)])
    }
    if eligible.sexes != nil { sexes = max(1, names.sexes.names.count) }
    if eligible.areas != nil { areas = max(1, names.areas.names.count) }
    if eligible.deprivation != nil { deprivation = max(1, names.deprivation.names.count) }
    pathways.formUnion(eligible.segments.keys)
  }

  /// How many kinds of residents the numbers tell apart.
  var kinds: Double {
    let segments = pathways.filter { $0 < names.segments.count }
      .map { Double(max(1, names.segments[$0].names.count)) }
    return segments.reduce(
      Double((hasCurve ? AgeRange.oldest + 1 : ages.count) * sexes * areas * deprivation), *)
  }

  /// The most kinds that are gone through, and that who starts where may depend on.
  static let mostKinds = 10_000_000.0

  /// Whether no resident can be above a whole, as the largest numbers show without going through kinds.
  private func isBounded(by limit: Double) -> Bool {
    terms.allSatisfy { $0.values.leaves.allSatisfy { $0 >= 0 } }
      && terms.reduce(0, { $0 + $1.values.ceiling }) <= limit
  }

  /// Whether there are too many kinds to go through, and they would have to be.
  func isTooWide(above whole: Double = 1) -> Bool {
    kinds > Self.mostKinds && !isBounded(by: Self.limit(whole))
  }

  /// The first resident, youngest first, for whom the sum is more than the whole, and what it is.
  func firstExcess(above whole: Double = 1) -> (sum: Double, who: String)? {
    guard !terms.isEmpty else { return nil }
    let limit = Self.limit(whole)
    let areBounded = terms.allSatisfy { $0.values.leaves.allSatisfy { $0 >= 0 } }
    if isBounded(by: limit) { return nil }
    let segments = assignments(Array(pathways.sorted()))
    for age in hasCurve ? Array(0...AgeRange.oldest) : ages.sorted()
    where !(areBounded && bound(age: age) <= limit) {
      for sex in 0..<sexes {
        for area in 0..<areas {
          for group in 0..<deprivation {
            let who = Attributes(age: age, sex: sex, area: area, deprivation: group)
            for held in segments {
              let sum = sum(who, held)
              if sum > limit { return (sum, describe(who, held)) }
            }
          }
        }
      }
    }
    return nil
  }

  /// What no sum at an age is above, where no number is below 0: the largest of each table.
  ///
  /// It spares most ages of most models to go through everybody.
  private func bound(age: Int) -> Double {
    terms.reduce(0) { $0 + Self.largest($1.values, age: age) }
  }

  private static func largest(_ values: ValueTree, age: Int) -> Double {
    switch values {
    case .constant, .atAge: return values.value(for: Attributes(age: age))
    case .byAge(let bands):
      let band = bands.first { $0.0.contains(age) } ?? bands[0]
      return largest(band.1, age: age)
    case .bySex(let branches), .byArea(let branches), .byDeprivation(let branches),
      .bySegment(_, let branches):
      return branches.map { largest($0, age: age) }.max() ?? 0
    case .product(let factors): return factors.reduce(1) { $0 * largest($1, age: age) }
    }
  }

  private func sum(_ who: Attributes, _ held: [Int: Int]) -> Double {
    terms.reduce(0) { sum, term in
      guard term.eligible.admits(who, segment: { held[$0] ?? 0 }) else { return sum }
      return sum + term.values.value(for: who) { held[$0] ?? 0 }
    }
  }

  /// Every way to hold one segment in each of some pathways.
  private func assignments(_ pathways: [Int]) -> [[Int: Int]] {
    pathways.reduce([[:]]) { partial, pathway in
      let count = pathway < names.segments.count ? names.segments[pathway].names.count : 1
      return partial.flatMap { held in
        (0..<max(1, count)).map { held.merging([pathway: $0]) { _, new in new } }
      }
    }
  }

  private func describe(_ who: Attributes, _ held: [Int: Int]) -> String {
    var words: [String] = []
    if hasCurve || ages.count > 1 { words.append("age \(who.age)") }
    if sexes > 1 { words.append("sex '\(names.sexes.names[who.sex])'") }
    if areas > 1 { words.append("area '\(names.areas.names[who.area])'") }
    if deprivation > 1 {
      words.append("deprivation group '\(names.deprivation.names[who.deprivation])'")
    }
    for (pathway, segment) in held.sorted(by: { $0.key < $1.key })
    where pathway < names.segments.count && segment < names.segments[pathway].names.count {
      words.append("\(names.pathways.names[pathway]) '\(names.segments[pathway].names[segment])'")
    }
    return words.isEmpty ? "everybody" : words.joined(separator: ", ")
  }
}
