import Foundation

/// Model files of a small place in a folder of their own, for whole runs of the tool.
struct SmallFiles {
  /// The folder.
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("segflow-\(UUID().uuidString)")

  /// Writes the place and two scenarios, one that avoids falls and one that only costs money.
  init(residents: Int = 3000) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(Self.place(residents: residents), to: "place.json")
    try write(
      Self.scenario(
        "classes", name: "Falls classes",
        multiplier: #"{ "value": 0.5, "range95": [0.3, 0.8], "distribution": "logNormal" }"#,
        pounds: #"{ "value": 1000, "range95": [900, 1100], "distribution": "normal" }"#),
      to: "classes.json")
    try write(
      Self.scenario("leaflets", name: "Leaflets", multiplier: "1", pounds: "1000"),
      to: "leaflets.json")
  }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file into the folder.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// The text of a file in the folder.
  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// Names in the folder, or a folder of it, sorted.
  func names(_ inner: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(inner)).sorted()
  }

  /// Removes everything.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  private static func place(residents: Int) -> String {
    """
    { "segflow": "place/1", "id": "smallton", "name": "Smallton",
      "start": "2021-04", "reportFrom": "2022-04", "years": 2, "priceYear": "2023/24",
      "discountRatesPerYear": [0, 0.035],
      "choices": [ { "id": "falls", "name": "Falls",
                     "options": [ { "id": "frequent" }, { "id": "rare" } ] } ],
      "payers": [ { "id": "nhs", "name": "NHS" }, { "id": "asc", "name": "Adult social care" } ],
      "services": [ { "id": "inpatient" }, { "id": "homecare" } ],
      "spendSegments": { "ages": "18+", "services": [ "inpatient", "homecare" ],
                         "shares": [ { "id": "highest", "share": 0.01 }, { "id": "rest" } ] },
      "counts": [ { "id": "illnesses", "segments": { "illness": ["ill"] } } ],
      "outcomes": [ { "id": "emergency-admission", "name": "Emergency admissions" } ],
      "population": { "residents": \(residents) },
      "sources": { "sources": [ { "id": "made-up", "citation": "Nobody" } ] },
      "pathways": [ {
        "id": "illness", "evidence": { "source": "made-up", "quality": "assumed" },
        "segments": [
          { "id": "well" },
          { "id": "ill", "costs": [ { "payer": "asc", "service": "homecare", "poundsPerYear": 900 } ] },
          { "id": "dead", "leaves": "died" } ],
        "start": { "shares": { "ill": 0.1 } },
        "moves": [
          { "id": "death", "from": ["well", "ill"], "to": "dead", "ratePerYear": 0.01 },
          { "id": "onset", "from": "well", "to": "ill", "ratePerYear": 0.03 } ] } ],
      "events": [ {
        "evidence": { "source": "made-up", "quality": "assumed" },
        "events": [
          { "id": "fall", "name": "Falls", "outcome": "emergency-admission",
            "ratePerYear": { "byChoice": { "falls": { "frequent": 0.1, "rare": 0.02 } } },
            "costs": [ { "payer": "nhs", "service": "inpatient", "pounds": 4000 } ] } ] } ] }
    """
  }

  private static func scenario(
    _ id: String, name: String, multiplier: String, pounds: String
  ) -> String {
    """
    { "segflow": "scenario/1", "id": "\(id)", "name": "\(name)", "place": "place.json",
      "interventions": [ {
        "id": "\(id)", "name": "\(name)", "starts": "2022-04", "reach": 0.4,
        "evidence": { "source": "made-up", "quality": "assumed" },
        "effects": [ { "on": "fall", "multiplyRate": \(multiplier) } ],
        "costs": [ { "payer": "nhs", "poundsPerYear": \(pounds) } ] } ] }
    """
  }
}
