import Foundation
import Testing

/// The small place with targets, a number that is solved for one of them, and a start that settles.
struct SmallTargets {
  let files: SmallFiles

  /// Writes the place; `falls` is the published number of falls in the first year.
  init(falls: Int = 600) throws {
    files = try SmallFiles()
    let place = try files.read("place.json")
    let edited =
      place
      .replacingOccurrences(
        of: "{ \"frequent\": 0.1, \"rare\": 0.02 }",
        with: """
          { "frequent": { "value": 0.1, "quality": "calibrated", "solve": "falls" },
                        "rare": { "value": 0.02, "quality": "calibrated", "solve": "falls" } }
          """
      )
      .replacingOccurrences(
        of: "{ \"shares\": { \"ill\": 0.1 } }",
        with: "{ \"shares\": { \"ill\": 0.1 }, \"settle\": {} }"
      )
      .replacingOccurrences(
        of: "\"population\"",
        with: """
          "targets": [ { "evidence": { "source": "made-up", "quality": "published" }, "targets": [
            { "id": "falls", "name": "Falls in a year", "use": "calibration",
              "measure": { "events": ["fall"] }, "value": \(falls), "error": "poisson",
              "definition": "falls", "denominator": "all residents", "line": 3 },
            { "id": "ill", "name": "People who are ill", "use": "validation",
              "measure": { "people": { "illness": ["ill"] } }, "value": 2000,
              "error": { "range95": [1900, 2100] }, "definition": "ill|people" } ] } ],
          "population"
          """)
    try #require(edited != place)
    try files.write(edited, to: "place.json")
  }

  var path: String { files.path("place.json") }
}
