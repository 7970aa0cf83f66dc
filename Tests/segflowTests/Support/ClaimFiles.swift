import Foundation

/// Files of a place without luck, where forty of a hundred people are admitted every year until
/// they are found, and of claims about it.
struct ClaimFiles {
  /// The folder.
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("segflow-claims-\(UUID().uuidString)")

  /// Writes the files; `claims` takes the place of the usual claims.
  init(claims: String = Self.usual, chance: Double = 1) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(Self.place(chance: chance), to: "place.json")
    try write(Self.found, to: "found.json")
    try write(
      """
      { "segflow": "claims/1", "place": "place.json", "scenarios": [ "found.json" ],
        "claims": [ \(claims) ] }
      """, to: "claims.json")
  }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file into the folder.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// The text of a file of results in the folder `out`.
  func result(_ name: String) throws -> String {
    try String(contentsOfFile: path("out/" + name), encoding: .utf8)
  }

  /// Runs `reconcile` on a file, with the results in the folder `out`.
  func reconcile(_ name: String = "claims.json", _ words: [String] = []) -> RecordedConsole {
    let console = RecordedConsole()
    _ = console.run(["reconcile", path(name), "--output", path("out"), "--quiet"] + words)
    return console
  }

  /// Removes everything.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  private static func place(chance: Double) -> String {
    """
    { "segflow": "place/1", "id": "hundred", "name": "Hundred", "claims": "claims.json",
      "start": "2020-01", "years": 3, "step": "year",
      "choices": [ { "id": "price", "options": [ { "id": "low" }, { "id": "high" } ] } ],
      "payers": [ { "id": "nhs" } ], "outcomes": [ { "id": "admission" } ],
      "counts": [ { "id": "hidden", "segments": { "illness": ["undiagnosed"] } } ],
      "population": { "residents": 100 },
      "sources": { "sources": [ { "id": "report", "citation": "The *Report* of 2020" },
                                { "id": "unused", "citation": "Nobody" } ] },
      "pathways": [ {
        "id": "illness", "evidence": { "source": "report", "quality": "assumed" },
        "segments": [ { "id": "well" }, { "id": "undiagnosed" }, { "id": "treated" } ],
        "start": { "counts": { "undiagnosed": 40 } }, "moves": [] } ],
      "events": [ {
        "evidence": { "source": "report", "quality": "assumed" },
        "events": [ {
          "id": "stroke", "outcome": "admission", "probabilityPerYear": \(chance),
          "eligible": { "segments": { "illness": ["undiagnosed"] } },
          "costs": [ { "payer": "nhs", "pounds": { "byChoice": { "price": {
            "low": 10, "high": 20 } } } } ] } ] } ] }
    """
  }

  private static let found = """
    { "segflow": "scenario/1", "id": "found", "place": "place.json",
      "interventions": [ {
        "id": "finding", "evidence": { "source": "report", "quality": "assumed" },
        "starts": "2020-01", "ends": "2021-01",
        "eligible": { "segments": { "illness": ["undiagnosed"] } },
        "once": [ { "pathway": "illness", "from": "undiagnosed", "to": "treated",
                    "probability": 1 } ] } ] }
    """

  /// Claims of every kind.
  static let usual = """
    { "id": "find", "claim": "Find 15 | prevent *one*", "value": 15, "unit": "found per stroke",
      "source": "report", "line": 7,
      "measure": { "ratio": [
        { "avoided": { "people": { "illness": ["undiagnosed"] }, "at": "2021-01" }, "by": "found" },
        { "avoided": { "outcome": "admission", "from": "2021-01" }, "by": "found" } ] },
      "why": "=Everyone is found, at once" },
    { "id": "pounds", "claim": "£400", "value": 400, "unit": "£", "source": "report",
      "measure": { "avoided": { "pounds": {}, "from": "2021-01", "years": 2 }, "by": "found" },
      "why": "Two years" },
    { "id": "sum", "claim": "11,409", "value": 11409, "source": "report",
      "measure": { "difference": [37089, 25680] }, "why": "Arithmetic" },
    { "id": "none", "claim": "2.5 a year", "value": 2.5, "source": "report",
      "measure": { "ratio": [1, { "avoided": { "outcome": "admission" }, "by": "found" }] },
      "why": "Nothing is avoided in the first year" },
    { "id": "lost", "claim": "30%", "value": 0.3, "source": "report", "line": 9,
      "notComparable": "The figure is lost" }
    """
}
