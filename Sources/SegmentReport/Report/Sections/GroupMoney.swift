/// What payers pay and gain for the residents of each group.
struct GroupMoney {
  let world: ReportWorld
  let frame: Frame
  /// Groups of a kind, with what a reader calls each, in the order of tables.
  typealias Kind = (kind: String, name: String, groups: [(id: String, label: String)])

  /// How programme cost comes to be that of a group.
  static let note =
    "What a programme costs by the year, whoever it reaches, is shared out by the time for which it "
    + "reaches people of the groups. \(MoneySection.note)"

  /// A table of a kind of groups; nil where the folder does not tell their money.
  func table(_ kind: Kind, _ scenario: String) -> ReportGrid? {
    let rows = world.rows(
      "costs-by-group.csv", ["scenario": scenario, "year": "all", "group_kind": kind.kind])
    let accounts = MoneyAccounts(world)
    guard !rows.isEmpty, accounts.hasMoney else { return nil }
    let known = Dictionary(
      rows.map { ([$0["category"], $0["payer"], $0["group"]], $0) },
      uniquingKeysWith: { first, _ in first })
    func found(_ category: String, _ payer: String, _ group: String) -> Found? {
      known[[category, payer, group]].map { world.avoided($0, "pounds") }
    }
    var grid = ReportGrid(
      "\(world.quoted(scenario)) compared with \(Phrase.within(frame.baseline)): "
        + "money by group (\(world.names.within(kind.name))) \(frame.period), "
        + "\(frame.prices): mean (\(frame.levelText) range)",
      columns: ["Group", MoneyNames.programme, MoneyNames.care, MoneyNames.value, "Net"])
    for payer in accounts.payers + (accounts.payers.count > 1 ? ["all"] : []) {
      grid.appendHeading(payer == "all" ? "All payers" : world.names.of("payer", payer))
      for group in kind.groups {
        grid.append(
          group.label,
          [
            HeadlineTable.cell(found("programme", payer, group.id)?.negated, .pounds, .spent),
            HeadlineTable.cell(found("care", payer, group.id)?.negated, .pounds, .spent),
            HeadlineTable.cell(found("events", payer, group.id), .pounds, .value),
            HeadlineTable.cell(found("all", payer, group.id), .pounds, .net),
          ])
      }
    }
    return grid
  }
}
