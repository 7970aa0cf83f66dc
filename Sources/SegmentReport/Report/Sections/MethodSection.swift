/// How the numbers came about, the checks, and how to cite them.
struct MethodSection {
  let data: ReportData
  let world: ReportWorld
  let frame: Frame

  /// How to cite the run.
  var citation: String {
    let shown =
      world.scenarios.isEmpty
      ? frame.baseline
      : "\(Phrase.list(world.scenarios.map(world.quoted))) compared with "
        + Phrase.within(frame.baseline)
    return "\(data.summary.place.name), \(shown), "
      + "\(Manifest.toolName) \(data.manifest.tool.version), run "
      + "\(data.manifest.runDigest), seed \(data.summary.seed)."
  }

  var checks: ReportSection {
    var section = ReportSection("checks", "Checks")
    section.say(
      "Sums that must hold between the files of this folder, taken anew for this report. "
        + "'\(Manifest.toolName) report --verify FOLDER' makes the report again from the files and "
        + "compares it, and the digest of every file, with what is here. The files hold rounded numbers, so "
        + "a sum may differ by half a unit of their last decimal for each of its parts. No sum says whether the "
        + "model is right: how well the baseline meets figures of the place does.")
    var grid = ReportGrid(
      "Checks of this folder", columns: ["What must hold", "Sums", "Largest difference", "Result"])
    for check in FolderChecks(world: world).checks {
      grid.append(
        check.name,
        [
          NumberText.grouped(Double(check.sums)),
          check.worst < 1e-12
            ? "0" : NumberText.fixed(check.worst * 1e6, decimals: 3) + " in a million",
          check.holds ? "holds" : "DOES NOT HOLD",
        ])
    }
    section.table(grid)
    return section
  }

  var method: ReportSection {
    var section = ReportSection("method", "Method in plain words")
    let run = world.scenarios.isEmpty ? Phrase.within(frame.baseline) : "each scenario"
    let sentences = [
      "Every resident of \(frame.place) is followed in steps of a \(data.manifest.step) through the "
        + "segments of each pathway. In each step, chances decide who moves and what befalls whom.",
      world.scenarios.isEmpty
        ? nil
        : "Each scenario meets the same residents with the same luck. That removes most of the chance from "
          + "a difference between scenarios; what is left is in its range.",
      world.isDrawn
        ? "The uncertain inputs are drawn anew \(Phrase.count(world.drawCount, "time")), and each draw "
          + "is run \(Phrase.count(world.replicates, "time")) with luck of its own."
        : "The inputs have their central values; \(run) is run "
          + "\(Phrase.count(world.replicates, "time")) with luck of its own.",
      world.scenarios.isEmpty
        ? "Nothing after the period is counted."
        : "What is avoided is prevented or postponed within the period; nothing after it is counted.",
      "Money is what activity costs on average, \(frame.inPrices), and is kept apart by payer.",
      "Means are rounded to the digit that the simulation error supports, after summing.",
    ]
    section.list(sentences.compactMap { $0 })
    section.say("How to cite: \(citation)")
    section.say(
      "\(Manifest.fileName) has the command line, the digests of every input and output, and when it "
        + "was run.", style: "note")
    return section
  }
}
