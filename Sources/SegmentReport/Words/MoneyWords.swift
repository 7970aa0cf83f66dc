/// The sentences about money: what it costs, what the activity avoided is worth, and which is more.
///
/// The value of activity, the net and cash that can be released are three things; they are never
/// added up.
struct MoneyWords: Sendable {
  let frame: Frame
  let scenario: String
  /// What the programmes cost more than in the baseline.
  let programme: Found
  /// The extra cost of care.
  let care: Found
  /// What the activity avoided is worth at average cost.
  let value: Found
  /// Value less programme and care.
  let net: Found
  /// The chance that the net is above zero, between 0 and 1; nil where none is known.
  let chance: Double?
  /// What is gained in health, how that is called ("QALY", "life-year"), and what is paid for each after
  /// all costs where the range of neither holds zero; nil without any.
  var health: (gained: Found, unit: String, price: Found?)?
  /// What the place takes a QALY to be worth, such as "£20,000 to £30,000"; nil where it does not say.
  var worth: String?

  /// What it costs and what that is set against.
  var account: String {
    let less = programme.verdict == .below ? " less" : ""
    var sentence =
      "Compared with \(Phrase.within(frame.baseline)), \(scenario) would cost "
      + "\(pounds(programme))\(less) to deliver in \(frame.place) \(frame.period)"
    switch care.verdict {
    case .above: sentence += ", with an extra cost of care of \(pounds(care))"
    case .below: sentence += ", with the cost of care \(pounds(care)) less"
    case .nothing: break
    case .cannotTell, .unsure:
      sentence += "; we cannot tell whether the cost of care is more or less"
    }
    switch value.verdict {
    case .above: sentence += ", and avoids activity valued at \(pounds(value)) at average cost"
    case .unsure:
      sentence +=
        ", and we cannot tell whether it avoids or adds activity: at average cost, the mean is "
        + SignedWords.value.text(value.mean, Amount(.pounds, value))
    case .below: sentence += ", and adds activity valued at \(pounds(value)) at average cost"
    case .nothing: sentence += ", and avoids no activity"
    case .cannotTell:
      sentence += ", and we cannot tell whether it avoids any activity"
    }
    let told = value.verdict == .nothing ? nil : between(value, .value)
    return sentence
      + (told.map { " (\(frame.chance($0)); \(frame.prices))." } ?? " (\(frame.prices)).")
  }

  /// Whether its value is more than it costs, and if not what it buys.
  var verdict: String {
    switch net.verdict {
    case .nothing: return "\(scenario) is expected to cost and save nothing \(terms)."
    case .cannotTell:
      return "We cannot tell whether \(scenario) comes to a net gain \(terms)\(chanceText): the "
        + "simulation error hides even the sign of the mean; \(Self.valued)."
    case .unsure:
      return "We cannot tell whether \(scenario) comes to a net gain \(terms)\(chanceText): the "
        + "\(frame.levelText) range runs from "
        + "\(net.range.map { SignedWords.net.text($0, Amount(.pounds, net)) } ?? ""); \(Self.valued)."
    case .above: return gaining
    case .below: return costing
    }
  }

  private var gaining: String {
    let start =
      "\(scenario) is expected to come to a net gain of \(pounds(net))"
      + (between(net, .net).map { " (\(frame.chance($0)))" } ?? "") + " \(terms)\(chanceText): "
      + Self.valued
    guard let health, health.gained.verdict == .below else { return "\(start)." }
    return "\(start); and it loses \(size(health.gained)) \(health.unit)s."
  }

  private var costing: String {
    let start =
      "\(scenario) is not expected to save money \(terms)\(chanceText): its net cost is "
      + pounds(net) + (between(net, .net).map { " (\(frame.chance($0)))" } ?? "")
    guard let health else { return "\(start)." }
    switch health.gained.verdict {
    case .above:
      guard let price = health.price else { return "\(start)." }
      let range = price.range.map { Amount(.pounds, price).apart($0) }
        .map { "\(frame.levelText) range between \($0[0]) and \($0[1]); " }
      return "\(start); it buys health at \(pounds(price)) per \(health.unit) gained by "
        + "\(frame.lastMonth) (\(range ?? "")\(frame.lifeAfter))"
        + (health.unit == "QALY" ? worth.map { "; a QALY is taken to be worth \($0)" } ?? "" : "")
        + "."
    case .below:
      return "\(start), and it loses \(size(health.gained)) \(health.unit)s: "
        + "\(Phrase.within(frame.baseline)) costs less and gives more health, so it is dominated."
    case .nothing: return "\(start), and it changes no \(health.unit)s."
    case .cannotTell:
      return
        "\(start); we cannot tell whether it gains or loses \(health.unit)s\(place(health.gained))."
    case .unsure:
      return "\(start); it is estimated to \(health.gained.mean > 0 ? "gain" : "lose") "
        + "\(size(health.gained)) \(health.unit)s, but one place may gain or lose some"
        + "\(place(health.gained))."
    }
  }

  /// What health one place sees gained, in brackets.
  private func place(_ gained: Found) -> String {
    gained.range.map {
      " (\(frame.chance(SignedWords.gained.between($0, Amount(.count, gained)))))"
    } ?? ""
  }

  /// What a net is not.
  private static let valued = "activity is valued at average cost, not as releasable cash"

  /// The comparator, the place, the period and the prices.
  private var terms: String {
    "compared with \(Phrase.within(frame.baseline)) in \(frame.place) \(frame.period) "
      + "(\(frame.prices))"
  }
  private var chanceText: String {
    chance.map {
      ", with a chance of \(Phrase.chance($0, draws: frame.chanceDraws)) of a net gain"
    } ?? ""
  }

  private func pounds(_ found: Found) -> String { Amount(.pounds, found).size(found.mean) }
  private func size(_ found: Found) -> String { Amount(.count, found).size(found.mean) }

  private func between(_ found: Found, _ words: SignedWords) -> String? {
    found.range.map { words.between($0, Amount(.pounds, found)) }
  }
}
