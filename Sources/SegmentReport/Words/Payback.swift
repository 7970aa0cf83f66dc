/// When what a scenario costs is paid back.
enum Payback: Hashable, Sendable {
  /// It costs and saves nothing.
  case nothing
  /// Not even the sign of the net is known.
  case untold
  /// Not in the period.
  case never
  /// By the end of a year or of its last month, from which on the mean net is above zero.
  case byEnd(of: String)

  /// The first year by whose end the mean net, summed up year by year, is above zero and stays so.
  init(_ sums: [Double], years: [String]) {
    let first = sums.lastIndex { $0 <= 0 }.map { $0 + 1 } ?? 0
    if !sums.contains(where: { $0 != 0 }) {
      self = .nothing
    } else {
      self = first < years.count ? .byEnd(of: Period.end(of: years[first])) : .never
    }
  }

  /// What stands in a table; `none` where there is nothing to say.
  func text(none: String) -> String {
    switch self {
    case .nothing: none
    case .untold: Phrase.cannotTell
    case .never: "not in the period"
    case .byEnd(let year): year
    }
  }
}
