import SegmentModel

/// A run of neighbouring residents: what never changes about them, ready for the kernel.
///
/// Residents beyond the end of the population are padding that never enters.
final class Block {
  /// Residents in a block: a multiple of 128, which is what luck is made for at once.
  static let size = 1024

  let first: Int
  let count: Int
  let stratum: UnsafeMutablePointer<Int32>
  let birthMonth: UnsafeMutablePointer<Int32>
  let entryStep: UnsafeMutablePointer<Int32>
  /// Residents whose age band changes, or who enter, by step boundary.
  private(set) var schedule: [[Scheduled]] = []

  /// Something that happens to a resident at a step boundary by the calendar alone.
  enum Scheduled {
    case enters(Int)
    case changesAgeBand(Int, to: UInt8)
  }

  init(index: Int, population: Population, compiled: CompiledModel) {
    first = index * Self.size
    count = min(Self.size, population.count - first)
    stratum = .allocate(capacity: Self.size)
    birthMonth = .allocate(capacity: Self.size)
    entryStep = .allocate(capacity: Self.size)
    for i in 0..<Self.size {
      let exists = i < count
      stratum[i] = exists ? Int32(population.stratum[first + i]) : 0
      birthMonth[i] = exists ? population.birthMonth[first + i] : 0
      entryStep[i] = exists ? population.entryStep[first + i] : Int32.max
    }
    schedule = makeSchedule(compiled)
  }

  deinit {
    stratum.deallocate()
    birthMonth.deallocate()
    entryStep.deallocate()
  }

  /// Age in completed years at a step boundary.
  @inline(__always)
  func age(_ i: Int, month: Int) -> Int {
    min((month - Int(birthMonth[i])) / 12, AgeRange.oldest)
  }

  private func makeSchedule(_ compiled: CompiledModel) -> [[Scheduled]] {
    var list = [[Scheduled]](repeating: [], count: compiled.steps + 1)
    let months = compiled.step.months
    for i in 0..<count {
      let entry = Int(entryStep[i])
      if entry > 0 { list[entry].append(.enters(i)) }
      let age = age(i, month: entry * months)
      for (band, range) in compiled.ageBands.enumerated() where range.lower > age {
        let birthday = Int(birthMonth[i]) + 12 * range.lower
        let boundary = (birthday + months - 1) / months
        if boundary <= compiled.steps { list[boundary].append(.changesAgeBand(i, to: UInt8(band))) }
      }
    }
    return list
  }
}
