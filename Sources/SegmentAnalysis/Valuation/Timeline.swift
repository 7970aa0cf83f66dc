import SegmentModel

/// The part of a run that is reported: its steps, its years, and how long after its start each is.
public struct Timeline: Hashable, Sendable {
  /// The first month reported, which is also the base date of discounting.
  public let from: CalendarMonth
  /// The length of a step.
  public let step: StepLength
  /// The first step reported, counted from the start of the run.
  public let firstStep: Int
  /// How many steps are reported.
  public let steps: Int
  /// The first year reported, counted from the start of the run.
  public let firstYear: Int
  /// How many years are reported.
  public let years: Int

  /// The reported part of a model's run.
  ///
  /// Throws ``AnalysisError`` when ``Model/reportFrom`` is not a whole number of years after
  /// ``Model/start``, since tallies by group are kept by years of the run.
  public init(model: Model, step: StepLength) throws {
    let lead = model.reportFrom.ordinal - model.start.ordinal
    guard lead >= 0, lead % 12 == 0 else {
      throw AnalysisError(
        "reportFrom (\(model.reportFrom)) must be a whole number of years after "
          + "start (\(model.start))")
    }
    from = model.reportFrom
    self.step = step
    firstStep = lead / step.months
    steps = model.years * 12 / step.months
    firstYear = lead / 12
    years = model.years
  }

  /// Whether an intervention had ended when the period began.
  public func isAfter(_ intervention: Intervention) -> Bool {
    intervention.ends.map { $0 <= from } ?? false
  }

  /// The reported year, from 0, that holds a reported step, from 0.
  public func year(ofStep step: Int) -> Int { step * self.step.months / 12 }

  /// The boundary of the run at which a reported year starts; `years` gives the end of the last.
  public func boundary(startOfYear year: Int) -> Int { firstStep + year * 12 / step.months }

  /// Years from the base date to a boundary; boundary 0 starts the first reported step.
  public func elapsedYears(atBoundary boundary: Int) -> Double {
    Double(boundary * step.months) / 12
  }

  /// Years from the base date to the middle of a reported step.
  public func elapsedYears(midStep step: Int) -> Double {
    Double((2 * step + 1) * self.step.months) / 24
  }

  /// The first month of a step of the run.
  public func month(ofStep step: Int) -> CalendarMonth {
    CalendarMonth(ordinal: from.ordinal + (step - firstStep) * self.step.months)
  }

  /// What a reported year is called: "2022/23" when it starts in April, "2022" when it is a
  /// calendar year, else its first and last months, such as "2022-07 to 2023-06".
  public func label(ofYear year: Int) -> String {
    let first = CalendarMonth(ordinal: from.ordinal + 12 * year)
    switch first.month {
    case 4:
      let short = (first.year + 1) % 100
      return "\(first.year)/\(short < 10 ? "0" : "")\(short)"
    case 1: return "\(first.year)"
    default: return "\(first) to \(CalendarMonth(ordinal: first.ordinal + 11))"
    }
  }
}
