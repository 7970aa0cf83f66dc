import Testing

@testable import SegmentModel

/// Texts without a word, where a reader is to be told something.
@Suite("Mistakes in texts")
struct TextMistakeTests {
  static let slips: [(file: String, old: String, new: String, path: String)] = [
    ("sources.json", #""Decisions of 2026""#, #""""#, "sources[0].citation"),
    ("sources.json", #""Decisions of 2026""#, #""  ""#, "sources[0].citation"),
    ("targets.json", #""definition": "pounds""#, #""definition": """#, "targets[2].definition"),
    ("targets.json", #""On the register""#, #"" ""#, "targets[0].name"),
    (
      "targets.json", #""denominator": "residents""#, #""denominator": """#,
      "targets[0].denominator"
    ),
    ("place.json", #""unit": "days""#, #""unit": " ""#, "resources[1].unit"),
    ("place.json", #""Emergency admissions""#, #""x", "whole": """#, "outcomes[0].whole"),
    (
      "place.json", #""Emergency admissions""#, #""x", "definition": " ""#,
      "outcomes[0].definition"
    ),
    ("place.json", #""NHS""#, #""""#, "payers[0].name"),
    ("place.json", #""2023/24""#, #""""#, "priceYear"),
    ("events/admissions.json", #""cause": "Stroke""#, #""cause": " ""#, "events[0].cause"),
    ("events/admissions.json", #""First stroke""#, #""""#, "events[0].name"),
    (
      "pathways/hypertension.json", #""distribution": "logNormal""#,
      #""distribution": "logNormal", "correlated": """#, "moves[1].ratePerYear.correlated"
    ),
  ]

  @Test(arguments: slips)
  func isRefused(_ slip: (file: String, old: String, new: String, path: String)) throws {
    var files = Example.filesWithTargets
    let text = try #require(files[slip.file])
    try #require(text.ranges(of: slip.old).count == 1, "the example changed")
    files[slip.file] = text.replacing(slip.old, with: slip.new)
    let messages = Fixture(files).messages(loading: ["place.json"])
    #expect(messages.contains("error: \(slip.path): the text is empty"), "\(messages)")
  }

  @Test("A reason of blanks is none", arguments: ["", " "])
  func reason(_ note: String) {
    var files = Example.files
    files["pathways/hypertension.json"] = Example.hypertension.replacing(
      #""distribution": "logNormal""#, with: #""distribution": "triangular""#
    ).replacing(#""note": "table 3""#, with: "\"note\": \"\(note)\"")
    #expect(
      Fixture(files).messages().contains("the distribution 'triangular' needs a reason"))
  }
}
