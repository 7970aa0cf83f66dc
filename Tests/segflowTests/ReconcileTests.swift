import Foundation
import Testing

import SegmentReport
@testable import segflow

/// What `reconcile` says of claims about a place where everything is known beforehand.
@Suite("Reconcile")
struct ReconcileTests {
  @Test("The CSV has a row for each claim, with numbers as they are")
  func csv() throws {
    let files = try ClaimFiles()
    defer { files.remove() }
    #expect(files.reconcile().error == "")
    #expect(
      try files.result("reconciliation.csv") == """
        claim,as_printed,printed,unit,source,line,comparable,simulated,standard_error,low_95,\
        high_95,simulated_over_printed,why
        find,Find 15 | prevent *one*,15,found per stroke,report,7,yes,1,0,,,0.066667,\
        "'=Everyone is found, at once"
        pounds,£400,400,£,report,,yes,800,0,,,2,Two years
        sum,"11,409",11409,,report,,yes,11409,0,,,1,Arithmetic
        none,2.5 a year,2.5,,report,,yes,,,,,,Nothing is avoided in the first year
        lost,30%,0.3,,report,9,no,,,,,,The figure is lost

        """)
  }

  @Test("The Markdown has a row for each claim, and nothing in it is read as markup")
  func markdown() throws {
    let files = try ClaimFiles()
    defer { files.remove() }
    _ = files.reconcile()
    let text = try files.result("reconciliation.md")
    #expect(text.hasPrefix("# Hundred: what was claimed, and what is simulated\n\n"))
    #expect(!text.contains("In the headings"))
    let table = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(
      table.joined(separator: "\n") == #"""
        | Claim | Printed | Source | Simulated | Why |
        | --- | ---: | --- | ---: | --- |
        | Find 15 \| prevent \*one\* | 15 found per stroke | report, line 7 | 1; 0.067 x | =Everyone is found, at once |
        | £400 | 400 £ | report | 800; 2.0 x | Two years |
        | 11,409 | 11,409 | report | 11,409; 1.0 x | Arithmetic |
        | 2.5 a year | 2.5 | report | no number | Nothing is avoided in the first year |
        | 30% | 0.3 | report, line 9 | not comparable | The figure is lost |
        """#)
    #expect(text.hasSuffix("## Sources\n\n- report: The \\*Report\\* of 2020\n"))
  }

  @Test("The same is printed, claim by claim")
  func console() throws {
    let files = try ClaimFiles()
    defer { files.remove() }
    let out = files.reconcile().out
    #expect(
      out.contains(
        """

        Find 15 | prevent *one*
          printed: 15 found per stroke (report, line 7)
          simulated: 1; 0.067 x
          why: =Everyone is found, at once

        £400
          printed: 400 £ (report)
          simulated: 800; 2.0 x
          why: Two years

        """))
    #expect(out.contains("\n  simulated: not comparable\n  why: The figure is lost\n"))
    #expect(out.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("A place names its claims, and what they come to is the same")
  func place() throws {
    let files = try ClaimFiles()
    defer { files.remove() }
    _ = files.reconcile()
    let known = try files.result("reconciliation.csv")
    let console = files.reconcile("place.json")
    #expect(console.error == "")
    #expect(try files.result("reconciliation.csv") == known)
  }

  @Test("Each option chosen has columns of its own; claims without it are printed once")
  func worlds() throws {
    let files = try ClaimFiles()
    defer { files.remove() }
    let console = files.reconcile("claims.json", ["--choose=price=high,low"])
    #expect(console.error == "")
    let lines = try files.result("reconciliation.csv").split(separator: "\n")
    #expect(lines[0].contains(",simulated_high,standard_error_high,"))
    #expect(lines[0].hasSuffix(",high_95_low,simulated_over_printed_low,why"))
    #expect(lines[2] == "pounds,£400,400,£,report,,yes,1600,0,,,4,800,0,,,2,Two years")
    #expect(
      console.out.contains("  simulated, high: 1,600; 4.0 x\n  simulated, low:  800; 2.0 x\n"))
    #expect(console.out.contains("  printed: 11,409 (report)\n  simulated: 11,409; 1.0 x\n"))
    let markdown = try files.result("reconciliation.md")
    #expect(markdown.contains("| Simulated, high | Simulated, low | Why |"))
    #expect(markdown.contains("In the headings, “high” is: high (price); “low” is: low (price)."))
    let refused = files.reconcile("claims.json", ["--choose=prize=high"]).error
    #expect(refused.contains("unknown choice 'prize'") && refused.contains("'price'"))
  }

  @Test("Luck gives an interval, digits as it allows, and may hide even the sign")
  func luck() throws {
    let files = try ClaimFiles(
      claims: """
        { "id": "a", "claim": "20 a year", "value": 20, "source": "report",
          "measure": { "outcome": "admission" }, "why": "By chance" },
        { "id": "b", "claim": "Falling", "value": 1, "source": "report",
          "measure": { "difference": [
            { "outcome": "admission" }, { "outcome": "admission", "from": "2022-01" } ] },
          "why": "By chance" }
        """, chance: 0.5)
    defer { files.remove() }
    #expect(files.reconcile("claims.json", ["--replicates=25"]).error == "")
    let rows = try files.result("reconciliation.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let (a, b) = (rows[1].map { Double($0) }, rows[2].map { Double($0) })
    // Binomial: 40 people, chance 0.5, over 25 replicates; one false alarm in 16,000.
    let mean = try #require(a[7])
    #expect(abs(mean - 20) < 4 * (40 * 0.25 / 25).squareRoot())
    let half = 2.0638985616 * (try #require(a[8]))
    #expect(abs(try #require(a[9]) - (mean - half)) < 1e-5)
    #expect(abs(try #require(a[10]) - (mean + half)) < 1e-5)
    try #require(try #require(b[9]) < 0 && 0 < (try #require(b[10])), "choose another seed")
    let markdown = try files.result("reconciliation.md")
    #expect(markdown.contains("| cannot tell ("))
    #expect(b[11] == nil)
    let shown = ["\(Int(mean.rounded()))", NumberText.fixed(mean, decimals: 1)]
    #expect(shown.contains { markdown.contains("| \($0) (") }, "the mean is \(mean)")
  }

  @Test("An option changes what it should", arguments: ["--seed=2", "--replicates=3"])
  func options(option: String) throws {
    let claim = """
      { "id": "a", "claim": "20 a year", "value": 20, "source": "report",
        "measure": { "outcome": "admission" }, "why": "By chance" }
      """
    let files = try ClaimFiles(claims: claim, chance: 0.5)
    defer { files.remove() }
    _ = files.reconcile()
    let usual = try files.result("reconciliation.csv")
    _ = files.reconcile("claims.json", ["--threads=1"])
    #expect(try files.result("reconciliation.csv") == usual)
    _ = files.reconcile("claims.json", [option])
    #expect(try files.result("reconciliation.csv") != usual)
  }

  @Test("What single residents hold is read in each scenario")
  func residents() throws {
    let files = try ClaimFiles(
      claims: """
        { "id": "a", "claim": "40 found", "value": 40, "source": "report", "why": "All",
          "measure": { "avoided": { "holding": "hidden", "atLeast": 1, "at": "2023-01" },
                       "by": "found" } },
        { "id": "b", "claim": "40 at first", "value": 40, "source": "report", "why": "All",
          "measure": { "in": "found", "of": { "holding": "hidden", "atLeast": 1 } } }
        """)
    defer { files.remove() }
    #expect(files.reconcile().error == "")
    let rows = try files.result("reconciliation.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows[1...2].map { $0[7] } == ["40", "40"])
  }

  @Test("What cannot be run is refused, and nothing is written")
  func refusals() throws {
    let files = try ClaimFiles()
    defer { files.remove() }
    let console = files.reconcile("found.json")
    #expect(console.error.contains("found a scenario, expected claims or a place"))
    #expect(
      files.reconcile("claims.json", ["--replicates=1"]).error.contains("from 2 to 1000000"))
    #expect(!FileManager.default.fileExists(atPath: files.path("out")))
  }
}
