extension Mistake {
  static let targetOfBaseline = Mistake(
    "a target is of the baseline, and can name no scenario and no intervention",
    help: "hold it against a scenario as a claim")

  static let unsolved = Mistake(
    "nothing is solved for this calibration target",
    help: "let a number say \"solve\" with its id, or make it a validation target")

  static let solvesForNothing = Mistake(
    "a calibration target cannot be 0", help: "make it a validation target")

  static let solvedNotCalibrated = Mistake(
    "a number that is solved must have the quality 'calibrated'")

  static func solvesValidation(_ id: String) -> Mistake {
    Mistake(
      "'\(id)' is a validation target, which nothing may be solved for",
      help: "solve for a calibration target")
  }

  static let settlesChoice = Mistake(
    "a choice stands inside a table that settles",
    help: "let the choice stand outside, around the whole share")

  static let settlesProduct = Mistake(
    "a share that settles is a number, a table, or the product of one and a table by area")

  static func settlesByMoving(_ pathway: String, by other: String) -> Mistake {
    Mistake("'\(pathway)' settles by '\(other)', but residents move in '\(other)'")
  }

  static func settlesByTwo(_ first: String, _ second: String) -> Mistake {
    Mistake("starts settle by '\(first)' and by '\(second)'; all must settle by one pathway")
  }
}
