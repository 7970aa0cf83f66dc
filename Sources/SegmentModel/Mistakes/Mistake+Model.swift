extension Mistake {
  // MARK: - Time

  static func before(_ month: CalendarMonth, start: CalendarMonth) -> Mistake {
    Mistake("\(month) is before the place starts, \(start)")
  }

  static func afterEnd(_ month: CalendarMonth, end: CalendarMonth) -> Mistake {
    Mistake("\(month) is not before the run ends, \(end)")
  }

  static func countedAfterEnd(_ month: CalendarMonth, end: CalendarMonth) -> Mistake {
    Mistake("what is counted lasts until \(month), but the run ends at \(end)")
  }

  static func offYear(_ month: CalendarMonth, start: CalendarMonth) -> Mistake {
    Mistake("\(month) is not a whole number of years after the start, \(start)")
  }

  static func tooLate(_ month: CalendarMonth, start: CalendarMonth, years: Int) -> Mistake {
    Mistake("\(month) is more than \(years) years after the start, \(start)")
  }

  static func endsBeforeStart(_ month: CalendarMonth, starts: CalendarMonth) -> Mistake {
    Mistake("\(month) is not after the intervention starts, \(starts)")
  }

  static func startsAfterEnd(_ month: CalendarMonth, ends: CalendarMonth) -> Mistake {
    Mistake("\(month) is not before the intervention ends, \(ends)")
  }

  // MARK: - People

  static func nobodyToCopy(_ ages: AgeRange) -> Mistake {
    Mistake("nobody aged \(ages) lives there at the start, whom those who enter could copy")
  }

  static func notWholeBands(_ ages: AgeRange, _ bands: [AgeRange]) -> Mistake {
    Mistake(
      "ages \(ages) are not made of whole age bands",
      help: "the age bands are \(quoted(bands.map(\.description)))")
  }

  static let nobody = Mistake("nobody lives in the place")

  static let peopleWithoutAges = Mistake(
    "people are counted without saying their ages", help: "add \"byAge\"")

  static func axisTwice(_ axis: String) -> Mistake {
    Mistake("'\(axis)' stands inside another '\(axis)'")
  }

  static func ageBandStart(_ band: String, expected: Int) -> Mistake {
    Mistake(
      "the age band \(band) does not start at \(expected)",
      help: "age bands are listed from 0 up, without gaps or overlaps")
  }

  static func sharesNotOne(_ sum: Double) -> Mistake {
    Mistake("the shares sum to \(Mistake.sum(sum)); they must sum to 1")
  }

  // MARK: - Choices

  static func tooFewOptions(_ count: Int) -> Mistake {
    Mistake("found \(count) option\(count == 1 ? "" : "s"), expected two or more")
  }

  // MARK: - Pathways

  static func sharesAboveOne(_ sum: Double, _ who: String) -> Mistake {
    Mistake("the shares sum to \(Mistake.sum(sum)) for \(who); they must not exceed 1")
  }

  static func exitsAboveOne(_ segment: String, _ sum: Double, _ who: String) -> Mistake {
    Mistake(
      "the probabilities of leaving '\(segment)' sum to \(Mistake.sum(sum)) for \(who); "
        + "they must not exceed 1")
  }

  static func countsTooMany(_ total: Int, residents: Int) -> Mistake {
    Mistake("the counts sum to \(total), more than the \(residents) residents")
  }

  static func firstTakesRest(_ segment: String) -> Mistake {
    Mistake("'\(segment)' is the first segment, which takes whoever is left", help: "remove it")
  }

  static func startsAbsorbed(_ segment: String) -> Mistake {
    Mistake("nobody can start in '\(segment)', because whoever enters it leaves the place")
  }

  static func leavesAbsorbing(_ segment: String) -> Mistake {
    Mistake("nobody can move out of '\(segment)', because whoever enters it leaves the place")
  }

  static func costsAbsorbed(_ segment: String) -> Mistake {
    Mistake("whoever enters '\(segment)' leaves the place, and costs or loses nothing after that")
  }

  static func toItself(_ segment: String) -> Mistake {
    Mistake("the move goes from '\(segment)' to itself")
  }

  static func mixedChances(_ key: String, _ expected: String, move: String) -> Mistake {
    Mistake(
      "'\(key)' stands beside '\(expected)' of '\(move)'",
      help: "all moves of a pathway are given as rates, or as probabilities of one period")
  }

  static func otherPeriod(_ key: String, _ step: StepLength) -> Mistake {
    Mistake(
      "'\(key)' does not fit the place's step, a \(step.rawValue)",
      help: "a probability is used as it is, so its period must be the step of the place")
  }

  // MARK: - Interventions

  static func setTwice(_ target: String, first: String) -> Mistake {
    Mistake(
      "'\(target)' is set already (\(first))",
      help: "in one scenario only one effect can set it; others can multiply or add")
  }

  static let setsProbabilityOfRate = Mistake(
    "a probability is set where the model has a rate", help: "use \"setRatePerYear\"")

  static func changesRateOfProbability(_ key: String) -> Mistake {
    Mistake(
      "'\(key)' acts on a rate, but the model has a probability",
      help: "use \"setProbability\" or \"multiplyRate\"")
  }

  static func wrongTriggerChange(_ key: String) -> Mistake {
    Mistake(
      "'\(key)' cannot act on a trigger, which has a probability",
      help: "use \"setProbability\" or \"multiplyRate\"")
  }

  static func rampNotRising(_ years: Double, after previous: Double) -> Mistake {
    Mistake("the ramp goes from \(plain(previous)) to \(plain(years)) years; years must rise")
  }

  static let causeWithoutOutcome = Mistake(
    "'cause' has no meaning without 'outcome'",
    help: "it is what an outcome is reported under; add \"outcome\" or remove it")

  static func onWithout(_ key: String, only: String) -> Mistake {
    Mistake("'on' has no meaning beside '\(key)'", help: "only \"\(only)\" takes it")
  }

  static func noneHasAmbition(_ name: String, _ names: [String]) -> Mistake {
    Mistake(
      "no intervention of the scenario has the ambition '\(name)'",
      help: help(for: name, in: names, "ambitions"))
  }

  static func countOnTrigger(_ name: String) -> Mistake {
    Mistake("'\(name)' is a trigger, expected a move or an event")
  }
}
