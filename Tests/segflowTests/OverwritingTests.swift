import Foundation
import Testing

@testable import segflow

/// No command writes over what it did not write.
@Suite("Overwriting")
struct OverwritingTests {
  private let small: SmallTargets
  private var files: SmallFiles { small.files }

  init() throws { small = try SmallTargets() }

  private func run(_ words: String...) -> (status: Int32, error: String) {
    let console = RecordedConsole()
    return (console.run(words), console.error)
  }

  private func validate(to name: String) -> (status: Int32, error: String) {
    run("validate", small.path, "--replicates=2", "-q", "-o", files.path(name))
  }

  private func measure(to name: String) -> (status: Int32, error: String) {
    run(
      "benchmark", files.path("classes.json"), "--quick", "--residents=100", "--threads=1", "-q",
      "-o", files.path(name))
  }

  @Test("A file takes the place of an earlier one of its kind alone")
  func file() throws {
    defer { files.remove() }
    let place = try files.read("place.json")
    for write in [validate, measure] {
      let (status, error) = write("place.json")
      #expect(status == 2)
      #expect(error.contains("/place.json' is there already and is not "), "\(error)")
      #expect(try files.read("place.json") == place)
      #expect(
        write("place.json/new/x").error.contains(
          "/place.json/new/x': '\(files.path("place.json"))' is not a folder\n"))
      #expect(write("").error.contains("': it is a folder\n"))
      #expect(try files.names() == ["classes.json", "leaflets.json", "place.json"])
    }
    #expect(validate(to: "new/deep/fit.md").status == 0)
    #expect(try files.names("new/deep") == ["fit.md"])
    try FileManager.default.removeItem(atPath: files.path("new"))
    #expect(validate(to: "fit.md").status == 0)
    #expect(measure(to: "speed.json").status == 0)
    #expect(validate(to: "fit.md").status == 0)
    #expect(measure(to: "speed.json").status == 0)
    #expect(validate(to: "speed.json").error.contains("is not a validation that segflow wrote"))
    #expect(measure(to: "fit.md").error.contains("is not figures that segflow wrote"))
  }

  @Test("A paper that was filled in is left alone, and so is all of its folder")
  func paper() throws {
    defer { files.remove() }
    let out = files.path("out")
    let again = ["run", files.path("classes.json"), "--draws=2", "-q", "-o", out]
    #expect(RecordedConsole().run(again) == 0)
    let made = try files.read("out/paper.md")
    let manifest = try files.read("out/manifest.json")
    try files.write(made + "Mine.\n", to: "out/paper.md")
    for words in [
      again, ["report", out, "--assured-by", "Bob"], ["report", out],
      ["attribute", files.path("classes.json"), "--draws=2", "-q", "--into", out],
    ] {
      let console = RecordedConsole()
      #expect(console.run(words) == 2)
      #expect(
        console.error
          == "segflow: error: '\(out)/paper.md' was edited and would be written anew; move it out of "
          + "the folder first\n")
      #expect(try files.read("out/paper.md") == made + "Mine.\n")
      #expect(try files.read("out/manifest.json") == manifest)
    }
    #expect(run("report", out, "--verify").status == 1)
    try FileManager.default.removeItem(atPath: "\(out)/paper.md")
    #expect(run("report", out, "--assured-by", "Bob").status == 0)
    #expect(try files.read("out/paper.md").contains("assured by Bob"))
    #expect(RecordedConsole().run(again) == 0)
  }

  @Test("What keeps a folder from being replaced is named, and the verb of one that is no run's")
  func folder() throws {
    defer { files.remove() }
    let out = files.path("out")
    let number = "classes.json:interventions[0].costs[0].poundsPerYear.value"
    let sweep = [
      "sweep", files.path("classes.json"), number, "1..2", "--points=2", "-q", "-o", out,
    ]
    let swept = RecordedConsole()
    #expect(swept.run(sweep) == 0, "\(swept.error)")
    #expect(
      run("report", out).error
        == "segflow: error: '\(out)' is not the folder of a run but of 'segflow sweep'\n")
    try files.write("mine", to: "out/minutes.md")
    let (status, error) = run("run", files.path("classes.json"), "--draws=2", "-q", "-o", out)
    #expect(status == 2)
    #expect(error.contains("'\(out)' also holds 'minutes.md', which segflow did not write; "))
  }
}
