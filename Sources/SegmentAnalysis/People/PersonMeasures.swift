import SegmentModel
import SegmentSimulation
import Synchronization

/// Takes ledgers from any thread and keeps what they give, by replicate.
public final class PersonMeasures: Sendable {
  private let measurement: PersonMeasurement
  private let known = Mutex<[Int: [[(PersonMeasure, Double)]]]>([:])

  /// For the replicates of a model.
  public init(model: Model) { measurement = PersonMeasurement(model: model) }

  /// Reads the ledgers of a replicate, one for each scenario.
  public func take(_ replicate: Int, _ ledgers: [PersonLedger]) {
    let measures = ledgers.map(measurement.measures)
    known.withLock { $0[replicate] = measures }
  }

  /// The measures of a replicate that was taken, one list for each scenario.
  public func of(_ replicate: Int) -> [[(PersonMeasure, Double)]] {
    known.withLock { $0[replicate] ?? [] }
  }
}
