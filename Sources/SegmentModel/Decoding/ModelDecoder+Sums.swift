extension ModelDecoder {
  /// Checks that the shares of a start leave nobody with more than the whole.
  func checkShares(_ shares: [Int: Quantity], at node: Node) {
    let terms = shares.sorted { $0.key < $1.key }.map { SumCheck.Term(values: $0.value.values) }
    guard let excess = SumCheck(terms, names).firstExcess() else { return }
    report(.sharesAboveOne(excess.sum, excess.who + underOptions), at: node)
  }

  /// Checks that a product makes sense where it stands, for everybody.
  func checkProduct(_ values: ValueTree, _ rule: QuantityRule, at node: Node) -> Bool {
    let check = SumCheck([SumCheck.Term(values: values)], names)
    guard let excess = check.firstExcess(above: rule.range.upperBound) else { return true }
    report(.productTooLarge(excess.sum, excess.who + underOptions, rule), at: node)
    return false
  }

  /// Checks that the probabilities of the moves out of a segment are not more than the whole.
  func checkExits(_ moves: [Event], of pathway: Int, at node: Node) {
    let segments = segments(of: pathway)
    for segment in segments.names.indices {
      let terms = moves.compactMap { move -> SumCheck.Term? in
        guard move.move?.from.contains(segment) == true,
          case .probability(let quantity, _) = move.chance
        else { return nil }
        return SumCheck.Term(values: quantity.values, eligible: move.eligible)
      }
      guard let excess = SumCheck(terms, names).firstExcess() else { continue }
      report(
        .exitsAboveOne(segments.names[segment], excess.sum, excess.who + underOptions), at: node)
    }
  }
}
