import Foundation
import SegmentModel

/// Hands over what befell each resident, a replicate at a time, as replicates are done.
///
/// A ledger holds nine bytes for each resident and year of a scenario, and one for each count; those
/// of a replicate are let go once it is handed over.
final class PersonRecorder: @unchecked Sendable {  // A lock protects what changes.
  /// Takes the ledgers of a replicate, in the order of scenarios; called from any thread.
  typealias Take = @Sendable (_ replicate: Int, _ ledgers: [PersonLedger]) -> Void

  private let lock = NSLock()
  private let simulation: Simulation
  private let population: Population
  private let prices: PersonPrices
  private let take: Take
  /// By replicate: pieces of work still to do.
  private var open: [Int: Int]
  private var ledgers: [Int: [PersonLedger]] = [:]

  init(
    _ simulation: Simulation, _ population: Population, years: FollowedYears, open: [Int: Int],
    take: @escaping Take
  ) {
    self.simulation = simulation
    self.population = population
    prices = PersonPrices(
      model: simulation.model, step: simulation.step, following: years)
    self.open = open
    self.take = take
  }

  /// What a piece of a replicate writes to.
  func watch(replicate: Int) -> PersonWatch {
    let ledgers = lock.withLock {
      if let known = self.ledgers[replicate] { return known }
      let new = simulation.scenarios.map { _ in
        PersonLedger(
          population: population, prices: prices, counts: simulation.model.counts.count,
          step: simulation.step)
      }
      self.ledgers[replicate] = new
      return new
    }
    return PersonWatch(ledgers: ledgers, prices: prices, model: simulation.model)
  }

  /// Notes that a piece is done; the last one hands the replicate over.
  func finish(replicate: Int) {
    let whole = lock.withLock { () -> [PersonLedger]? in
      open[replicate, default: 0] -= 1
      return open[replicate] == 0 ? ledgers.removeValue(forKey: replicate) : nil
    }
    if let whole { take(replicate, whole) }
  }
}
