import Foundation
import Testing

@testable import SegmentReport

@Suite("Inputs that the answer goes with")
struct InfluencesTests {
  @Test("An input that moves the answer is found among many that do not")
  func influences() throws {
    let run = try WrittenRun(SmallRun.compare([SmallRun.cheap], replicates: 40))
    defer { run.remove() }
    var files = try run.files()
    files["summary.json"] = files["summary.json"]?.replacingOccurrences(
      of: "\"replicatesOfEachDraw\": 40", with: "\"replicatesOfEachDraw\": 1")
    let world = try ReportData(files: files).worlds[0]
    let avoided = try #require(world.avoidedValues("admission", "cheap"))
    #expect(world.drawCount == 40)
    var table = CSVTable(header: ["draw", "parameter", "value"], choices: "default")
    for (draw, value) in avoided.enumerated() {
      table.append([.exact(Double(draw)), .text("mover"), .exact(value / 100)])
      // Drawn as one with it, on another scale.
      table.append([.exact(Double(draw)), .text("twin"), .exact(3 + value / 50)])
      // A price or a utility cannot change a count, whatever chance says.
      table.append([
        .exact(Double(draw)), .text("x.json:events[0].costs[0].pounds"), .exact(value / 100),
      ])
      table.append([
        .exact(Double(draw)), .text("x.json:segments[1].utilityLoss"), .exact(value / 100),
      ])
      for index in 0..<30 {
        let noise = Double((draw * 7_919 + index * 104_729 + draw * draw * 31) % 997)
        table.append([.exact(Double(draw)), .text("noise-\(index)"), .exact(noise)])
      }
    }
    files["parameters.csv"] = table.contents
    let data = try ReportData(files: files)
    let found = Influences(data.worlds[0], outcome: "admission", scenario: "cheap")
    #expect(found.parameters == 32)
    #expect(found.influences.map(\.parameter) == ["mover"])
    let influence = try #require(found.influences.first)
    #expect(influence.others == ["twin"])
    #expect((influence.share - 1).magnitude < 1e-9)
    let sorted = avoided.sorted()
    #expect((influence.effect - (sorted[35] - sorted[4])).magnitude < 1e-6)
    let page = try #require(try ReportFiles(files).files.first { $0.name == "report.html" })
    #expect(
      page.contents.contains(
        "The answer depends much on one input, “mover” (2 inputs drawn as one): across its 80% range"
      ))
    #expect(
      page.contents.contains(
        "Where all inputs are drawn together, “mover” (2 inputs drawn as one) goes with the largest "
          + "part of what differs between these draws: 100%."))
    #expect(
      page.contents.contains(
        "those told from chance (5%, Bonferroni) of the 32 inputs drawn that can change a count"))
    // Inputs of a group go by it, with one of them where there is room.
    let header = try #require(files["inputs.csv"]?.split(separator: "\n").first).split(
      separator: ",")
    let cells = ["choices": "default", "group": "both-effects", "quantity": "mover"]
    let row = header.map { cells[String($0)] ?? "" }
    files["inputs.csv"]! += row.joined(separator: ",") + "\n"
    let grouped = try #require(try ReportFiles(files).files.first { $0.name == "report.html" })
    for words in [
      "on one input, “both effects” (2 inputs drawn as one, such as “mover”): across its 80% range",
      "Where all inputs are drawn together, “both effects” (2 inputs drawn as one) goes with",
    ] { #expect(grouped.contents.contains(words)) }
  }
}
