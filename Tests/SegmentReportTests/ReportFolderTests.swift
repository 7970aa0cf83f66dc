import Foundation
import Testing

@testable import SegmentReport

@Suite("Report of a folder")
struct ReportFolderTests {
  private let run: WrittenRun

  init() throws {
    run = try WrittenRun(SmallRun.compare([SmallRun.cheap, SmallRun.dear], replicates: 4))
  }

  private func differences() throws -> [String] { try ReportFolder(path: run.path).differences() }

  @Test("A run writes its report, its paper and its charts, and they are those of its files")
  func written() throws {
    defer { run.remove() }
    let names = try run.names()
    for name in [
      "report.html", "paper.md", "charts/avoided-by-year_cheap.svg", "charts/exceedance.svg",
      "charts/flows_illness_dear.svg", "charts/plane_dear.svg", "charts/cumulative-net_cheap.svg",
      "charts/avoided-by-cause_cheap.svg",
    ] { #expect(names.contains(name)) }
    #expect(try differences().isEmpty)
  }

  @Test("A changed number, a changed report, a lost file and a file from elsewhere are told")
  func tampering() throws {
    defer { run.remove() }
    let draws = try run.read("draws.csv")
    let line = try #require(draws.split(separator: "\n").dropFirst().first)
    let cells = line.split(separator: ",", omittingEmptySubsequences: false)
    let changed = (cells.prefix(5) + ["99999"] + cells.dropFirst(6)).joined(separator: ",")
    try run.write(draws.replacingOccurrences(of: line, with: changed), to: "draws.csv")
    #expect(try differences() == ["draws.csv: its digest is not that of manifest.json"])
    #expect(try ReportFolder(path: run.path).changedTables().count == 1)
    try run.write(draws, to: "draws.csv")

    let summary = try run.read("summary.json")
    let broken = summary.replacing(
      /"replicatesOfEachDraw": [0-9]+/, with: "\"replicatesOfEachDraw\": 0")
    #expect(broken != summary)
    try run.write(broken, to: "summary.json")
    #expect(try differences() == ["summary.json: its digest is not that of manifest.json"])
    try run.write(summary, to: "summary.json")

    let paper = try run.read("paper.md")
    try run.write(paper.replacingOccurrences(of: "prevented", with: "saved"), to: "paper.md")
    let found = try differences()
    #expect(found.allSatisfy { $0.hasPrefix("paper.md: ") } && found.count == 2)
    #expect(try ReportFolder(path: run.path).changedTables().isEmpty)
    try run.write(paper, to: "paper.md")

    let chart = "charts/exceedance.svg"
    try FileManager.default.removeItem(atPath: "\(run.path)/\(chart)")
    #expect(try differences().allSatisfy { $0.hasPrefix(chart) })
    try run.render()
    #expect(try differences().isEmpty)

    try run.write(
      "scenario,choices,measure,rank,parameter,low_quantile,high_quantile,central_result,"
        + "change_at_low,change_at_high\n"
        + "cheap,default,admission,1,a/x.json:rate,0.1,0.9,25,-15,15\n", to: "tornado.csv")
    #expect(try differences().contains("tornado.csv: it is not in manifest.json"))
    try run.render()
    #expect(try differences().isEmpty)
    #expect(try run.names().contains("charts/tornado_cheap.svg"))
    #expect(
      Self.words(try run.read("report.html"))
        .contains("One input alone was tried: “a/x.json:rate”."))
  }

  @Test("What other commands find is shown where its table is in the folder")
  func others() throws {
    defer { run.remove() }
    var files = try run.files()
    let missing = ReportFolderTests.words(try run.read("report.html"))
    for words in [
      "'segflow attribute SCENARIO --into FOLDER'", "'segflow reconcile PLACE --into FOLDER'",
      "No scenario of this run is another one stopped early.",
    ] {
      #expect(missing.contains(words))
    }
    files["attribution.csv"] = """
      scenario,choices,measure,payer,intervention,mean_share,se_share,share_low,share_high,mean_alone
      cheap,default,admission,,visits,200,1,190,210,220
      cheap,default,admission,,calls,100,1,90,110,120
      cheap,default,admission,,overlap,,,,,-40
      cheap,default,admission,,all,300,1,290,310,300

      """
    files["reconciliation.csv"] = """
      claim,as_printed,printed,unit,source,line,comparable,simulated_a,standard_error_a,low_95_a,high_95_a,simulated_over_printed_a,why
      find,Find <15>,15,found,report,7,yes,21.26,0.5,20.2,22.3,1.4,because
      pay,Pay <4>,4,each,report,8,yes,-910,700,,,,because nothing is told

      """
    let made = try ReportFiles(files).files
    let page = Self.words(try #require(made.first { $0.name == "report.html" }).contents)
    for words in [
      "Compared with baseline, the 2 interventions together prevent or postpone 300 emergency "
        + "admissions, 40 fewer than the sum of each alone.",
      "Find &lt;15&gt;", "21.3", "(20.2 to 22.3)", "Pay &lt;4&gt;\n4 each\nreport\ncannot tell\n",
    ] { #expect(page.contains(words), "\(words)") }
    #expect(page.components(separatedBy: "'segflow attribute").count == 2, "of the other scenario")
    #expect(made.contains { $0.name == "charts/by-intervention_admission_cheap.svg" })
  }

  @Test("Who assured it can be said later, and changes nothing else of the manifest")
  func assurance() throws {
    defer { run.remove() }
    #expect(try run.read("report.html").contains("NOT ASSURED"))
    let before = try run.read("manifest.json")
    try run.render(Assurance(assuredBy: "Ann \"A\" <Bell>"))
    #expect(try run.read("report.html").contains("assured by Ann &quot;A&quot; &lt;Bell&gt;"))
    try run.render(Assurance(assuredBy: "nobody"))
    #expect(try run.read("report.html").contains("NOT ASSURED"))
    try run.render(Assurance(assuredBy: "Ann \"A\" <Bell>"))
    try run.render(Assurance(runBy: "Bob"))
    let page = try run.read("report.html")
    #expect(page.contains("Run by Bob; assured by Ann"))
    #expect(!page.contains("NOT ASSURED"))
    #expect(try differences().isEmpty)
    func rest(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { line in
        !["runBy", "assuredBy", "bytes", "sha256", "manifestDigest"].contains {
          line.contains("\"\($0)\"")
        }
      }
    }
    #expect(try rest(run.read("manifest.json")) == rest(before))
  }

  @Test(
    "A manifest that names files outside the folder is refused",
    arguments: ["/etc/x", "charts/../../x"])
  func strays(path: String) throws {
    defer { run.remove() }
    let manifest = try run.read("manifest.json")
    let stray = manifest.replacingOccurrences(
      of: "\"charts/exceedance.svg\"", with: "\"\(path)\"")
    #expect(stray != manifest)
    try run.write(stray, to: "manifest.json")
    let error = #expect(throws: ReportError.self) { try ReportFolder(path: run.path) }
    #expect(error?.description == "manifest.json: '\(path)' is not a file of the folder")
  }

  @Test("A folder that is no run, and a run that lacks a table or a column, are refused")
  func refusals() throws {
    defer { run.remove() }
    #expect(throws: ResultsFolderError.self) { try ReportFolder(path: run.path + "/none") }
    #expect(throws: ResultsFolderError.self) { try ReportFolder(path: run.path + "/charts") }
    var files = try run.files()
    for name in ["names.csv", "draws.csv", "summary.json", "manifest.json"] {
      let text = files.removeValue(forKey: name)
      #expect(throws: ReportError.self) { try ReportFiles(files) }
      files[name] = text
    }
    for (old, new, message) in [
      ("mean_events", "means", "outcomes.csv: the column 'mean_events' is missing"),
      (",admission,all,", ",admission,\"all,", "outcomes.csv"),
    ] {
      var changed = files
      changed["outcomes.csv"] = files["outcomes.csv"]?.replacingOccurrences(of: old, with: new)
      let error = #expect(throws: ReportError.self) { try ReportFiles(changed) }
      #expect(error?.description.contains(message) == true)
    }
  }

  @Test(
    "The words of a small run are as they were agreed",
    arguments: [
      "paper.md", "charts/avoided-by-year_cheap.svg", "charts/flows_illness_dear.svg", "page.txt",
    ])
  func golden(name: String) throws {
    defer { run.remove() }
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(name.replacingOccurrences(of: "/", with: "-"))")
    let text = name == "page.txt" ? Self.words(try run.read("report.html")) : try run.read(name)
    let golden = try? String(contentsOf: file, encoding: .utf8)
    if golden != text {
      let actual = FileManager.default.temporaryDirectory
        .appendingPathComponent(file.lastPathComponent)
      try Data(text.utf8).write(to: actual)
      Issue.record("if \(actual.path) is better than \(file.path), put it there")
    }
  }

  /// The words of a page, a line for each element, without pictures, style and script.
  static func words(_ page: String) -> String {
    var text = ""
    // A number that no line breaks is no element of its own.
    var rest = page.replacing(/<span class="whole">(.*?)<\/span>/) { $0.output.1 }[...]
    for name in ["style", "script", "svg"] {
      var kept = ""
      while let start = rest.range(of: "<\(name)") {
        kept += rest[..<start.lowerBound]
        rest =
          rest[start.lowerBound...].range(of: "</\(name)>").map { rest[$0.upperBound...] } ?? ""
      }
      rest = (kept + rest)[...]
    }
    while let start = rest.firstIndex(of: "<") {
      text += rest[..<start]
      rest = rest[start...].firstIndex(of: ">").map { rest[rest.index(after: $0)...] } ?? ""
      text += "\n"
    }
    return text.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
      .filter { !$0.isEmpty }.joined(separator: "\n").replacingOccurrences(of: "&#39;", with: "'")
      .replacingOccurrences(of: "&quot;", with: "\"") + "\n"
  }
}
