import SegmentModel

extension Quantity {
  /// Itself with the range in which a product that it is a factor of makes sense, too, at the greatest
  /// values of the others.
  func limited(by product: Quantity) -> Quantity {
    let (own, all) = (values.ceiling, product.values.ceiling)
    guard !product.factors.isEmpty, own > 0, all > 0 else { return self }
    var part = self
    let most = max(own, min(range.upperBound, product.range.upperBound * (own / all)))
    part.range = min(range.lowerBound, most)...most
    return part
  }

  /// What its own parameter of the draws may be: a factor on a table, or a number of it.
  var rangeOfParameter: ClosedRange<Double> {
    if case .factor = uncertainty?.kind { rangeOfFactor } else { range }
  }

  /// The factors with which all its numbers make sense, 1 among them.
  var rangeOfFactor: ClosedRange<Double> {
    values.leaves.reduce(-Double.infinity...Double.infinity) { factors, leaf in
      guard leaf != 0 else { return factors }
      let ends = [range.lowerBound / leaf, range.upperBound / leaf].sorted()
      return factors.clamped(to: ends[0]...ends[1])
    }
  }
}
