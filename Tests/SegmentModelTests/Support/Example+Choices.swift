extension Example {
  /// The example with two choices, which its numbers depend on wherever they may stand.
  static let filesWithChoices = edited([
    (
      "place.json", "\"payers\"",
      """
      "choices": [
        { "id": "level", "name": "Level",
          "options": [ { "id": "local" }, { "id": "trials", "name": "As in trials" } ] },
        { "id": "effect", "options": [ { "id": "ratio" }, { "id": "full-gap" }, { "id": "none" } ] } ],
      "payers"
      """
    ),
    (
      "pathways/hypertension.json", "\"poundsPerYear\": 85",
      #""poundsPerYear": { "byChoice": { "level": { "local": 85, "trials": 90 } } }"#
    ),
    (
      "pathways/hypertension.json", "\"45+\": 0.1",
      #""45+": { "byChoice": { "effect": { "ratio": 0.1, "other": 0.2 } } }"#
    ),
    (
      "events/admissions.json", "\"probabilityPerQuarter\": 0.05",
      """
      "probabilityPerQuarter": { "byChoice": { "level": {
        "local": 0.05,
        "trials": { "value": 0.07, "range95": [0.06, 0.08], "source": "case",
                    "quality": "published" } } } }
      """
    ),
    (
      "interventions/case-finding.json", "\"capacityPerYear\": 3000",
      #""capacityPerYear": { "byChoice": { "level": { "local": 3000, "trials": { "value": { "byChoice": { "effect": { "full-gap": 10, "other": 20 } } } } } } }"#
    ),
  ])

  /// Files with some words replaced by others.
  static func edited(
    _ edits: [(file: String, old: String, new: String)], of files: [String: String] = Example.files
  ) -> [String: String] {
    var files = files
    for (file, old, new) in edits { files[file] = files[file]?.replacing(old, with: new) }
    return files
  }
}
