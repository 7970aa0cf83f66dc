import Foundation
import Testing

@testable import SegmentModel

/// Quantiles against known values, from the middle to one in a million millions.
///
/// Gamma and normal: mpmath 1.3 with 60 digits, bisection on the incomplete gamma function. Beta:
/// scipy 1.17 (Boost), which gives 2e-308 for anything less.
@Suite("Distributions")
struct DistributionTests {
  private func near(_ found: Double, _ expected: Double, _ tolerance: Double) -> Bool {
    // Below 1e-290, the exponent is all that is left of the argument.
    if expected < 1e-290 { return found >= 0 && found < 1e-290 }
    return abs(found - expected) <= tolerance * expected
  }

  @Test("Quantiles of gammas from shape 0.001 to a million", arguments: gammas)
  func gamma(p: Double, shape: Double, expected: Double) {
    let found = Distribution(.gamma(shape: shape, scale: 2)).quantile(p)
    #expect(near(found, 2 * expected, 1e-11), "\(found) for \(2 * expected)")
  }

  @Test("Quantiles of betas from shapes 0.001 to a million", arguments: betas)
  func beta(p: Double, alpha: Double, beta: Double, expected: Double) {
    let found = Distribution(.beta(alpha: alpha, beta: beta)).quantile(p)
    #expect(near(found, expected, 1e-9), "\(found) for \(expected)")
    // The same from the other end, where doubles near 1 are too coarse to tell more.
    let other = 1 - Distribution(.beta(alpha: beta, beta: alpha)).quantile(1 - p)
    if p > 1e-6, p < 1 - 1e-6, expected > 1e-6 { #expect(abs(other - expected) < 1e-9) }
  }

  @Test(
    "Quantiles of the normal distribution",
    arguments: [
      (1e-16, -8.2220822161304356), (1e-12, -7.0344838253011319), (0.001, -3.0902323061678135),
      (0.025, -1.9599639845400542), (0.3, -0.52440051270804082), (0.5, 0),
      (0.9, 1.2815515655446006), (0.975, 1.9599639845400539), (1 - 1e-12, 7.0344869100478352),
    ])
  func normal(p: Double, expected: Double) {
    #expect(abs(NormalCurve.quantile(p) - expected) <= 1e-14 * abs(expected))
    let back = NormalCurve.cumulative(expected)
    #expect(abs(min(back, 1 - back) - min(p, 1 - p)) <= 1e-11 * min(p, 1 - p) + 2e-16)
    let logNormal = Distribution(.logNormal(median: 3, sigma: 0.5)).quantile(p)
    #expect(abs(logNormal / (3 * exp(0.5 * expected)) - 1) < 1e-14)
  }

  @Test("Triangles and uniforms have their shape")
  func straight() {
    let triangle = Distribution(.triangular(low: 1, mode: 2, high: 5))
    // A quarter of the area lies below the mode.
    #expect(triangle.quantile(0.25) == 2)
    #expect(abs(triangle.quantile(0.0625) - 1.5) < 1e-15)
    #expect(abs(triangle.quantile(0.8125) - 3.5) < 1e-15)
    let slope = Distribution(.triangular(low: 0, mode: 0, high: 1))
    #expect(abs(slope.quantile(0.75) - 0.5) < 1e-15)
    #expect(Distribution(.uniform(low: 2, high: 6)).quantile(0.25) == 3)
  }

  @Test("What is cut off leaves the rest in proportion")
  func truncated() {
    let half = Distribution(.normal(mean: 0, standardDeviation: 1), within: 0...(.infinity))
    // The median of the upper half is the upper quartile.
    #expect(abs(half.quantile(0.5) - 0.67448975019608171) < 1e-14)
    #expect(half.quantile(1e-12) >= 0)
    let both = Distribution(.normal(mean: 0.5, standardDeviation: 1), within: 0...1)
    #expect(abs(both.quantile(0.5) - 0.5) < 1e-14)
    for p in [1e-12, 0.01, 0.99, 1 - 1e-12] { #expect((0...1).contains(both.quantile(p))) }
    let gamma = Distribution(.gamma(shape: 1, scale: 1), within: 0...PortableMath.log(2))
    #expect(abs(gamma.quantile(0.5) - PortableMath.log(4 / 3.0)) < 1e-14)
  }

  @Test("The gamma function", arguments: [0.001, 0.3, 1, 1.5, 2, 9.99, 10, 12.5, 171, 1e6])
  func logGamma(x: Double) {
    #expect(abs(GammaFunctions.logGamma(x) - lgamma(x)) <= 1e-13 * max(1, abs(lgamma(x))))
    let other = BetaFunctions.logBeta(x, 2)
    // B(x, 2) = 1 / (x (x + 1)).
    #expect(abs(other + log(x * (x + 1))) < 1e-13 * max(1, abs(other)))
  }

  // MARK: - Fits

  private func fitted(
    _ name: DistributionName, _ value: Double, _ range95: ClosedRange<Double>,
    within support: ClosedRange<Double> = 0...1000
  ) throws(DistributionFit.Failure) -> Distribution {
    try DistributionFit(value: value, range95: range95, support: support).distribution(name)
  }

  @Test("Betas and gammas have the value as mean, and the range over 3.92 as standard deviation")
  func moments() throws {
    #expect(try fitted(.gamma, 4, 1.08...8.92).shape == .gamma(shape: 4, scale: 1))
    guard case .beta(let a, let b) = try fitted(.beta, 0.25, 0.05...0.442).shape else {
      Issue.record("not a beta")
      return
    }
    #expect(abs(a / (a + b) - 0.25) < 1e-12)
    #expect(abs(a * b / ((a + b) * (a + b) * (a + b + 1)) - 0.01) < 1e-12)
  }

  @Test("Log-normals have the value as median, and the ratio of the range")
  func logNormal() throws {
    let found = try fitted(.logNormal, 2, 1...4).range95
    #expect(abs(found.lowerBound - 1) < 1e-3 && abs(found.upperBound - 4) < 2e-3)
  }

  @Test(
    "Triangles have 95% within the range",
    arguments: [(0.5, 0.2...0.8), (3, 1...4.5), (1, 1...2), (0.11, 0.05...0.19)])
  func triangle(mode: Double, range: ClosedRange<Double>) throws {
    let shape = try fitted(.triangular, mode, range, within: -1000...1000).shape
    let found = Distribution(shape).range95
    #expect(abs(found.lowerBound - range.lowerBound) < 1e-12)
    #expect(abs(found.upperBound - range.upperBound) < 1e-12)
  }

  @Test("A range so narrow that a gamma takes long is that of a normal")
  func narrow() throws {
    let found = try fitted(.gamma, 500, 499.999...500.001)
    #expect(abs(found.quantile(0.975) - 500.001) < 1e-6)
    #expect(abs(try fitted(.beta, 0.5, 0.49999...0.50001).quantile(0.025) - 0.49999) < 1e-8)
  }

  private static let gammas: [(Double, Double, Double)] =
    [
      (1e-12, 0.001, 0),
      (0.001, 0.001, 0),
      (0.025, 0.001, 0),
      (0.3, 0.001, 0),
      (0.5, 0.001, 5.2442064082779784e-302),
      (0.9, 0.001, 9.821659644066882e-47),
      (0.975, 0.001, 5.6792519968232969e-12),
      (0.999999999999, 0.001, 17.795747396040136),
      (1e-12, 0.1, 6.0730483624079745e-121),
      (0.001, 0.1, 6.0730483624079071e-31),
      (0.025, 0.1, 5.7917102455214488e-17),
      (0.3, 0.1, 3.5860860184109472e-6),
      (0.5, 0.1, 0.00059339110446022617),
      (0.9, 0.1, 0.26615455373883786),
      (0.975, 0.1, 0.97790479941885309),
      (0.999999999999, 0.1, 22.537047778048815),
      (1e-12, 0.7, 6.276272330333046e-18),
      (0.001, 0.7, 4.5170632965198833e-5),
      (0.025, 0.7, 0.0044983205803144121),
      (0.3, 0.7, 0.17251980033360853),
      (0.5, 0.7, 0.40742374847644127),
      (0.9, 0.7, 1.7571285107044202),
      (0.975, 0.7, 3.020256391314354),
      (0.999999999999, 0.7, 26.377506747801438),
      (1e-12, 1, 1.0000000000005e-12),
      (0.001, 1, 0.0010005003335835335),
      (0.025, 1, 0.025317807984289877),
      (0.3, 1, 0.35667494393873236),
      (0.5, 1, 0.69314718055994531),
      (0.9, 1, 2.3025850929940459),
      (0.975, 1, 3.6888794541139354),
      (0.999999999999, 1, 27.631043237893359),
      (1e-12, 2.5, 2.5623217484152679e-5),
      (0.001, 2.5, 0.10510630131460958),
      (0.025, 2.5, 0.41560580674333122),
      (0.3, 2.5, 1.4999540663799531),
      (0.5, 2.5, 2.1757300955477637),
      (0.9, 2.5, 4.6181784498905595),
      (0.975, 2.5, 6.416250997015013),
      (0.999999999999, 2.5, 32.619341261291767),
      (1e-12, 16.2, 1.3508776570533066),
      (0.001, 16.2, 6.5290317141500176),
      (0.025, 16.2, 9.2963346205765712),
      (0.3, 16.2, 13.873150531193849),
      (0.5, 16.2, 15.867913606593885),
      (0.9, 16.2, 21.524610508156855),
      (0.975, 16.2, 24.98937652755762),
      (0.999999999999, 16.2, 62.249145343658899),
      (1e-12, 300, 193.80847799095295),
      (0.001, 300, 249.31143677349469),
      (0.025, 300, 267.00927523296632),
      (0.3, 300, 290.68116242321795),
      (0.5, 300, 299.66673259043924),
      (0.9, 300, 322.40022284953516),
      (0.975, 300, 334.88457610820557),
      (0.999999999999, 300, 438.45114388901256),
      (1e-12, 1e6, 992981.66918464657),
      (0.001, 1e6, 996912.61731981519),
      (0.025, 1e6, 998040.9833402939),
      (0.3, 1e6, 999475.35791723596),
      (0.5, 1e6, 999999.66666668642),
      (0.9, 1e6, 1001281.765499621),
      (0.975, 1e6, 1001960.9109654504),
      (0.999999999999, 1e6, 1007050.6565374169),
    ]

  private static let betas: [(Double, Double, Double, Double)] =
    [
      (1e-12, 0.001, 0.001, 0),
      (0.001, 0.001, 0.001, 0),
      (0.025, 0.001, 0.001, 0),
      (0.3, 0.001, 0.001, 1.4142853421410697e-222),
      (0.5, 0.001, 0.001, 0.49999999999999994),
      (0.9, 0.001, 0.001, 1.0),
      (0.975, 0.001, 0.001, 1.0),
      (0.999999999999, 0.001, 0.001, 1.0),
      (1e-12, 0.001, 1000000.0, 0),
      (0.001, 0.001, 1000000.0, 0),
      (0.025, 0.001, 1000000.0, 0),
      (0.3, 0.001, 1000000.0, 0),
      (0.5, 0.001, 1000000.0, 5.2442090277602446e-308),
      (0.9, 0.001, 1000000.0, 9.821664549987938e-53),
      (0.975, 0.001, 1000000.0, 5.679254833610883e-18),
      (0.999999999999, 0.001, 1000000.0, 1.7795597941474883e-05),
      (1e-12, 1000000.0, 0.001, 0.9999822044230584),
      (0.001, 1000000.0, 0.001, 0.9999997352296326),
      (0.025, 1000000.0, 0.001, 1.0),
      (0.3, 1000000.0, 0.001, 1.0),
      (0.5, 1000000.0, 0.001, 1.0),
      (0.9, 1000000.0, 0.001, 1.0),
      (0.975, 1000000.0, 0.001, 1.0),
      (0.999999999999, 1000000.0, 0.001, 1.0),
      (1e-12, 0.5, 0.5, 2.4674011002723395e-24),
      (0.001, 0.5, 0.5, 2.4673990709169446e-06),
      (0.025, 0.5, 0.5, 0.001541333133436012),
      (0.3, 0.5, 0.5, 0.2061073738537634),
      (0.5, 0.5, 0.5, 0.4999999999999999),
      (0.9, 0.5, 0.5, 0.9755282581475768),
      (0.975, 0.5, 0.5, 0.9984586668665639),
      (0.999999999999, 0.5, 0.5, 1.0),
      (1e-12, 0.02, 3, 0),
      (0.001, 0.02, 3, 2.2590337678765348e-151),
      (0.025, 0.02, 3, 1.7820634230519158e-81),
      (0.3, 0.02, 3, 1.621755796086511e-27),
      (0.5, 0.02, 3, 2.0064250420018077e-16),
      (0.9, 0.02, 3, 0.00116692145749861),
      (0.975, 0.02, 3, 0.0733784701767833),
      (0.999999999999, 0.02, 3, 0.999473985898275),
      (1e-12, 2.1, 37, 7.481403640440537e-08),
      (0.001, 2.1, 37, 0.0014692499153560329),
      (0.025, 2.1, 37, 0.007274195131788057),
      (0.3, 2.1, 37, 0.03085652064240342),
      (0.5, 2.1, 37, 0.04624651177496527),
      (0.9, 2.1, 37, 0.10197381098202737),
      (0.975, 2.1, 37, 0.14188409327483736),
      (0.999999999999, 2.1, 37, 0.5671974696568296),
      (1e-12, 14, 6, 0.07301358136502833),
      (0.001, 14, 6, 0.3621837552029419),
      (0.025, 14, 6, 0.48797065465412726),
      (0.3, 14, 6, 0.6510205005848472),
      (0.5, 14, 6, 0.7067798200563354),
      (0.9, 14, 6, 0.8248692553093883),
      (0.975, 14, 6, 0.8742393641270166),
      (0.999999999999, 14, 6, 0.9981695326346655),
      (1e-12, 120, 880, 0.06018826485140941),
      (0.001, 120, 880, 0.09045982259859203),
      (0.025, 120, 880, 0.10060257754827248),
      (0.3, 120, 880, 0.11443208732963574),
      (0.5, 120, 880, 0.11974664793324298),
      (0.9, 120, 880, 0.13331957334735522),
      (0.975, 120, 880, 0.14083660900075176),
      (0.999999999999, 120, 880, 0.20396189161495104),
      (1e-12, 1000000.0, 1000000.0, 0.4975129494652678),
      (0.001, 1000000.0, 1000000.0, 0.4989074390580451),
      (0.025, 1000000.0, 1000000.0, 0.49930704833394945),
      (0.3, 1000000.0, 1000000.0, 0.49981459640390097),
      (0.5, 1000000.0, 1000000.0, 0.5),
      (0.9, 1000000.0, 1000000.0, 0.5004530968648362),
      (0.975, 1000000.0, 1000000.0, 0.5006929516660505),
      (0.999999999999, 1000000.0, 1000000.0, 0.5024870516253348),
      (1e-12, 1000000.0, 0.5, 0.9999745782528267),
      (0.001, 1000000.0, 0.5, 0.9999945862302158),
      (0.025, 1000000.0, 0.5, 0.9999974880594333),
      (0.3, 1000000.0, 0.5, 0.9999994629029245),
      (0.5, 1000000.0, 0.5, 0.9999997725317574),
      (0.9, 1000000.0, 0.5, 0.999999992104611),
      (0.975, 1000000.0, 0.5, 0.9999999995089653),
      (0.999999999999, 1000000.0, 0.5, 1.0),
      (1e-12, 50, 1000000.0, 1.504160214705287e-05),
      (0.001, 50, 1000000.0, 3.0957731932002585e-05),
      (0.025, 50, 1000000.0, 3.7109365978244495e-05),
      (0.3, 50, 1000000.0, 4.6062282727134355e-05),
      (0.5, 50, 1000000.0, 4.966461448712885e-05),
      (0.9, 50, 1000000.0, 5.924579525243372e-05),
      (0.975, 50, 1000000.0, 6.477691340758637e-05),
      (0.999999999999, 50, 1000000.0, 0.00011689562478637945),
    ]
}
