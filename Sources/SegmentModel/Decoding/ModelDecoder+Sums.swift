extension ModelDecoder {
  /// Checks that the shares of a start leave nobody with more than the whole.
  func checkShares(_ shares: [Int: Quantity], at node: Node) {
    let check = SumCheck(SumCheck.terms(ofShares: shares), names)
    guard check.kinds <= SumCheck.mostKinds else {
      report(.tooManyKinds(check.kinds), at: node)
      return
    }
    guard let excess = check.firstExcess() else { return }
    report(.sharesAboveOne(excess.sum, excess.who + underOptions), at: node)
  }

  /// Checks that a product makes sense where it stands, for everybody.
  func checkProduct(_ values: ValueTree, _ rule: QuantityRule, at node: Node) -> Bool {
    let check = SumCheck([SumCheck.Term(values: values)], names)
    guard !check.isTooWide(above: rule.range.upperBound) else {
      report(.tooManyKinds(check.kinds), at: node)
      return false
    }
    guard let excess = check.firstExcess(above: rule.range.upperBound) else { return true }
    report(.productTooLarge(excess.sum, excess.who + underOptions, rule), at: node)
    return false
  }

  /// Checks that the probabilities of the moves out of a segment are not more than the whole.
  func checkExits(_ moves: [Event], of pathway: Int, at node: Node) {
    let segments = segments(of: pathway)
    for segment in segments.names.indices {
      let terms = SumCheck.terms(ofExits: moves, from: segment)
      let check = SumCheck(terms, names)
      guard !check.isTooWide() else {
        report(.tooManyKinds(check.kinds), at: node)
        return
      }
      guard let excess = check.firstExcess() else { continue }
      report(
        .exitsAboveOne(segments.names[segment], excess.sum, excess.who + underOptions), at: node)
    }
  }
}
