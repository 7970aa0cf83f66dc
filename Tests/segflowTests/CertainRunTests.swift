import Foundation
import Testing

@testable import segflow

/// Runs in which there is nothing to draw, or nothing to compare, or too much of something.
@Suite("Runs that are not as usual")
struct CertainRunTests {
  private let files: SmallFiles

  init() throws {
    files = try SmallFiles(residents: 300)
  }

  private func run(_ words: String..., to folder: String = "out") -> (Int32, RecordedConsole) {
    let console = RecordedConsole()
    return (console.run(["run"] + words + ["-o", files.path(folder)]), console)
  }

  @Test("Where nothing is uncertain, all replicates are of the central values, in shards too")
  func certain() throws {
    defer { files.remove() }
    let leaflets = files.path("leaflets.json")
    let (status, console) = run(leaflets, "--draws=3")
    #expect(status == 0)
    #expect(
      console.error.contains(
        "No number of these files is uncertain, so nothing is drawn: 6 replicates, which differ by "
          + "luck alone.\n"))
    let words = console.out.replacingOccurrences(of: "\n", with: " ")
    #expect(words.contains("by luck alone (Student's t over 6 replicates)"))
    #expect(!console.out.contains("expected effect"))
    let (_, central) = run(leaflets, "--draws=0", "--replicates=6", "-q", to: "central")
    #expect(central.out == console.out && central.error.isEmpty)
    #expect(run(leaflets, "--draws=3", "--shard=1/2", "-q", to: "one").0 == 0)
    #expect(run(leaflets, "--draws=3", "--shard=2/2", "-q", to: "two").0 == 0)
    #expect(run(leaflets, "--draws=3", "--shard=6/6", "-q", to: "six").0 == 0)
    let (many, why) = run(leaflets, "--draws=3", "--shard=6/7", "-q", to: "seven")
    #expect(many == 2 && why.error.contains("6 replicates cannot be split into 7 shards"))
    let merged = RecordedConsole()
    let parts = ["one", "two"].map(files.path)
    #expect(merged.run(["merge"] + parts + ["-q", "-o", files.path("merged")]) == 0)
    #expect(merged.out == console.out)
    let names = try files.names("out").filter { $0 != "manifest.json" && $0 != "charts" }
    #expect(!names.contains("parameters.csv") && !names.contains("forecast.json"))
    for folder in ["central", "merged"] {
      #expect(try files.names(folder) == files.names("out"))
      for name in names {
        #expect(try files.read("\(folder)/\(name)") == files.read("out/\(name)"), "\(name)")
      }
    }
    #expect(run(leaflets, "--draws=3", "--replicate=5", "-q", to: "fifth").0 == 0)
    let rows = try files.read("fifth/draws.csv").split(separator: "\n").dropFirst()
    #expect(Set(rows.map { $0.split(separator: ",")[2...3].joined(separator: ",") }) == ["0,5"])
    let (until, refused) = run(leaflets, "--until-mcse=5%")
    #expect(until == 2 && refused.error.contains("'--until-mcse' needs draws, but no number of"))
    // One uncertain number is enough.
    let (_, drawn) = run(files.path("classes.json"), leaflets, "--draws=3")
    #expect(drawn.out.contains("expected effect") && !drawn.error.contains("uncertain"))
  }

  @Test("Draws that are too many replicates of the same are refused, and nothing is written")
  func tooMany() throws {
    defer { files.remove() }
    for draws in ["1001", "1000000"] {
      let (status, console) = run(
        files.path("leaflets.json"), "--draws=\(draws)", "--replicates=1000")
      #expect(status == 2)
      #expect(
        console.error.contains(
          "\(draws) draws of 1000 replicates are too many where no number is uncertain"))
      #expect(console.error.contains("give at most 1000000 replicates"))
    }
    #expect(try !files.names().contains("out"))
  }

  @Test("A probability of another period than the step is refused with where it stands")
  func period() throws {
    defer { files.remove() }
    try files.write(
      try files.read("place.json").replacingOccurrences(
        of: #""ratePerYear": { "byChoice""#, with: #""probabilityPerQuarter": { "byChoice""#),
      to: "place.json")
    let (status, console) = run(files.path("classes.json"), "--step=year")
    #expect(status == 2)
    #expect(
      console.error.hasPrefix(
        "segflow: error: \(files.path("place.json")): events[0].events[0].probabilityPerQuarter."
          + "byChoice.falls.frequent: fall has a probability per quarter, which"),
      "\(console.error)")
  }

  @Test("A scenario that is the baseline itself is said not to be compared")
  func baselineItself() throws {
    defer { files.remove() }
    let path = files.path("classes.json")
    let warning = "warning: 'classes' is the baseline itself, so it is not compared\n"
    #expect(run(path, "--baseline", path, "--draws=1", "-q").1.error == warning)
    #expect(!run(path, "--draws=1").1.error.contains("warning"))
  }

  @Test("An event that happens too often is refused with its number, and in a draw with that")
  func often() throws {
    defer { files.remove() }
    let place = try files.read("place.json")
    func write(_ rate: String) throws {
      try files.write(
        place.replacingOccurrences(
          of: #"{ "byChoice": { "falls": { "frequent": 0.1, "rare": 0.02 } } }"#, with: rate
        ).replacingOccurrences(of: #""years": 2"#, with: #""years": 2, "step": "year""#),
        to: "place.json")
    }
    func rate(_ number: String) -> String {
      "\(files.path("place.json")): events[0].events[0].ratePerYear: 'fall' can be expected up to "
        + "\(number) times in a year, with all that raises it; there can be at most 500: run with a "
        + "shorter --step, or let one event stand for several\n"
    }
    try write("501")
    for verb in ["check", "run"] {
      let console = RecordedConsole()
      #expect(console.run([verb, files.path("classes.json")]) == 2)
      #expect(console.error == "segflow: error: " + rate("501"))
    }
    try write(
      #"{ "value": 499, "distribution": "normal", "range95": [398, 600], "source": "made-up" }"#)
    #expect(RecordedConsole().run(["check", files.path("classes.json"), "-q"]) == 0)
    let (status, console) = run(files.path("classes.json"), "-q")
    #expect(status == 2)
    let found = try #require(console.error.firstMatch(of: /up to ([0-9]+) times/)).1
    #expect(try #require(Int(found)) > 500)
    #expect(console.error.contains(", \(rate(String(found)))"))
    #expect(console.error.hasPrefix("segflow: error: in draw "))
    #expect(try !files.names().contains("out"))
  }
}
