/// Page 1 of a run that has nothing to compare.
extension FirstPage {
  /// The page.
  var baselineSection: ReportSection {
    var section = ReportSection("answer", "")
    let baseline = BaselineSection(world: world, frame: frame)
    for (index, sentence) in baseline.sentences.enumerated() {
      section.say(sentence, style: index == 0 ? "headline" : "")
    }
    section.open("answer")
    section.open("panel limits")
    section.heading("What most limits this answer")
    section.list(Caveats(data: data, world: world, frame: frame).shared)
    section.say(notAForecast, style: "note")
    section.close()
    section.open("")
    if let chart = baseline.byYear { section.chart(chart, width: 480) }
    section.close()
    section.close()
    section.table(baseline.grid, style: "one")
    for note in baseline.notes { section.say(note, style: "note") }
    if data.worlds.count > 1, let headline = world.headline {
      section.table(otherReadings(headline))
    }
    return section
  }

  /// The headline outcome in every world of the run.
  private func otherReadings(_ headline: String) -> ReportGrid {
    var grid = ReportGrid(
      "Other readings of the evidence: \(world.names.of("outcome", headline)) over the whole period",
      columns: ["Reading", frame.baseline])
    for other in data.worlds {
      guard let found = other.level(headline, other.baseline) else { continue }
      grid.append(other.reading, [BaselineSection.cell(found, .count)])
    }
    return grid
  }
}
