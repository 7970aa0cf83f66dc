import Testing

@testable import SegmentModel

@Suite("Mistakes about uncertainty")
struct UncertaintyMistakeTests {
  @Test("Mistakes about uncertainty are told", arguments: mistakes)
  func mistake(_ number: String, _ path: String, _ message: String) {
    let messages = Example.fixture(diagnosisRate: number).messages()
    let expected = "error: moves[1].ratePerYear\(path): \(message)"
    #expect(messages.contains(expected), "\(messages)")
    #expect(messages.hasSuffix("\n1 error"), "\(messages)")
  }

  private static let table = #""value": { "byAge": { "0-64": 500, "65+": 0.25 } }"#

  private static let mistakes: [(String, String, String)] = [
    (
      #""value": 0.11, "distribution": "beta""#, "",
      "the distribution 'beta' needs the key 'range95'"
    ),
    (
      #""value": 0.11, "distribution": "gamma", "range95": [0.12, 0.2]"#, ".range95",
      "the range from 0.12 to 0.2 does not contain the value 0.11"
    ),
    (
      #""value": 1.1, "distribution": "beta", "range95": [0.8, 1.2]"#, ".range95",
      "a beta lies between 0 and 1, but this has the value 1.1"
    ),
    (
      #""value": 0.01, "distribution": "beta", "range95": [0, 0.9]"#, ".range95",
      "no beta with the mean 0.01 is so wide"
    ),
    (
      #""value": 0.11, "distribution": "logNormal", "range95": [0, 0.2]"#, ".range95",
      "a logNormal needs a value and a range above 0"
    ),
    (
      #""value": 0.11, "distribution": "gamma", "range95": [0.11, 0.11]"#, ".range95",
      "the range has no width"
    ),
    (
      #""value": 1, "distribution": "normal", "range95": [0.9, 3]"#, ".range95",
      "a normal with the value 1 and so wide a range runs from "
    ),
    (
      #""value": 0.11, "distribution": "logNormal", "range95": [0.1, 0.5]"#, ".range95",
      "a logNormal with the value 0.11 and so wide a range runs from 0.0492 to 0.246 at 95%"
    ),
    (
      #""value": 0.11, "distribution": "normal", "range95": [0.1, 0.12], "range": [0.105, 1]"#,
      ".range", "the range from 0.105 to 1 does not contain the range at 95%, from 0.1 to 0.12"
    ),
    (
      #""value": 0.04, "distribution": "gamma", "range95": [0.039999999999, 0.0400000000001]"#,
      ".range95", "the range is too narrow for a gamma with the value 0.04"
    ),
    (
      #""value": 0.5, "distribution": "beta", "range95": [0, 0.500001]"#, ".range95",
      "a beta with the value 0.5 and so wide a range runs from "
    ),
    (
      #""value": 0.11, "distribution": "uniform", "range": [0.1, 0.2]"#, ".range",
      "a uniform has its value in the middle of its range; this has 0.11"
    ),
    (
      #""value": 0.11, "distribution": "gamma", "range95": [0.1, 0.12], "sampleSize": 10"#,
      ".sampleSize", "'sampleSize' has no meaning beside 'gamma'"
    ),
    (
      #""value": 0.11, "distribution": "fixed", "correlated": "x""#, ".correlated",
      "'correlated' has no meaning beside 'fixed'"
    ),
    (
      #""value": 0.11, "correlated": "x""#, ".correlated",
      "'correlated' has no meaning without a distribution"
    ),
    (
      #""value": 0.11, "distribution": "gamma", "range95": [0.1, 0.12], "relative95": [0.8, 2]"#,
      ".relative95", "a relative range needs a table, but the value is one number"
    ),
    (
      #""value": 0.11, "distribution": "dirichlet", "sampleSize": 10"#, "",
      "the distribution 'dirichlet' needs the key 'correlated'"
    ),
    (
      #""value": 0.11, "distribution": "dirichlet", "correlated": "x""#, "",
      "the distribution 'dirichlet' needs the key 'sampleSize'"
    ),
    (
      table + #", "distribution": "gamma", "range95": [0.1, 0.12]"#, ".range95",
      "a range needs one number, but the value is a table"
    ),
    (
      table + #", "distribution": "gamma", "relative95": [1.1, 1.2]"#, ".relative95",
      "the range from 1.1 to 1.2 does not contain the value 1"
    ),
    (
      table + #", "distribution": "gamma", "relative95": [0.5, 3]"#, ".relative95",
      "1500 is not a rate; it must be 1000 or less"
    ),
    (
      table + #", "distribution": "dirichlet", "sampleSize": 9, "range95": [0, 1]"#, ".range95",
      "a range needs one number, but the value is a table"
    ),
    (
      #""value": { "bySex": { "other": 0 } }, "distribution": "dirichlet", "sampleSize": 9"#, "",
      "the shares of a split must not be below 0"
    ),
    (
      #""value": 0.11, "distribution": "gamma", "range95": [0.1, 0.12], "correlated": { "group": "x" }"#,
      ".correlated", "a correlation needs the key 'correlation'"
    ),
    (
      #""value": 0.11, "tag": "choice""#, ".tag", "unknown word 'choice'"
    ),
  ]

  @Test(
    "Some distributions need a reason",
    arguments: [
      #""distribution": "fixed""#, #""distribution": "uniform", "range": [0.1, 0.12]"#,
      #""distribution": "triangular", "range95": [0.1, 0.12]"#,
    ])
  func reasons(_ words: String) {
    var files = Example.files
    let name = "pathways/hypertension.json"
    files[name] = files[name]?
      .replacing(Example.diagnosisRate, with: "{ \"value\": 0.11, \(words),")
      .replacing(#", "note": "table 3""#, with: "")
    let messages = Fixture(files).messages()
    #expect(messages.contains("needs a reason\n  help: write it as the \"note\" of the number"))
    #expect(messages.hasSuffix("\n1 error"), "\(messages)")
  }

  @Test("What is solved or settled has no distribution of its own")
  func solved() throws {
    let decoder = Example.fixture(
      diagnosisRate:
        #""value": 0.11, "distribution": "gamma", "range95": [0.1, 0.12], "solve": "x""#)
    #expect(decoder.messages().contains("the keys 'distribution', 'range95', 'solve' cannot"))
  }
}
