import SegmentModel

/// What one scenario of one replicate cost and counted for each resident, by year followed.
///
/// Spend is that of the services that ``SpendSegments`` counts, in the units of which
/// ``unitsPerPound`` make a pound. Residents are numbered in the order of the population, joiners
/// last; the numbers are the same in every scenario and replicate.
public final class PersonLedger: @unchecked Sendable {
  // Sendable: threads write to different residents, and it is read once all are done.

  /// Spend units in a pound.
  public static let unitsPerPound = Double(PersonPrices.parts) * 100

  /// Where a resident is at the start of a year.
  public enum Standing: Hashable, Sendable {
    /// Has not come or been born yet.
    case toCome
    /// Lives there, at an age in completed years.
    case present(age: Int)
    /// Died or moved away before.
    case left(Leaving)
  }

  /// Everybody who is ever in the place, in any scenario.
  public var residents: Int { population.count }
  /// How many years were followed.
  public let years: Int

  private let population: Population
  private let firstStep: Int
  private let stepsInYear: Int
  private let stepMonths: Int
  private let spend: UnsafeMutablePointer<Int64>
  private let outcomes: UnsafeMutablePointer<UInt8>
  private let held: UnsafeMutablePointer<UInt8>
  /// The boundary by which each resident had left, and how; the latest there is for none.
  private let leftBy: UnsafeMutablePointer<Int32>
  private let leaving: UnsafeMutablePointer<UInt8>

  init(population: Population, prices: PersonPrices, counts: Int, step: StepLength) {
    self.population = population
    firstStep = prices.firstStep
    stepsInYear = prices.stepsInYear
    stepMonths = step.months
    years = prices.steps / prices.stepsInYear
    func zeros<Number: FixedWidthInteger>(_ count: Int, _ value: Number = 0)
      -> UnsafeMutablePointer<Number>
    {
      let numbers = UnsafeMutablePointer<Number>.allocate(capacity: max(count, 1))
      numbers.initialize(repeating: value, count: max(count, 1))
      return numbers
    }
    spend = zeros(years * population.count)
    outcomes = zeros(years * population.count)
    held = zeros(counts * (years + 1) * population.count)
    leftBy = zeros(population.count, Int32.max)
    leaving = zeros(population.count)
  }

  deinit {
    spend.deallocate()
    outcomes.deallocate()
    held.deallocate()
    leftBy.deallocate()
    leaving.deallocate()
  }

  /// What a resident cost in a year, in spend units.
  public func spend(year: Int, resident: Int) -> Int64 { spend[year * residents + resident] }

  /// How often the headline outcome befell a resident in a year; 255 for that or more.
  public func outcomes(year: Int, resident: Int) -> Int {
    Int(outcomes[year * residents + resident])
  }

  /// How many of a count (an index into ``Model/counts``) a resident who lives there holds at the
  /// start of a year; ``years`` stands for the end of the last one.
  public func held(count: Int, year: Int, resident: Int) -> Int {
    Int(held[(count * (years + 1) + year) * residents + resident])
  }

  /// Where a resident is at the start of a year; ``years`` stands for the end of the last one.
  public func standing(year: Int, resident: Int) -> Standing {
    let boundary = firstStep + year * stepsInYear
    if Int(population.entryStep[resident]) > boundary { return .toCome }
    guard Int(leftBy[resident]) > boundary else {
      return .left(leaving[resident] == 1 ? .died : .moved)
    }
    let months = boundary * stepMonths - Int(population.birthMonth[resident])
    return .present(age: min(months / 12, AgeRange.oldest))
  }

  /// Whether a resident comes, or is born, in a year: those of its last step enter at its
  /// end.
  public func comes(in year: Int, resident: Int) -> Bool {
    let boundary = firstStep + year * stepsInYear
    let entry = Int(population.entryStep[resident])
    return entry > boundary && entry <= boundary + stepsInYear
  }

  // MARK: - Writing

  func charge(_ units: Int64, year: Int, resident: Int) {
    spend[year * residents + resident] &+= units
  }

  func count(_ times: Int, year: Int, resident: Int) {
    let cell = year * residents + resident
    outcomes[cell] = UInt8(min(Int(outcomes[cell]) + times, Int(UInt8.max)))
  }

  func hold(_ number: UInt8, count: Int, year: Int, resident: Int) {
    held[(count * (years + 1) + year) * residents + resident] = number
  }

  func hasLeft(_ resident: Int) -> Bool { leftBy[resident] != Int32.max }

  func leave(_ resident: Int, by boundary: Int, _ how: Leaving) {
    leftBy[resident] = Int32(boundary)
    leaving[resident] = how == .died ? 1 : 0
  }
}
