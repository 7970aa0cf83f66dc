/// The line that says who stands behind a run.
///
/// It has no date, since a report is the same bytes whenever its run is made again; `manifest.json`
/// says when the run was made.
struct AssuranceWords: Hashable, Sendable {
  let runBy: String?
  let assuredBy: String?
  let version: String
  let digest: String

  /// Whether anybody assured it.
  var isAssured: Bool { assuredBy != nil }

  /// The line.
  var line: String {
    let who = runBy.map { "Run by \($0)" } ?? "Nobody is named as having run it"
    let assured = assuredBy.map { "assured by \($0)" } ?? "NOT ASSURED: nobody has checked it yet"
    return "\(who); \(assured). Version \(version), run \(digest.prefix(12))."
  }
}
