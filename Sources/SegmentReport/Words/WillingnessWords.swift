import SegmentModel

/// What a QALY is taken to be worth, with who says so.
struct WillingnessWords {
  /// Prices in pounds per QALY, each with the citation of its source.
  let prices: [(pounds: Double, citation: String)]

  init(_ prices: [(pounds: Double, citation: String)]) { self.prices = prices }

  init(_ model: Model) {
    prices = model.willingnessToPay.map { price in
      (
        price.poundsPerQALY,
        model.sources.first { $0.id == price.source }?.citation ?? price.source
      )
    }
  }

  /// A sentence; nil where the place does not say.
  var text: String? {
    guard !prices.isEmpty else { return nil }
    let parts = prices.map(\.citation).distinct.map { citation in
      let own = prices.filter { $0.citation == citation }
      return "\(Phrase.list(own.map { "£\(NumberText.grouped($0.pounds))" })) (\(citation))"
    }
    return "What a QALY is taken to be worth: \(parts.joined(separator: "; "))."
  }
}
