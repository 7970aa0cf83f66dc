/// Page 1's own table: for each scenario the few numbers that answer.
///
/// One that is another stopped early is shown when it is chosen.
struct ShortTable {
  let world: ReportWorld
  let frame: Frame

  private var scenarios: [String] { world.scenarios }

  /// The table; where there is nothing to compare, it has no rows.
  var grid: ReportGrid {
    var grid = ReportGrid(
      "In short: the whole period, mean (\(frame.levelText) range)",
      columns: ["Measure"] + scenarios.map(world.scenarioName), keys: [nil] + scenarios,
      asides: Set(world.stops.map(\.id)))
    let table = HeadlineTable(world: world, frame: frame)
    if let headline = world.headline {
      append(world.names.of("outcome", headline), .count, .fewer, to: &grid) {
        world.avoided(headline, $0)
      }
      for other in world.besides(headline) {
        append(world.names.of("outcome", other), .count, .fewer, to: &grid) {
          world.avoided(other, $0)
        }
      }
      if let whole = world.whole(headline) {
        let shares = scenarios.map { table.share(headline, of: whole.expected, $0) }
        grid.append(
          HeadlineTable.shareName(headline, of: whole.name, world),
          shares.map { share in
            var share = share
            share?.range = nil
            return HeadlineTable.cell(share, .percent, .fewer)
          })
      }
    }
    if (world.level("deaths", world.baseline)?.mean ?? 0) > 0 {
      append("Deaths", .count, .fewer, to: &grid) { world.avoided("deaths", $0) }
    }
    appendMoney(to: &grid)
    for (name, chances) in table.chances(of: scenarios) { grid.append(name, chances) }
    return grid
  }

  private func appendMoney(to grid: inout ReportGrid) {
    let accounts = MoneyAccounts(world)
    guard accounts.hasMoney else { return }
    append(MoneyNames.delivery, .pounds, .spent, to: &grid) {
      accounts.delivery($0)
    }
    append("\(MoneyNames.value), all payers", .pounds, .value, to: &grid) {
      accounts.value("all", $0)
    }
    append("Net, all payers", .pounds, .net, to: &grid) { accounts.net("all", $0) }
    grid.append("Paid back by the end of", scenarios.map { accounts.payback($0).text(none: "–") })
  }

  private func append(
    _ name: String, _ kind: Amount.Kind, _ words: SignedWords, to grid: inout ReportGrid,
    _ found: (String) -> Found?
  ) {
    grid.append(name, scenarios.map { HeadlineTable.cell(found($0), kind, words) })
  }
}
