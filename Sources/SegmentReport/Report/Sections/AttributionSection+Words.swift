/// What the part about interventions says of all of them together.
extension AttributionSection {
  /// What interventions come to together compared with the baseline, and how that differs from the
  /// sum of each alone: of more cases or of a net cost, a saving by the overlap is less.
  static func title(
    _ together: Found, _ overlap: Found?, count: Int, _ kind: Amount.Kind, _ run: AttributionRun,
    outcome: String, baseline: String
  ) -> String {
    let (who, ending) =
      count == 1 ? ("the one intervention", "s") : ("the \(count) interventions together", "")
    let compared = "compared with \(Phrase.within(baseline))"
    guard !together.isUntold else {
      return "We cannot tell what \(who) come\(ending) to \(compared): not even the sign is known."
    }
    let size = Amount(kind, together).size(together.mean)
    let isWorse = together.mean < 0
    let does =
      kind == .pounds
      ? "come\(ending) to a net \(isWorse ? "cost" : "gain") of \(size)"
      : isWorse
        ? "bring\(ending) \(size) more \(outcome)"
        : "prevent\(ending) or postpone\(ending) \(size) \(outcome)"
    let less = kind == .pounds ? "less" : "fewer"
    let apart = overlap.map { overlap in
      guard !overlap.isUntold else { return "; we cannot tell how much their overlap is" }
      let isLess = isWorse ? overlap.mean > 0 : overlap.mean < 0
      return
        ", \(Amount(kind, overlap).size(overlap.mean)) \(isLess ? less : "more") than the sum "
        + "of each alone"
    }
    let of =
      switch run.draws {
      case 0: "At the central values and "
      case 1: "In a single draw and "
      default: ""
      }
    return Phrase.capitalised("\(of)\(compared), \(who) \(does)\(apart ?? "").")
  }

  /// What the figures are of, and how far luck is in them, told of the total of a measure.
  func note(_ scenario: String, _ measure: String?, payer: String = "") -> String {
    let run = run(scenario)
    let others = "so they are not the means of the headline"
    if run.hasError {
      return
        "Means of \(run.name), \(others). \"Cannot tell\": not even the sign of the mean is known "
        + "with 95% confidence (Student's t over the draws)."
    }
    let start = "These figures are of \(run.name). They have no standard error and luck is in them"
    guard let measure,
      let total = rows(scenario, measure, payer: payer).first(where: {
        $0["intervention"] == "all"
      }), let luck = luck(total, run)
    else { return "\(start), \(others)." }
    let size =
      payer.isEmpty
      ? "\(Amount(.count, Found(luck)).size(luck)) \(world.names.within("outcome", measure))"
      : Amount(.pounds, Found(luck)).size(luck)
    return
      "\(start), about \(size) either way in what all "
      + "\(payer.isEmpty ? "avoid" : "come to") together (one standard deviation), \(others)."
  }
}
