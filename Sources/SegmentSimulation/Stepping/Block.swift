import SegmentModel

/// A run of neighbouring residents: what is the same for them in every course of events.
///
/// Residents beyond the end of the population are padding that never enters.
final class Block {
  /// Residents in a block: those whom luck is listed for at once.
  static let size = LuckLevel.residents

  let first: Int
  let count: Int
  /// The first step in which any of them lives in the place.
  let firstEntry: Int
  /// The months in which the first and the last of them are born.
  let births: ClosedRange<Int>
  private let population: Population
  private let entries: Calendar
  private let bandChanges: Calendar
  private let birthdays: Calendar

  /// What happens to a resident at a step boundary by the calendar alone.
  struct Appointment {
    var resident: Int32
    /// The age band to come, or the age limit reached.
    var value: Int32
  }

  init(index: Int, population: Population, compiled: CompiledModel) {
    first = index * Self.size
    count = min(Self.size, population.count - first)
    self.population = population
    firstEntry = Int(population.entryStep[first..<first + count].min() ?? 0)
    let born = population.birthMonth[first..<first + count]
    births = Int(born.min() ?? 0)...Int(born.max() ?? 0)
    var (entries, bands, birthdays) = (
      Calendar(compiled.steps), Calendar(compiled.steps), Calendar(compiled.steps)
    )
    let (months, end) = (compiled.step.months, compiled.step.months * compiled.steps)
    // Of all ages, the block's few residents reach few within the run.
    let births = births
    func reached(_ ages: Frozen<Int32>) -> [(number: Int, month: Int)] {
      (0..<ages.count).map { ($0, 12 * Int(ages[$0])) }
        .filter { births.upperBound + $0.month > 0 && births.lowerBound + $0.month <= end }
    }
    let (bandStarts, ageLimits) = (reached(compiled.bandStarts), reached(compiled.ageLimits))
    for i in 0..<count {
      let (entry, born) = (
        Int(population.entryStep[first + i]), Int(population.birthMonth[first + i])
      )
      if entry > 0 { entries.note(i, 0, at: entry) }
      for start in bandStarts {
        let due = born + start.month
        if due > entry * months { bands.note(i, start.number, at: (due + months - 1) / months) }
      }
      for limit in ageLimits {
        let due = born + limit.month
        if due > 0 { birthdays.note(i, limit.number, at: (due + months - 1) / months) }
      }
    }
    (self.entries, bandChanges, self.birthdays) = (
      entries.sorted(), bands.sorted(), birthdays.sorted()
    )
  }

  /// The first step in which a resident lives in the place; 0 for those there at the start.
  func entryStep(_ i: Int) -> Int { Int(population.entryStep[first + i]) }

  /// Writes down everybody as they are before they enter.
  func place(in residents: UnsafeMutablePointer<Resident>) {
    for i in 0..<count {
      residents[i] = Resident(
        birthMonth: population.birthMonth[first + i], stratum: population.stratum[first + i])
    }
  }

  /// Residents who enter at a boundary.
  func entries(_ boundary: Int) -> ArraySlice<Appointment> { entries[boundary] }
  /// Residents whose age band changes at a boundary.
  func bandChanges(_ boundary: Int) -> ArraySlice<Appointment> { bandChanges[boundary] }
  /// Residents who reach an age limit of an intervention at a boundary.
  func birthdays(_ boundary: Int) -> ArraySlice<Appointment> { birthdays[boundary] }

  /// Appointments by boundary.
  private struct Calendar {
    private let steps: Int
    private var noted: [(boundary: Int, appointment: Appointment)] = []
    private var list: [Appointment] = []
    private var starts: [Int] = []

    init(_ steps: Int) { self.steps = steps }

    mutating func note(_ i: Int, _ value: Int, at boundary: Int) {
      guard boundary <= steps else { return }
      noted.append((boundary, Appointment(resident: Int32(i), value: Int32(value))))
    }

    /// Puts what was noted in the order of boundaries, keeping that of residents.
    func sorted() -> Calendar {
      var result = Calendar(steps)
      result.starts = [Int](repeating: 0, count: steps + 2)
      for note in noted { result.starts[note.boundary + 1] += 1 }
      for boundary in 0...steps { result.starts[boundary + 1] += result.starts[boundary] }
      var next = result.starts
      result.list = [Appointment](
        repeating: Appointment(resident: 0, value: 0), count: noted.count)
      for note in noted {
        result.list[next[note.boundary]] = note.appointment
        next[note.boundary] += 1
      }
      return result
    }

    subscript(boundary: Int) -> ArraySlice<Appointment> {
      list[starts[boundary]..<starts[boundary + 1]]
    }
  }
}
