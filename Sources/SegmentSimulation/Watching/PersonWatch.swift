import SegmentModel

/// Writes down, for every scenario of a replicate, what befalls each resident.
///
/// It looks at the kernels from outside: at each boundary where residents are, and before moves are
/// applied what happened. In a scenario a resident who has not parted from the shared course is
/// where that has them.
final class PersonWatch: Watch {
  /// One for each scenario, in the order of results.
  let ledgers: [PersonLedger]
  private let prices: PersonPrices
  private let counts: [HeldSegments]
  private let leaving: [[Leaving?]]

  init(ledgers: [PersonLedger], prices: PersonPrices, model: Model) {
    self.ledgers = ledgers
    self.prices = prices
    counts = model.counts.map { HeldSegments($0, model: model) }
    leaving = model.pathways.map { $0.segments.map(\.leaves) }
  }

  /// Charges what runs with time, and notes who has left and what is held at the start of a year;
  /// the first kernel is the shared course.
  func reachBoundary(_ boundary: Int, _ kernels: [Kernel]) {
    guard boundary <= prices.lastBoundary else { return }
    let starting = prices.year(startingAt: boundary)
    let shares = prices.shares(ofBoundary: boundary)
    let (shared, block) = (kernels[0].state, kernels[0].block)
    for (ledger, kernel) in zip(ledgers, kernels.dropFirst()) {
      for i in 0..<block.count where block.entryStep(i) <= boundary {
        let resident = block.first + i
        if ledger.hasLeft(resident) { continue }
        let state = kernel.state.residents[i].partings == 1 ? kernel.state : shared
        guard state.residents[i].isPresent else {
          ledger.leave(resident, by: boundary, howLeft(i, state))
          continue
        }
        if let starting {
          for (index, count) in counts.enumerated() {
            let number = count.number(i, state)
            ledger.hold(number, count: index, year: starting, resident: resident)
          }
        }
        guard !shares.isEmpty else { continue }
        let units = prices.running.reduce(Int64(0)) {
          $0 + $1.units[Int(state.segment($1.pathway, i))]
        }
        guard units > 0 else { continue }
        for share in shares {
          ledger.charge(units * share.parts, year: share.year, resident: resident)
        }
      }
    }
  }

  private func howLeft(_ i: Int, _ state: BlockState) -> Leaving {
    for (pathway, segments) in leaving.enumerated() {
      if let how = segments[Int(state.segment(pathway, i))] { return how }
    }
    preconditionFailure("a resident who left is in no segment that leaves")
  }

  /// Charges what happened in a step, before it is applied.
  func draw(_ step: Int, _ kernels: [Kernel]) {
    guard let year = prices.year(ofStep: step) else { return }
    let first = kernels[0].block.first
    for (ledger, kernel) in zip(ledgers, kernels.dropFirst()) {
      for fired in kernels[0].state.fired where kernel.state.residents[fired.resident].partings == 0
      {
        write(fired, first, year, ledger)
      }
      for fired in kernel.state.fired { write(fired, first, year, ledger) }
    }
  }

  private func write(_ fired: BlockState.Fired, _ first: Int, _ year: Int, _ ledger: PersonLedger) {
    let units = prices.events[fired.happening]
    let resident = first + fired.resident
    if units > 0 { ledger.charge(units * Int64(fired.times), year: year, resident: resident) }
    if prices.isHeadline[fired.happening] {
      ledger.count(fired.times, year: year, resident: resident)
    }
  }
}
