import SegmentModel
import Testing

@testable import segflow

@Suite("Arguments")
struct ArgumentsTests {
  private func options(_ words: String...) throws -> RunOptions {
    try RunOptions(Arguments(words, options: Verb.run.options), verb: .run)
  }

  @Test("Everything has a default")
  func defaults() throws {
    let options = try options("a.json")
    #expect(options.files == ["a.json"])
    #expect(options.seed == 1)
    #expect(options.draws == 30)
    #expect(options.replicates == [0, 1])
    #expect(options.untilError == nil)
    #expect(options.threads >= 1)
    #expect(options.step == nil)
    #expect(options.level == 0.8)
    #expect(options.output == nil)
    #expect(!options.isQuiet)
  }

  @Test("Options stand in any order, with a space or an equals sign")
  func forms() throws {
    let options = try options(
      "--seed", "18446744073709551615", "a.json", "--step=month", "-o", "out", "b.json", "-q",
      "--replicates=3", "--threads=4", "--level", "95", "--baseline", "c.json")
    #expect(options.files == ["a.json", "b.json"])
    #expect(options.seed == .max)
    #expect(options.step == .month)
    #expect(options.output == "out")
    #expect(options.isQuiet)
    #expect(options.replicates == [0, 1, 2])
    #expect(options.threads == 4)
    #expect(options.level == 0.95)
    #expect(try self.options("a.json", "--level=90%").level == 0.9)
    #expect(options.baseline == "c.json")
  }

  @Test("Options of choices may be named together or one by one, each once")
  func choices() throws {
    let together = try options("a.json", "--choose=level=local,trials", "--choose", "effect=none")
    #expect(
      together.choose == [
        ChosenOptions(choice: "level", options: ["local", "trials"]),
        ChosenOptions(choice: "effect", options: ["none"]),
      ])
    let apart = try options(
      "--choose=level=local", "a.json", "--choose=effect=none", "--choose=level=trials")
    #expect(apart.choose == together.choose)
    for wrong in ["level", "level=", "=local", "level=local,", "level=local=trials"] {
      #expect(throws: UsageError.self) { try options("a.json", "--choose", wrong) }
    }
    #expect(throws: UsageError("'--choose' names an option of 'level' twice")) {
      try options("a.json", "--choose=level=local", "--choose=level=local")
    }
  }

  @Test("Nothing after -- is an option")
  func dashes() throws {
    #expect(try options("a.json", "--", "--seed", "-q").files == ["a.json", "--seed", "-q"])
  }

  @Test("Without draws there are more replicates, and with an error to reach more draws")
  func draws() throws {
    let central = try options("a.json", "--draws=0")
    #expect((central.draws, central.replicates) == (0, Array(0..<10)))
    #expect(try options("a.json", "--draws=0", "--replicates=2").replicates == [0, 1])
    for text in ["2%", "2"] {
      let until = try options("a.json", "--until-mcse", text)
      #expect((until.draws, until.untilError) == (1000, 0.02))
    }
    #expect(try options("a.json", "--until-mcse=1%", "--draws=40").draws == 40)
  }

  @Test("One replicate can be asked for by number")
  func replay() throws {
    #expect(try options("a.json", "--replicate", "37").replicates == [37])
  }

  @Test("Names a few edits away are suggested, others are not")
  func nearest() {
    let names = Verb.run.options.map { "--\($0.name)" }
    #expect(Spelling.nearest(to: "--sed", in: names) == "--seed")
    #expect(Spelling.nearest(to: "--replicats", in: names) == "--replicates")
    #expect(Spelling.nearest(to: "--colour", in: names) == nil)
  }
}
