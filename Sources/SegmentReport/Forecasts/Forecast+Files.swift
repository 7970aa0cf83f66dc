extension Forecast {
  /// The contents of `forecast.json`.
  var document: String {
    func numbers(_ values: [Double]) -> JSONOutput { .array(values.map { .number($0) }) }
    let scenarios = scenarios.map { scenario in
      JSONOutput.object([
        ("choices", .text(scenario.choices)), ("scenario", .text(scenario.scenario)),
        (
          "items",
          .array(
            scenario.items.map { item in
              .object([
                ("item", .text(item.item)), ("mean", .number(item.mean)), ("sd", .number(item.sd)),
                ("low", .number(item.low)), ("high", .number(item.high)),
                ("quantiles", numbers(item.quantiles)),
              ])
            })
        ),
      ])
    }
    return JSONOutput.object([
      ("segflow", .text(segflow)), ("place", .text(place)), ("runDigest", .text(runDigest)),
      ("toolVersion", .text(toolVersion)), ("from", .text(from)), ("until", .text(until)),
      ("level", .number(level)), ("draws", .integer(draws)),
      ("replicatesOfEachDraw", .integer(replicatesOfEachDraw)),
      ("probabilities", numbers(probabilities)), ("scenarios", .array(scenarios)),
    ]).document
  }

  /// The contents of `forecast.csv`.
  var table: String {
    var table = CSVTable(
      header: ["scenario", "choices", "item", "mean", "sd", "one_place_low", "one_place_high"],
      choices: nil)
    for scenario in scenarios {
      for item in scenario.items {
        table.append([
          .text(scenario.scenario), .text(scenario.choices), .text(item.item), .number(item.mean),
          .number(item.sd), .number(item.low), .number(item.high),
        ])
      }
    }
    return table.contents
  }
}
