import SegmentModel
import SegmentReport

extension LoadedRun {
  /// Makes the place larger or smaller; whatever is a number of people changes in proportion, and
  /// the name says so.
  mutating func scale(toResidents residents: Int) {
    let factor = model.scale(toResidents: residents)
    model.name += ", scaled to \(NumberText.grouped(Double(residents))) residents"
    baseline.scale(by: factor)
    for index in scenarios.indices { scenarios[index].scale(by: factor) }
  }
}
