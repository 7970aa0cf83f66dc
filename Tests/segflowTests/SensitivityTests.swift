import Foundation
import Testing

@testable import segflow

@Suite("Tornado, sweep and threshold")
struct SensitivityTests {
  /// Options that these tests and those of each verb are about, and 'into', which IntoTests tries.
  static let triedOptions: [Verb: Set<String>] = [
    .tornado: [
      "quantiles", "only", "draws-from", "replicates", "seed", "threads", "step", "baseline",
      "choose", "output", "into", "quiet",
    ],
    .sweep: [
      "points", "replicates", "seed", "threads", "step", "baseline", "choose", "output", "quiet",
    ],
    .threshold: [
      "of", "pounds-per-qaly", "discount-rate", "replicates", "seed", "threads", "step", "baseline",
      "choose", "quiet",
    ],
  ]

  private let call: SensitivityCall
  private var files: SmallFiles { call.files }

  init() throws { call = try SensitivityCall() }

  @Test(
    "An option changes the table as it should",
    arguments: [
      ("--replicates=3", true), ("--seed=2", true), ("--step=month", true),
      ("--choose=falls=rare", true), ("--baseline=leaflets.json", true), ("--threads=2", false),
      ("--quiet", false),
    ])
  func option(option: String, changes: Bool) throws {
    defer { files.remove() }
    let word = option.replacingOccurrences(of: "=leaflets", with: "=\(files.path("leaflets"))")
    for words in [["tornado"], ["sweep", SensitivityCall.ratio, "0.4..0.6"]] {
      #expect(try (call(words + [word]).rows != call(words).rows) == changes, "\(words[0])")
    }
    let search = ["threshold", SensitivityCall.ratio, "0.5..1.2"]
    // A threshold prints to four figures only what its range has.
    let (with, without) = (try call(search + [word]).console, try call(search).console)
    try #require(!with.out.isEmpty && !without.out.isEmpty)
    #expect((with.out != without.out) == changes)
    if option == "--quiet" {
      #expect(try call(["tornado", word]).console.error.isEmpty && with.error.isEmpty)
    }
  }

  @Test("Options of one verb change its table")
  func own() throws {
    defer { files.remove() }
    let usual = try call(["tornado"]).rows
    #expect(try call(["tornado", "--quantiles=5,95"]).rows != usual)
    #expect(try call(["tornado", "--only=poundsPerYear"]).rows.count == usual.count / 2)
    #expect(try call(["tornado", "--only=xyz"]).console.error.contains("no uncertain number has"))
    #expect(try call(["tornado", "--quantiles=90,10"]).console.error.contains("two percentages"))
    #expect(try call(["sweep", SensitivityCall.price, "0..8000", "--points=3"]).rows.count == 8)
    for words in [["tornado"], ["sweep", SensitivityCall.price, "0..1"]] {
      _ = try call(words + ["--output=\(files.path("here"))"])
      #expect(try files.names("here").sorted() == ["manifest.json", "\(words[0]).csv"].sorted())
    }
  }
}
