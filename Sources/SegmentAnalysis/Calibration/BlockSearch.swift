import Foundation
import SegmentModel

/// The search for the unknowns of one block, by Newton steps with slopes that are tried once, then
/// learnt.
///
/// A block whose targets are all met stays where it is until another block upsets it.
struct BlockSearch {
  /// The unknowns of the block, by index in the plan.
  let members: [Int]
  /// Where the search is, by member.
  var unknowns: [Double] { now.unknowns }

  /// A place in the search and what it gave.
  private struct Point {
    var unknowns: [Double]
    var misses: [Double]
    var met: [Bool]
    /// All z, squared and added up.
    var badness: Double

    var isMet: Bool { met.allSatisfy { $0 } }
  }

  private let part: Double
  private var now: Point
  private var best: Point
  /// Slopes; nil until every member was tried by itself.
  private var method: Newton?
  private var tried: [[Double]] = []
  /// How long the next step may be.
  private var reach = Newton.longestStep

  /// How many times the badness of the best place sends the search back there.
  ///
  /// A little worse is put up with, since other blocks and luck make any place look a little worse.
  private static let lost = 4.0

  /// A search that starts from what all unknowns are, and gave.
  init(_ members: [Int], unknowns: [Double], _ fits: [TargetFit], part: Double) {
    self.members = members
    self.part = part
    now = Self.point(members, unknowns, fits, part)
    best = now
  }

  private static func point(
    _ members: [Int], _ unknowns: [Double], _ fits: [TargetFit], _ part: Double
  ) -> Point {
    let own = members.map { fits[$0] }
    return Point(
      unknowns: members.map { unknowns[$0] }, misses: own.map(miss),
      met: own.map { $0.isMet(part: part) },
      badness: own.reduce(0) { $0 + $1.z * $1.z })
  }

  /// The logarithm of simulated over target value.
  ///
  /// What did not happen at all is taken for very rare, so that its numbers grow.
  private static func miss(_ fit: TargetFit) -> Double {
    log(max(fit.simulated.value / fit.target.value, 1e-3))
  }

  /// The member to be tried by itself next; nil where no target is missed, or all were tried.
  var untried: Int? { now.isMet || method != nil ? nil : members[tried.count] }

  /// Learns what comes of moving the member to be tried next by some distance.
  mutating func learn(distance: Double, _ fits: [TargetFit]) {
    tried.append(zip(members, now.misses).map { (Self.miss(fits[$0]) - $1) / distance })
    guard tried.count == members.count else { return }
    method = Newton(slopes: tried[0].indices.map { row in tried.map { $0[row] } })
  }

  /// Where to look next: the same place if every target is met there.
  ///
  /// What is met is not bettered: every step brings luck of its own.
  func next() -> [Double] {
    guard !now.isMet, let method else { return now.unknowns }
    let misses = zip(now.misses, now.met).map { $1 ? 0 : $0 }
    return zip(now.unknowns, method.step(misses: misses, longest: reach)).map(+)
  }

  /// Learns what a trial gave.
  mutating func learn(_ unknowns: [Double], _ fits: [TargetFit]) {
    let found = Self.point(members, unknowns, fits, part)
    let step = zip(found.unknowns, now.unknowns).map { $0 - $1 }
    let longest = step.map(abs).max() ?? 0
    guard longest > 0 else {
      // Only other blocks moved.
      (now, best) = (found, found)
      return
    }
    method?.learn(step: step, change: zip(found.misses, now.misses).map { $0 - $1 })
    reach = found.badness < now.badness ? min(2 * reach, Newton.longestStep) : longest / 2
    now = found.badness > Self.lost * best.badness ? best : found
    if found.badness < best.badness { best = found }
  }
}
