import Foundation
import Testing

@testable import SegmentReport

@Suite("Parts of a report about tables that other commands add")
struct AddedSectionTests {
  private let run: WrittenRun

  init() throws { run = try WrittenRun(SmallRun.compare([SmallRun.cheap], replicates: 4)) }

  /// The words of the page with a table that a command line added.
  private func page(
    _ name: String, _ table: String, _ commandLine: String
  ) throws -> String {
    ReportFolderTests.words(try made("report.html", name, table, commandLine))
  }

  /// A file of the report with a table that a command line added.
  private func made(
    _ file: String, _ name: String, _ table: String, _ commandLine: String
  ) throws -> String {
    var files = try run.files()
    files[name] = table
    var manifest = ManifestText(text: try #require(files["manifest.json"]))
    try manifest.set(additions: [
      RunManifest.Addition(
        path: name, of: "cheap (default)",
        commandLine: commandLine.split(separator: " ").map(String.init))
    ])
    files["manifest.json"] = manifest.text
    let made = try ReportFiles(files).files
    return try #require(made.first { $0.name == file }).contents
  }

  @Test("What a command line says of an option, and nil for what it does not have")
  func options() {
    func value(_ words: String, _ option: String) -> String? {
      RunManifest.Addition(
        path: "", of: "", commandLine: words.split(separator: " ").map(String.init)
      ).value(of: option)
    }
    #expect(value("segflow attribute x.json --draws 0 --alone", "--draws") == "0")
    #expect(value("segflow attribute --draws=30 x.json", "--draws") == "30")
    #expect(value("segflow tornado x.json --draws-from dir", "--draws") == nil)
    #expect(value("segflow tornado -- --only costs", "--only") == nil)
  }

  @Test("Attribution takes the draws and replicates of its command, and Student's t over draws")
  func attributionRun() {
    func run(_ words: String) -> AttributionRun {
      AttributionRun(
        RunManifest.Addition(
          path: "", of: "", commandLine: words.split(separator: " ").map(String.init)))
    }
    let few = run("segflow attribute x.json --draws 3 --replicates 5")
    #expect(few.draws == 3 && few.replicates == 5)
    #expect((few.confidence - 4.302653).magnitude < 1e-5, "t with 2 degrees of freedom")
    let usual = run("segflow attribute x.json")
    #expect(usual.draws == 20 && usual.replicates == 2)
    #expect((usual.confidence - 2.093024).magnitude < 1e-5, "t with 19 degrees of freedom")
    #expect(run("segflow attribute x.json --draws 0").confidence == 0)
  }

  @Test("A saving by the overlap makes a net cost less, and a net gain more")
  func overlap() {
    let run = AttributionRun(nil)
    func title(
      _ total: Found, _ overlap: Found?, _ kind: Amount.Kind = .pounds, count: Int = 3
    ) -> String {
      AttributionSection.title(
        total, overlap, count: count, kind, run, outcome: "strokes", baseline: "As it is")
    }
    for (total, overlap, words) in [
      (-23.08e6, 0.52e6, "a net cost of £23.1m, £520,000 less"),
      (-23.08e6, -0.52e6, "a net cost of £23.1m, £520,000 more"),
      (23.08e6, 0.52e6, "a net gain of £23.1m, £520,000 more"),
      (23.08e6, -0.52e6, "a net gain of £23.1m, £520,000 less"),
    ] {
      #expect(
        title(Found(total), Found(overlap))
          == "Compared with “As it is”, the 3 interventions together come to \(words) than the sum "
          + "of each alone.")
    }
    #expect(
      title(Found(261), Found(-12), .count)
        == "Compared with “As it is”, the 3 interventions together prevent or postpone 261 strokes, "
        + "12 fewer than the sum of each alone.")
    #expect(
      title(Found(-40), Found(-12), .count)
        .hasSuffix("together bring 40 more strokes, 12 more than the sum of each alone."))
    #expect(
      title(Found(261), nil, .count, count: 1)
        == "Compared with “As it is”, the one intervention prevents or postpones 261 strokes.")
    #expect(
      title(Found(261), Found(-12, error: 9, confidence: 2.1), .count)
        .hasSuffix("261 strokes; we cannot tell how much their overlap is."))
    #expect(
      title(Found(3, error: 9, confidence: 2.1), nil, .count)
        == "We cannot tell what the 3 interventions together come to compared with “As it is”: not "
        + "even the sign is known.")
  }

  private static let header =
    "scenario,choices,measure,payer,intervention,mean_share,se_share,share_low,share_high,mean_alone,"
    + "se_alone\n"

  @Test("A share whose sign its error hides is not told; the range is that of one more draw")
  func draws() throws {
    defer { run.remove() }
    let table =
      Self.header + """
        cheap,default,admission,,visits,290,10,250,330,300,10
        cheap,default,admission,,calls,5,2,-3,13,4,2
        cheap,default,admission,,overlap,,,,,-9,3
        cheap,default,admission,,all,295,10,255,335,295,10

        """
    // 5 is 2.5 standard errors: told with 20 draws, not with 3.
    let many = try page("attribution.csv", table, "segflow attribute x.json --draws 20")
    let few = try page("attribution.csv", table, "segflow attribute x.json --draws 3")
    #expect(many.contains("\ncalls\n5\n"))
    #expect(few.contains("\ncalls\ncannot tell\n"))
    #expect(few.contains("80% range of one more draw"))
    #expect(few.contains("Means of 3 draws, 2 replicates of each, so they are not the means of"))
    #expect(
      many.contains(
        "Compared with baseline, the 2 interventions together prevent or postpone 300 emergency "
          + "admissions, 9 fewer than the sum of each alone."))
    #expect(few.contains("; we cannot tell how much their overlap is."))
  }

  @Test("Of central values there is no error: their luck is said, and no empty range is shown")
  func central() throws {
    defer { run.remove() }
    let table =
      Self.header + """
        cheap,default,admission,,visits,291,,,,300,
        cheap,default,admission,,calls,5,,,,4,
        cheap,default,admission,,overlap,,,,,-8,
        cheap,default,admission,,all,296,,,,296,

        """
    let page = try page(
      "attribution.csv", table, "segflow attribute x.json --draws 0 --replicates 4 --alone")
    #expect(
      page.contains(
        "At the central values and compared with baseline, the 2 interventions together prevent or "
          + "postpone 296 emergency admissions, 8 fewer than"))
    // The luck of one place is 13.8 here, and there are 4 replicates.
    #expect(
      page.contains(
        "These figures are of the central values over 4 replicates. They have no standard error and "
          + "luck is in them, about 6.9 emergency admissions either way in what all avoid together "
          + "(one standard deviation), so they are not the means of the headline."))
    #expect(!page.contains("80% range of one more draw"))
  }

  /// The row of each of sixteen interventions, of which two do little and are not told.
  private static let sixteen = (1...16).map { number in
    let figures = number > 14 ? "2,9,-8,12,3,9," : "20,1,18,22,20,1,"
    return "cheap,default,admission,,i\(number),\(figures)\n"
  }.joined()

  @Test("Others that a chart shows as one have the error of their sum draw by draw, not of a guess")
  func others() throws {
    defer { run.remove() }
    let header = Self.header.replacing("\n", with: ",members\n")
    let ends = """
      cheap,default,admission,,overlap,,,,,-2,0.1,
      cheap,default,admission,,all,284,3,280,290,284,3,

      """
    let words = "segflow attribute x.json --alone"
    func isDrawn(_ text: String, _ table: String) throws -> Bool {
      let chart = "charts/by-intervention_admission_cheap.svg"
      return try made(chart, "attribution.csv", table, words).contains(">\(text)<")
    }
    let known = "cheap,default,admission,,other,4,0.2,3.6,4.4,6,0.2,i15; i16\n"
    let table = header + Self.sixteen + known + ends
    #expect(try isDrawn("2 others: 6.0", table))
    let page = try page("attribution.csv", table, words)
    #expect(
      page.contains("\nOf these, the 2 others of the chart together\n4.0\n3.6 to 4.4\n6.0\n"))
    #expect(page.contains("the 16 interventions together"))
    let untold = known.replacing("6,0.2,i", with: "6,9,i")
    #expect(try isDrawn("2 others: cannot tell", header + Self.sixteen + untold + ends))
    // Tables of older versions do not have it.
    let old = (Self.sixteen + ends).replacing(",\n", with: "\n")
    #expect(try isDrawn("2 others: 6.0, its error not known", Self.header + old))
    let unknown = try self.page("attribution.csv", Self.header + old, words)
    #expect(!unknown.contains("others of the chart together"))
  }

  private static func tornado(_ error: Double) -> String {
    "scenario,choices,measure,rank,parameter,low_quantile,high_quantile,central_result,"
      + "mcse_central_result,change_at_low,mcse_change_at_low,change_at_high,mcse_change_at_high\n"
      + "cheap,default,admission,1,a/x.json:rate,0.1,0.9,261,47,-8.5,\(error),5,\(error)\n"
      + "cheap,default,admission,2,a/y.json:rate,0.1,0.9,261,47,-3,\(error),4,\(error)\n"
  }

  @Test("The widest input is named only where it is told from the next; which were tried is said")
  func tornado() throws {
    defer { run.remove() }
    let words = "segflow tornado x.json --only interventions"
    let hidden = try page("tornado.csv", Self.tornado(3), words)
    for text in [
      "Luck hides which of the 2 inputs tried moves the answer most by itself.",
      "all of the 2 inputs tried; no others than those with “interventions” in their ids were tried",
      "change from 260 ± 50, each ± its standard error over 10 replicates",
      "\n−9 ± 3\ncannot tell \n(5 ± 3)\n",
    ] { #expect(hidden.contains(text), "\(text)") }
    #expect(!hidden.contains("one moves the answer most"))
    let told = "Of the inputs tried, one moves the answer most by itself: “a/x.json:rate”."
    // Widths of 13.5 and 7: 6.5 apart, with an error of 1, is told by 40 replicates, not by 2.
    let two = words + " --replicates=2"
    #expect(try !page("tornado.csv", Self.tornado(0.5), two).contains(told))
    let many = try page(
      "tornado.csv", Self.tornado(0.5), "segflow tornado x.json --replicates=40")
    #expect(many.contains(told) && !many.contains("no others than those"))
  }

  @Test(
    "Inputs moved as one are named by their group, and each in the table; of older tables all are alone"
  )
  func asOne() throws {
    defer { run.remove() }
    let words = "segflow tornado x.json --replicates=40"
    let old = Self.tornado(0.5)
    let groups = old.split(separator: "\n").map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let members =
        cells[3] == "rank" ? "members" : cells[3] == "1" ? "a/x.json:rate; a/z.json:rate" : ""
      return "\(line),\(members)\n"
    }.joined().replacing(",1,a/x.json:rate,", with: ",1,group:both-rates,")
    let page = try page("tornado.csv", groups, words)
    let name = "both rates (2 inputs as one)"
    #expect(
      page.contains("Of the inputs tried, one moves the answer most by itself: “\(name)”."))
    #expect(page.contains("\n\(name): a/x.json:rate; a/z.json:rate\n"))
    let said = "; inputs that draws move as one count as one, moved together: 1 group"
    #expect(page.contains("all of the 2 inputs tried\(said)"))
    #expect(try !self.page("tornado.csv", old, words).contains("as one"))
  }
}
