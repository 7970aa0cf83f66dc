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
      "report.html", "paper.md", "charts/avoided-by-year-cheap.svg", "charts/exceedance.svg",
      "charts/flows-illness-dear.svg", "charts/plane-dear.svg", "charts/cumulative-net-cheap.svg",
      "charts/avoided-by-cause-cheap.svg",
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
    var found = try differences()
    #expect(found.contains { $0.hasPrefix("draws.csv: its digest") })
    #expect(found.contains { $0.hasPrefix("report.html: it is not what the files") })
    #expect(try ReportFolder(path: run.path).changedTables().count == 1)
    try run.write(draws, to: "draws.csv")

    let paper = try run.read("paper.md")
    try run.write(paper.replacingOccurrences(of: "prevented", with: "saved"), to: "paper.md")
    found = try differences()
    #expect(found.allSatisfy { $0.hasPrefix("paper.md: ") } && found.count == 2)
    #expect(try ReportFolder(path: run.path).changedTables().isEmpty)
    try run.write(paper, to: "paper.md")

    let chart = "charts/exceedance.svg"
    try FileManager.default.removeItem(atPath: "\(run.path)/\(chart)")
    #expect(try differences().allSatisfy { $0.hasPrefix(chart) })
    var folder = try ReportFolder(path: run.path)
    try folder.render(Assurance())
    #expect(try differences().isEmpty)

    try run.write(
      "scenario,choices,outcome,parameter,avoided_at_low_events,avoided_at_high_events\n"
        + "cheap,default,admission,x.json:rate,10,40\n", to: "tornado.csv")
    #expect(try differences().contains("tornado.csv: it is not in manifest.json"))
    folder = try ReportFolder(path: run.path)
    try folder.render(Assurance())
    #expect(try differences().isEmpty)
    #expect(try run.names().contains("charts/tornado-cheap.svg"))
  }

  @Test("Who assured it can be said later, and changes nothing else of the manifest")
  func assurance() throws {
    defer { run.remove() }
    #expect(try run.read("report.html").contains("NOT ASSURED"))
    let before = try run.read("manifest.json")
    var folder = try ReportFolder(path: run.path)
    try folder.render(Assurance(assuredBy: "Ann \"A\" <Bell>"))
    #expect(try run.read("report.html").contains("assured by Ann &quot;A&quot; &lt;Bell&gt;"))
    folder = try ReportFolder(path: run.path)
    try folder.render(Assurance(runBy: "Bob"))
    let page = try run.read("report.html")
    #expect(page.contains("Run by Bob; assured by Ann"))
    #expect(!page.contains("NOT ASSURED"))
    #expect(try differences().isEmpty)
    func rest(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { line in
        !["runBy", "assuredBy", "bytes", "sha256"].contains { line.contains("\"\($0)\"") }
      }
    }
    #expect(try rest(run.read("manifest.json")) == rest(before))
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

  @Test("The words of a small run are as they were agreed", arguments: [
    "paper.md", "charts/avoided-by-year-cheap.svg", "charts/flows-illness-dear.svg", "page.txt",
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
    var rest = page[...]
    for name in ["style", "script", "svg"] {
      var kept = ""
      while let start = rest.range(of: "<\(name)") {
        kept += rest[..<start.lowerBound]
        rest = rest[start.lowerBound...].range(of: "</\(name)>").map { rest[$0.upperBound...] } ?? ""
      }
      rest = (kept + rest)[...]
    }
    while let start = rest.firstIndex(of: "<") {
      text += rest[..<start]
      rest = rest[start...].firstIndex(of: ">").map { rest[rest.index(after: $0)...] } ?? ""
      text += "\n"
    }
    return text.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
      .filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }
}
