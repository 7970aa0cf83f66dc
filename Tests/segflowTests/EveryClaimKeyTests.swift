import Foundation
import Testing

@testable import SegmentModel
@testable import segflow

/// Every key of a file of claims changes what `reconcile` says: none is accepted and ignored.
@Suite("Every key of claims")
struct EveryClaimKeyTests {
  /// A key, another value for it (or none), and words that must then be said, or not be any more.
  struct Trial: Sendable, CustomTestStringConvertible {
    let path: String
    let value: String?
    let words: String
    let areSaid: Bool

    var testDescription: String { path }

    init(_ path: String, _ value: String?, says words: String) {
      (self.path, self.value, self.words, areSaid) = (path, value, words, true)
    }

    init(_ path: String, _ value: String?, saysNoMore words: String) {
      (self.path, self.value, self.words, areSaid) = (path, value, words, false)
    }
  }

  private static let trials = [
    Trial("segflow", "\"claims/2\"", says: "version"),
    Trial("place", "\"other.json\"", says: "Elsewhere"),
    Trial(
      "baseline", "{\"id\": \"also\", \"extends\": \"found.json\"}",
      says: "printed: 400 £ (report)\n  simulated: 0;"),
    Trial("choose", "{\"price\": [\"high\"]}", says: "simulated, high: 1,600; 4.0 x"),
    Trial("scenarios", "[]", says: "unknown scenario 'found'"),
    Trial("claims", "[]", says: "the list is empty"),
    Trial("claims[0].id", "\"pounds\"", says: "'pounds' is the id of another claim"),
    Trial("claims[0].claim", "\"Find two\"", says: "\nFind two\n"),
    Trial("claims[0].value", "2", says: "simulated: 1; 0.50 x"),
    Trial("claims[0].unit", nil, saysNoMore: "found per stroke"),
    Trial("claims[0].source", "\"unused\"", says: "(unused, line 7)"),
    Trial("claims[0].line", "8", says: "(report, line 8)"),
    Trial("claims[0].measure", "3", says: "simulated: 3; 0.20 x"),
    Trial("claims[0].why", "\"Who knows\"", says: "why: Who knows"),
    Trial("claims[4].notComparable", "\"It is gone\"", says: "why: It is gone"),
  ]

  private func said(_ tree: JSONTree) throws -> String {
    let files = try ClaimFiles()
    defer { files.remove() }
    let place = try String(contentsOfFile: files.path("place.json"), encoding: .utf8)
    try files.write(
      place.replacingOccurrences(of: "\"Hundred\"", with: "\"Elsewhere\""), to: "other.json")
    let found = try String(contentsOfFile: files.path("found.json"), encoding: .utf8)
    // Either place may stand in the claims, so the scenario names the same.
    if case .string(let name)? = tree["place"] {
      try files.write(found.replacingOccurrences(of: "place.json", with: name), to: "found.json")
    }
    try files.write(tree.text, to: "claims.json")
    let console = files.reconcile()
    return console.out + console.error
  }

  private func usual() throws -> JSONTree {
    let files = try ClaimFiles()
    defer { files.remove() }
    let text = try String(contentsOfFile: files.path("claims.json"), encoding: .utf8)
    return try #require(JSONTree(text))
  }

  @Test("Changing a key changes what is said", arguments: trials)
  func changes(trial: Trial) throws {
    let usual = try usual()
    let other = try #require(usual.setting(trial.path, to: trial.value.flatMap { JSONTree($0) }))
    #expect(try said(usual).contains(trial.words) != trial.areSaid)
    let after = try said(other)
    #expect(after.contains(trial.words) == trial.areSaid, "\(after)")
  }

  @Test("Every key that the reader knows is tried")
  func completeness() throws {
    let files = try ClaimFiles()
    defer { files.remove() }
    let decoder = ModelDecoder()
    var known: Set<String> = []
    decoder.hearKeys = { _, what, keys in
      if ["a list of claims", "a claim"].contains(what) { known.formUnion(keys) }
    }
    _ = try #require(decoder.claims(files.path("claims.json")))
    let tried = Self.trials.compactMap { $0.path.split(separator: ".").last }
    let keys = Set(tried.map { String($0.split(separator: "[")[0]) })
    #expect(known == keys)
  }
}
