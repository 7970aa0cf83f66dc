import SegmentModel

/// The kinds of residents that shares of start segments tell apart, and of which kind each resident of
/// a block is.
///
/// Kinds are numbered [stratum told apart][segment in each condition][age]; the last is nobody. As long as
/// no block is in hand, those are equal that tell residents apart in the same way.
struct StartKinds: Equatable {
  /// How many there are, with nobody.
  let count: Int
  /// How many ages are told apart: all or one.
  let ages: Int
  /// The first stratum of each that is told apart.
  private let strata: [Attributes]
  /// By stratum, the kind of those of age 0 in the first segments.
  private let firstKind: [Int32]
  /// Pathways whose segments tell residents apart.
  private let conditions: [Condition]
  private let pathways: Int
  /// By resident of the block in hand.
  private var kinds = [Int32](repeating: 0, count: Block.size)

  /// A pathway, its number of segments, and how far apart the kinds are that they tell apart.
  private struct Condition: Equatable {
    var pathway: Int
    var segments: Int
    var stride: Int32
  }

  init(model: Model, strata: [Attributes], shares: [Int: Quantity]) {
    let trees = shares.values.map(\.values)
    let traits = trees.reduce(into: Traits()) { $0.formUnion($1.traits) }
    ages = traits.contains(.age) ? AgeRange.oldest + 1 : 1
    pathways = model.pathways.count
    var (conditions, apart) = ([Condition](), ages)
    for pathway in Set(trees.flatMap(\.pathways)).sorted() {
      let segments = model.pathways[pathway].segments.count
      conditions.append(Condition(pathway: pathway, segments: segments, stride: Int32(apart)))
      apart *= segments
    }
    self.conditions = conditions
    var (numbers, kinds) = ([Attributes: Int](), [Attributes]())
    firstKind = strata.map(traits.kind).map { kind in
      let number = numbers[kind] ?? kinds.count
      if number == kinds.count { kinds.append(kind) }
      numbers[kind] = number
      return Int32(number * apart)
    }
    self.strata = kinds
    count = kinds.count * apart + 1
  }

  /// The kind of a resident of the block in hand.
  @inline(__always)
  subscript(i: Int) -> Int { Int(kinds[i]) }

  /// Takes a block in hand, in which those pathways are allotted that tell residents apart.
  mutating func sort(_ block: StartBlock) {
    for i in 0..<block.count {
      kinds[i] = firstKind[Int(block.stratum[i])] + (ages == 1 ? 0 : Int32(block.age[i]))
    }
    for i in block.count..<Block.size { kinds[i] = Int32(count - 1) }
    for condition in conditions {
      for i in 0..<block.count {
        kinds[i] += Int32(block.segment(i, condition.pathway)) * condition.stride
      }
    }
  }

  /// The kind of somebody of age 0 but otherwise of a kind, who they are, and their segment by pathway.
  func youngest(like kind: Int) -> (kind: Int, who: Attributes, held: [Int]) {
    var held = [Int](repeating: 0, count: pathways)
    var rest = kind / ages
    for condition in conditions {
      (rest, held[condition.pathway]) = rest.quotientAndRemainder(dividingBy: condition.segments)
    }
    return (kind - kind % ages, strata[rest], held)
  }
}

extension ValueTree {
  /// Pathways whose segment the value depends on.
  var pathways: Set<Int> {
    switch self {
    case .constant, .atAge: []
    case .byAge(let bands): Set(bands.flatMap { $0.1.pathways })
    case .bySex(let branches), .byArea(let branches), .byDeprivation(let branches),
      .product(let branches):
      Set(branches.flatMap(\.pathways))
    case .bySegment(let pathway, let branches): Set(branches.flatMap(\.pathways)).union([pathway])
    }
  }
}
