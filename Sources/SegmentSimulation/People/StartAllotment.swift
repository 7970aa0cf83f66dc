import Dispatch
import SegmentModel
import Synchronization

/// Puts residents into their start segments, block by block and pathway by pathway.
struct StartAllotment {
  private let people: PopulationRoll
  private let stepMonths: Int
  private let known: StartRows?
  private var pathways: [Pathway]
  private var tables: [StartTable] = []
  /// How residents are told apart, in as many ways as there are.
  private var kinds: [StartKinds] = []

  /// How residents start in a pathway.
  private enum Pathway {
    case first
    /// As is known already.
    case known
    /// By the table of this number. Residents are sorted into its kinds where it is the first that
    /// tells them apart so.
    case shares(table: Int, kinds: Int, isFirst: Bool)
    case counts(StartCounts)
  }

  /// An allotment of people; where the start of a pathway is the same as one that is known already,
  /// it is taken from there.
  init(
    model: Model, strata: [Attributes], stepMonths: Int, people: PopulationRoll, luck: Luck,
    sharing other: (starts: [Start], rows: StartRows)? = nil
  ) {
    self.people = people
    self.stepMonths = stepMonths
    known = other?.rows
    pathways = []
    var isShared: [Bool] = []
    for (index, pathway) in model.pathways.enumerated() {
      isShared.append(
        other?.starts[index] == pathway.start
          && pathway.start.conditions.allSatisfy { isShared[$0] })
      let luck = StartLuck(luck, pathway: pathway.id)
      switch pathway.start {
      case _ where isShared[index]: pathways.append(.known)
      case .shares(let shares) where shares.isEmpty: pathways.append(.first)
      case .shares(let shares):
        let mine = StartKinds(model: model, strata: strata, shares: shares)
        let same = kinds.firstIndex(of: mine)
        pathways.append(
          .shares(table: tables.count, kinds: same ?? kinds.count, isFirst: same == nil))
        if same == nil { kinds.append(mine) }
        tables.append(StartTable(shares: shares, kinds: mine.count, luck: luck))
      case .counts(let counts):
        pathways.append(.counts(StartCounts(counts, present: people.present, luck: luck)))
      }
    }
  }

  /// Where everybody starts.
  func rows(threads: Int) -> StartRows {
    let blocks = (people.count + Block.size - 1) / Block.size
    let pieces = max(1, min(threads, blocks))
    let done = Mutex([StartRows?](repeating: nil, count: pieces))
    DispatchQueue.concurrentPerform(iterations: pieces) { piece in
      // A copy, since what is worked out for a kind of resident is kept.
      var allotment = self
      let rows = allotment.rows(blocks: blocks * piece / pieces..<blocks * (piece + 1) / pieces)
      done.withLock { $0[piece] = rows }
    }
    var all = StartRows(pathways: pathways.count)
    for rows in done.withLock({ $0 }) { rows.map { all.append(contentsOf: $0) } }
    return all
  }

  private mutating func rows(blocks: Range<Int>) -> StartRows {
    var rows = StartRows(pathways: pathways.count)
    let block = StartBlock(pathways: pathways.count)
    for index in blocks {
      block.begin(index, of: people, stepMonths: stepMonths)
      // What is known depends on nothing else.
      known?.forEach(block: index) { i, pathway, segment in
        if case .known = pathways[pathway] { block.put(i, pathway, segment) }
      }
      for (pathway, start) in pathways.enumerated() {
        switch start {
        case .first, .known: break
        case .shares(let table, let mine, let isFirst):
          if isFirst { kinds[mine].sort(block) }
          tables[table].allot(pathway, to: block, by: kinds[mine])
        case .counts(let counts): counts.allot(pathway, to: block)
        }
      }
      rows.append(block)
    }
    return rows
  }
}

extension Start {
  /// Pathways whose start segments the shares depend on.
  fileprivate var conditions: Set<Int> {
    guard case .shares(let shares) = self else { return [] }
    return Set(shares.values.flatMap { $0.values.pathways })
  }
}
