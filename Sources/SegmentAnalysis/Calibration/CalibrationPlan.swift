import Foundation
import SegmentModel

/// What is to be found so that the calibration targets of a model are met.
struct CalibrationPlan: Sendable {
  /// One factor for each calibration target that something is solved for.
  let unknowns: [CalibrationUnknown]
  /// Indices of unknowns that act on one another closely, and are found together.
  let blocks: [[Int]]
  /// Calibration targets that nothing in force is solved for.
  let unsolved: [Target]

  /// Collects the numbers to be solved.
  ///
  /// Throws ``AnalysisError`` when a number would be scaled for two targets or a target scales none.
  init(_ model: Model) throws {
    var unknowns: [Int: CalibrationUnknown] = [:]
    for (quantity, owners) in Self.quantities(model) {
      for solved in quantity.solved {
        try Self.add(solved, of: quantity, owners, model, to: &unknowns)
      }
    }
    let list = unknowns.values.sorted { $0.target < $1.target }
    self.unknowns = list
    blocks = Self.blocks(list)
    unsolved = model.targets.enumerated()
      .filter { $1.use == .calibration && unknowns[$0] == nil }.map(\.element)
  }

  private static func add(
    _ solved: SolvedNumbers, of quantity: Quantity, _ owners: Set<Int>, _ model: Model,
    to unknowns: inout [Int: CalibrationUnknown]
  ) throws {
    var taken: [Int: String] = [:]
    for target in solved.targets {
      let id = model.targets[target].id
      let leaves = try leaves(of: solved, for: target, model)
      guard leaves.contains(where: { solved.leaves[$0].value != 0 }) else {
        throw AnalysisError(
          "\(quantity.location): no number but 0 lies within the part of the residents that the "
            + "target '\(id)' counts")
      }
      var unknown = unknowns[target] ?? CalibrationUnknown(target: target)
      unknown.owners.formUnion(owners)
      for leaf in leaves.sorted() {
        if let other = taken.updateValue(id, forKey: leaf) {
          throw AnalysisError(
            "\(quantity.location): the same number is solved for the targets '\(other)' and '\(id)'"
          )
        }
        let number = solved.leaves[leaf]
        guard number.value != 0 else { continue }
        unknown.numbers.append(.init(span: number.span, value: number.value))
        unknown.limit = min(
          unknown.limit, log(solved.range.upperBound / number.value))
      }
      unknowns[target] = unknown
    }
  }

  /// The numbers of a quantity, as indices into ``SolvedNumbers/leaves``, that are solved for a target.
  ///
  /// Throws ``AnalysisError`` when the target counts among several parts of the residents.
  static func leaves(of solved: SolvedNumbers, for target: Int, _ model: Model) throws -> Set<Int> {
    let margins = Set(model.targets[target].measure.counts.compactMap(\.margin))
    guard margins.count <= 1 else {
      throw AnalysisError(
        "the target '\(model.targets[target].id)' counts among several parts of the residents, so "
          + "that nothing can be solved for it")
    }
    let leaves = solved.leaves(within: margins.first)
    return leaves.isEmpty && solved.targets.count == 1 ? solved.leaves(within: nil) : leaves
  }

  /// Every quantity that can be solved, with what it belongs to.
  private static func quantities(_ model: Model) -> [(Quantity, Set<Int>)] {
    var result: [(Quantity, Set<Int>)] = []
    for (index, event) in model.happenings.enumerated() {
      let acted = Set(event.eligible.segments.keys)
      let owners = event.move.map { [$0.pathway] } ?? (acted.isEmpty ? [-1 - index] : acted)
      let quantities =
        [event.chance.quantity] + event.multipliers.flatMap { $0.ratios.values }
        + event.triggers.map(\.probability)
      result += quantities.map { ($0, owners) }
    }
    for (index, pathway) in model.pathways.enumerated() {
      guard case .shares(let shares) = pathway.start else { continue }
      result += shares.sorted { $0.key < $1.key }.map { ($0.value, [index]) }
    }
    return result
  }

  /// Groups unknowns that share an owner, directly or through others.
  private static func blocks(_ unknowns: [CalibrationUnknown]) -> [[Int]] {
    var blocks: [(members: [Int], owners: Set<Int>)] = []
    for (index, unknown) in unknowns.enumerated() {
      let joined = blocks.filter { !$0.owners.isDisjoint(with: unknown.owners) }
      blocks.removeAll { !$0.owners.isDisjoint(with: unknown.owners) }
      blocks.append(
        (
          joined.flatMap(\.members) + [index],
          joined.reduce(unknown.owners) { $0.union($1.owners) }
        ))
    }
    return blocks.map { $0.members.sorted() }
  }
}
