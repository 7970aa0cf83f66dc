/// How a kind of number is written: no digit that the simulation does not support, and no more than
/// a reader can use.
///
/// Counts below 10 keep a decimal, from 1,000 they go to tens and from 10,000 to hundreds. Money
/// goes to £0.1m from a million, to thousands from £10,000 and to hundreds from £1,000. Percentages
/// below 1 have two decimals, below 10 one.
struct Amount: Hashable, Sendable {
  /// What is counted.
  enum Kind: Hashable, Sendable { case count, pounds, percent }

  let kind: Kind
  private var exponent: Int
  private let isInMillions: Bool

  /// The way to write one number, and the ends of its range.
  init(_ kind: Kind, _ found: Found) {
    self.kind = kind
    isInMillions = kind == .pounds && found.mean.magnitude >= 999_950
    let exponent = Self.exponent(kind, found.mean, found.error)
    self.exponent = isInMillions ? max(5, exponent) : exponent
  }

  private static func exponent(_ kind: Kind, _ value: Double, _ error: Double?) -> Int {
    let size = value.magnitude
    let usual =
      switch kind {
      case .count: size < 9.95 ? -1 : size < 1_000 ? 0 : size < 10_000 ? 1 : 2
      case .pounds: size < 1_000 ? 0 : size < 10_000 ? 2 : size < 999_950 ? 3 : 5
      case .percent: size < 0.995 ? -2 : size < 9.95 ? -1 : 0
      }
    return Rounding(standardError: error, otherwise: usual).atLeast(usual).exponent
  }

  /// The ends of a range without their signs, the smaller first.
  func sizes(_ range: ClosedRange<Double>) -> (least: String, most: String) {
    let ends = ends(range)
    return range.lowerBound.magnitude <= range.upperBound.magnitude
      ? (ends.lower, ends.upper) : (ends.upper, ends.lower)
  }

  /// The ends of a range without their signs, with as many decimals as the one that needs more, up to one
  /// beyond those of this one: more would say of the other end what nobody knows.
  func ends(_ range: ClosedRange<Double>) -> (lower: String, upper: String) {
    let bounds = [range.lowerBound, range.upperBound]
    var alike = self
    if !isInMillions {
      alike.exponent = bounds.map { rounding($0).exponent }
        .filter { $0 < 0 && $0 >= exponent - 1 }.reduce(exponent, min)
    }
    return (alike.size(bounds[0]), alike.size(bounds[1]))
  }

  /// The ends of a range without their signs, each as a number of its own size but no finer than this one:
  /// for what may be many times the mean, such as a price.
  func apart(_ range: ClosedRange<Double>) -> [String] {
    [range.lowerBound, range.upperBound].map { end in
      var own = Amount(kind, Found(end))
      own.exponent = max(own.exponent, exponent)
      return own.size(end)
    }
  }

  /// A number without its sign.
  func size(_ value: Double) -> String {
    let (size, rounding) = (value.magnitude, rounding(value))
    switch kind {
    case .count: return rounding.text(size)
    case .percent: return rounding.text(size) + "%"
    case .pounds:
      // What is too small for the digits of millions is in pounds.
      guard isInMillions, rounding.exponent >= exponent else { return "£" + rounding.text(size) }
      return "£\(Rounding(exponent: rounding.exponent - 6).text(size / 1_000_000))m"
    }
  }

  /// How a number is rounded: one much smaller than its neighbours keeps its first digit, a share always,
  /// others down to a tenth.
  private func rounding(_ value: Double) -> Rounding {
    let size = value.magnitude
    let usual = Rounding(exponent: size == 0 ? max(0, exponent) : exponent)
    let own = usual.keeping(size)
    let rounding =
      kind == .percent ? own : Rounding(exponent: max(own.exponent, min(usual.exponent, -1)))
    return rounding.round(size) == 0 ? Rounding(exponent: max(0, rounding.exponent)) : rounding
  }

  /// A number with a minus sign where it is negative.
  func text(_ value: Double) -> String {
    signed(value, size(value))
  }

  /// A size with a minus sign where its number is negative.
  private func signed(_ value: Double, _ text: String) -> String {
    value < 0 && text.contains(where: { "123456789".contains($0) }) ? "−" + text : text
  }

  /// A range such as "3 to 5".
  func text(_ range: ClosedRange<Double>) -> String {
    let ends = ends(range)
    return "\(signed(range.lowerBound, ends.lower)) to \(signed(range.upperBound, ends.upper))"
  }
}
