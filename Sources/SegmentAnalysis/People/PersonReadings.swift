import SegmentSimulation
import Synchronization

/// Takes ledgers from any thread and keeps what a reader reads off them, by replicate.
final class PersonReadings: Sendable {
  private let reader: PersonReader
  private let known = Mutex<[Int: [Double]]>([:])

  init(_ reader: PersonReader) { self.reader = reader }

  /// Reads the ledgers of a replicate, one for each scenario.
  func take(_ replicate: Int, _ ledgers: [PersonLedger]) {
    let values = reader.values(ledgers)
    known.withLock { $0[replicate] = values }
  }

  /// The values of a replicate that was taken.
  func of(_ replicate: Int) -> [Double] { known.withLock { $0[replicate] ?? [] } }
}
