import Foundation
import Testing

@testable import segflow

@Suite("Trace")
struct TraceTests {
  /// Options that the tests below are about.
  static let triedOptions: Set = [
    "resident", "draw", "replicate", "seed", "step", "baseline", "choose",
  ]

  private let files: SmallFiles

  init() throws { files = try SmallFiles() }

  private func trace(_ words: String...) -> RecordedConsole {
    let console = RecordedConsole()
    _ = console.run(["trace", files.path("classes.json")] + words)
    return console
  }

  /// The first resident that the list names.
  private func listed(_ words: [String] = []) throws -> String {
    let console = RecordedConsole()
    #expect(console.run(["trace", files.path("classes.json")] + words) == 0)
    let line = try #require(console.out.split(separator: "\n").last)
    return String(try #require(line.split(separator: " ").last))
  }

  @Test("Without a resident some are listed whose paths part, and one of them can be followed")
  func path() throws {
    defer { files.remove() }
    let list = trace().out
    #expect(list.hasPrefix("The first residents whose paths differ between"))
    #expect(list.contains("no Falls; drew 0."))
    let out = trace("--resident", try listed()).out
    #expect(out.hasPrefix("Resident "))
    for text in [
      "of Smallton: aged 40 in 2021-04", "reached by Falls classes for the first time",
      ": the paths part", "Falls; drew 0.", "no Falls; drew 0.", "would happen below 0.012422",
      "happens below 0.02469", "\nAt the end: in ",
    ] { #expect(out.contains(text), "\(text) in \(out)") }
    #expect(out.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("Before the interventions and for those they do not reach nothing differs")
  func same() throws {
    defer { files.remove() }
    let lines = (0..<40).map { trace("--resident=\($0)").out }
    #expect(lines.contains { $0.contains("The paths do not part.\n") })
    let text = try #require(lines.first { $0.contains("The paths do not part.\n") })
    #expect(!text.contains("  Falls classes:"))
  }

  @Test(
    "An option changes what is told",
    arguments: [
      "--draw=3", "--replicate=1", "--seed=2", "--step=month", "--choose=falls=rare",
      "--baseline=leaflets.json",
    ])
  func option(option: String) throws {
    defer { files.remove() }
    let words = option.replacingOccurrences(of: "=leaflets", with: "=\(files.path("leaflets"))")
    #expect(trace(words).out != trace().out)
  }

  @Test("A resident who is not there is refused with how many there are")
  func refusals() {
    defer { files.remove() }
    #expect(
      trace("--resident=3000").error.contains(
        "there is no resident 3000: 'Smallton' has 3000, numbered from 0 to 2999"))
    #expect(trace("--resident=2999").error.isEmpty)
    let console = RecordedConsole()
    #expect(console.run(["trace", files.path("place.json")]) == 2)
    #expect(console.error.contains("'trace' needs a scenario that is not the baseline"))
  }

  @Test("Where nothing differs, that is said")
  func nobody() throws {
    defer { files.remove() }
    let console = RecordedConsole()
    #expect(console.run(["trace", files.path("leaflets.json")]) == 0)
    #expect(console.out.hasPrefix("Nobody's path differs between"))
  }
}
