/// The sentences about money: what it costs, what the activity avoided is worth, and whether it saves.
///
/// The value of activity, the net and cash that can be released are three things; they are never
/// added up.
struct MoneyWords: Sendable {
  let frame: Frame
  let scenario: String
  /// What the programmes cost more than in the baseline.
  let programme: Found
  /// What care in segments costs more.
  let care: Found
  /// What the activity avoided is worth at average cost.
  let value: Found
  /// Value less programme and care.
  let net: Found
  /// The chance that the net is above zero, between 0 and 1; nil where none is known.
  let chance: Double?
  /// What is gained in health, how that is called ("QALY", "life-year"), and what is paid for each after
  /// all costs where the range of neither holds zero; nil without any.
  let health: (gained: Found, unit: String, price: Found?)?
  /// The headline outcome avoided, and its name, for a ratio where no health is counted.
  let avoided: (Found, name: String)?

  /// What it costs and what that is set against.
  var account: String {
    var sentence = "\(scenario) would cost "
    sentence += "\(pounds(programme)) to deliver \(frame.period)"
    switch care.verdict {
    case .above: sentence += ", with \(pounds(care)) more spent on follow-on care"
    case .below: sentence += ", with \(pounds(care)) less spent on care"
    case .nothing: break
    case .cannotTell, .unsure: sentence += "; we cannot tell whether care costs more or less"
    }
    switch value.verdict {
    case .above, .unsure:
      let word = value.mean < 0 ? "adds" : "avoids"
      sentence += ", and \(word) activity valued at \(pounds(value)) at average cost"
    case .below: sentence += ", and adds activity valued at \(pounds(value)) at average cost"
    case .nothing: sentence += ", and avoids no activity"
    case .cannotTell:
      sentence += ", and we cannot tell whether it avoids any activity"
    }
    let told = value.verdict == .nothing ? nil : range(value)
    return sentence
      + (told.map { " (\(frame.chance($0)); \(frame.prices))." } ?? " (\(frame.prices)).")
  }

  /// Whether it saves, and if not what it buys.
  var verdict: String {
    switch net.verdict {
    case .nothing: return "\(scenario) is expected to cost and save nothing \(terms)."
    case .cannotTell:
      return "We cannot tell whether \(scenario) saves money \(terms): the simulation error hides "
        + "even the sign of the net\(chanceText)."
    case .unsure:
      return "We cannot tell whether \(scenario) saves money \(terms): after all costs the "
        + "\(frame.levelText) range for one place runs from "
        + "\(net.range.map { SignedWords.net.text($0, Amount(.pounds, net)) } ?? "")\(chanceText)."
    case .above: return saving
    case .below: return costing
    }
  }

  private var saving: String {
    let start =
      "\(scenario) is expected to save \(pounds(net)) after all costs"
      + (range(net).map { " (\(frame.chance($0)))" } ?? "") + " \(terms)\(chanceText)"
    guard let health, health.gained.verdict == .below else { return "\(start)." }
    return "\(start), but it loses \(size(health.gained)) \(health.unit)s."
  }

  private var costing: String {
    let start =
      "\(scenario) is not expected to save money \(terms)\(chanceText): its net cost is "
      + pounds(net) + (range(net).map { " (\(frame.chance($0)))" } ?? "")
    guard let health else { return "\(start)\(perAvoided)." }
    switch health.gained.verdict {
    case .above:
      guard let price = health.price else { return "\(start)." }
      return "\(start); it buys health at \(pounds(price)) per \(health.unit)"
        + (price.range.map { Amount(.pounds, price).apart($0) }
          .map { " (\(frame.levelText) range between \($0[0]) and \($0[1]))" } ?? "") + "."
    case .below:
      return "\(start), and it loses \(size(health.gained)) \(health.unit)s: "
        + "\(Phrase.within(frame.baseline)) costs less and gives more health, so it is dominated."
    case .nothing: return "\(start), and it changes no \(health.unit)s\(perAvoided)."
    case .cannotTell, .unsure:
      return "\(start); we cannot tell whether it gains or loses \(health.unit)s"
        + (health.gained.range.map { range in
          let words = SignedWords.gained
          return " (\(frame.chance(words.text(range, Amount(.count, health.gained)))))"
        } ?? "") + "\(perAvoided)."
    }
  }

  /// The net cost of each outcome avoided, where the sign of both is known.
  private var perAvoided: String {
    guard let avoided, avoided.0.verdict == .above else { return "" }
    let ratio = -net.mean / avoided.0.mean
    let price = Found(ratio, error: ratioError(avoided.0, ratio), range: nil)
    return "; that is \(pounds(price)) for each of the \(Phrase.within(avoided.name)) avoided"
  }

  private func ratioError(_ below: Found, _ ratio: Double) -> Double? {
    guard let top = net.error, let bottom = below.error else { return nil }
    let (a, b) = (top / net.mean, bottom / below.mean)
    return ratio.magnitude * (a * a + b * b).squareRoot()
  }

  /// The comparator, the period and the prices.
  private var terms: String {
    "compared with \(Phrase.within(frame.baseline)) \(frame.period) (\(frame.prices))"
  }
  private var chanceText: String {
    chance.map { ", with a chance of \(Phrase.chance($0, samples: frame.samples)) that it does" }
      ?? ""
  }

  private func pounds(_ found: Found) -> String { Amount(.pounds, found).size(found.mean) }
  private func size(_ found: Found) -> String { Amount(.count, found).size(found.mean) }

  /// A range of money as sizes; with signs where it holds zero.
  private func range(_ found: Found) -> String? {
    found.range.map { range in
      let amount = Amount(.pounds, found)
      guard range.lowerBound < 0, range.upperBound > 0 else {
        let ends = amount.sizes(range)
        return "between \(ends.least) and \(ends.most)"
      }
      return amount.text(range)
    }
  }
}
