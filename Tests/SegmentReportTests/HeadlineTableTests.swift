import SegmentModel
import Testing

@testable import SegmentReport

@Suite("Table 1")
struct HeadlineTableTests {
  private let frame = OutcomeWordsTests.frame

  @Test("The net and health stand discounted beside undiscounted, with their ranges")
  func discounted() throws {
    let run = try WrittenRun(SmallRun.compare([SmallRun.dear], replicates: 4))
    defer { run.remove() }
    let world = try ReportData(files: run.files()).worlds[0]
    let rows = HeadlineTable(world: world, frame: frame).grid.rows
    func cell(_ name: String) throws -> String {
      try #require(rows.first { $0.name == name }).cells[1]
    }
    let net = try #require(world.avoided("pounds:all:all@0.035", "dear"))
    let qalys = try #require(world.avoided("qalys@0.035", "dear")).negated
    #expect(
      try cell("Net: all payers, discounted at 3.5% a year")
        == HeadlineTable.cell(net, .pounds, .net))
    #expect(
      try cell("QALYs, discounted at 3.5% a year") == HeadlineTable.cell(qalys, .count, .gained))
    #expect(try cell("Net: all payers, discounted at 3.5% a year") != cell("Net: all payers"))
    #expect(rows.contains { $0.name == "QALYs, undiscounted" })
    #expect(
      rows.map(\.name).filter { $0.hasPrefix("Life-years") } == ["Life-years, undiscounted"])
    #expect(rows.contains { $0.name == "Net cost of each QALY gained by March 2024" })
    let price = try #require(MoneyAccounts(world).costPerHealth("dear", DiscountRate(0.035)))
    #expect((price.mean - net.mean.magnitude / qalys.mean).magnitude < 1e-6 * price.mean)
    #expect(
      try cell("Net cost of each QALY gained by March 2024, discounted at 3.5% a year").hasPrefix(
        Amount(.pounds, price).size(price.mean)))
    #expect(
      HeadlineTable(world: world, frame: frame).notes.contains(
        "Of the net cost of health gained: life and costs after March 2024 are not counted, of which the "
          + "first would lower the price and the second raise it."))
  }

  @Test(
    "Where delivery costs less there is no price of what is avoided, and it is not a thing unknown",
    arguments: [1, 4])
  func savings(replicates: Int) throws {
    var saving = SmallRun.scenario("saving", name: "Saving", multiplier: 0.5, price: 1)
    saving.interventions[0].effects.append(
      Effect(target: .happening(1), change: .multiplyRate(Quantity(0))))
    let run = try WrittenRun(
      SmallRun.compare([saving, SmallRun.dear], replicates: replicates))
    defer { run.remove() }
    let world = try ReportData(files: run.files()).worlds[0]
    let accounts = MoneyAccounts(world)
    #expect(accounts.delivery("saving")?.verdict == .below)
    #expect(world.avoided("admission", "saving")?.verdict == .above)
    #expect(accounts.costPerAvoided(["admission"], "saving") == nil)
    let row = try #require(
      HeadlineTable(world: world, frame: frame).grid.rows.first {
        $0.name.hasPrefix("Programme cost and extra cost of care for each")
      })
    #expect(row.cells[1] == "delivery costs less")
    #expect(row.cells[2].hasPrefix("£"))
  }

  @Test("Money and health that are discounted at rates of their own are held against each other so")
  func rates() throws {
    var model = SmallRun.model
    model.discountRatesPerYear = [DiscountRate(costs: 0.035, health: 0.015)]
    let run = try WrittenRun(
      SmallRun.compare([SmallRun.dear], replicates: 4, model: model))
    defer { run.remove() }
    let world = try ReportData(files: run.files()).worlds[0]
    #expect(world.valueRates == [.none, DiscountRate(costs: 0.035, health: 0.015)])
    let spent = try #require(world.avoided("pounds:all:all@0.035", "dear")?.mean)
    let lost = try #require(world.avoided("qalys@0.015", "dear")?.mean)
    let price = try #require(MoneyAccounts(world).costPerHealth("dear", world.valueRates[1]))
    #expect((price.mean - spent / lost).magnitude < 1e-6 * price.mean)
    #expect(
      HeadlineTable(world: world, frame: frame).grid.rows.contains {
        $0.name
          == "Net cost of each QALY gained by March 2024, costs discounted at 3.5%, health at 1.5% a year"
      })
  }

  @Test("What a price of health leaves out is said where only a discounted price is given too")
  func discountedPriceAlone() throws {
    // Paid at once, about £510,000, to save some £300,000 in each of two years.
    var early = SmallRun.dear
    early.interventions[0].costs = [
      .perPersonReached(UnitCost(payer: 0, pounds: Quantity(340)))
    ]
    var model = SmallRun.model
    model.discountRatesPerYear = [.none, DiscountRate(0.5)]
    let run = try WrittenRun(SmallRun.compare([early], replicates: 20, model: model))
    defer { run.remove() }
    let world = try ReportData(files: run.files()).worlds[0]
    let table = HeadlineTable(world: world, frame: frame)
    let prices = table.grid.rows.map(\.name).filter { $0.hasPrefix("Net cost of each QALY") }
    #expect(
      prices == ["Net cost of each QALY gained by March 2024, discounted at 50% a year"])
    #expect(table.notes.contains { $0.hasPrefix("Of the net cost of health gained: life and") })
  }

  @Test("Resources are of the activities modelled, and it is said which have no range of their own")
  func resources() throws {
    func notes(_ amount: Quantity) throws -> [String] {
      var model = SmallRun.model
      for index in model.events.indices {
        model.events[index].uses = [ResourceUse(resource: 0, amount: amount)]
      }
      let run = try WrittenRun(SmallRun.compare([SmallRun.cheap], replicates: 4, model: model))
      defer { run.remove() }
      var files = try run.files()
      let summary = try #require(files["summary.json"])
      #expect(summary.contains("\"made\": 0"))
      files["summary.json"] = summary.replacing("\"made\": 0", with: "\"made\": 1")
      let table = HeadlineTable(world: try ReportData(files: files).worlds[0], frame: frame)
      #expect(
        table.grid.rows.contains {
          $0.name == "Staff time and other resources of the activities modelled only, whole period"
        })
      return table.notes
    }
    let note =
      "What an activity takes of these has no range, so that theirs, which are of how often it happens, "
      + "are too narrow: bed-days."
    #expect(try notes(Quantity(3)).contains(note))
    let drawn = Quantity(
      .constant(3), uncertainty: Uncertainty(.value(Distribution(.uniform(low: 2, high: 4)))))
    #expect(try !notes(drawn).contains(note))
  }

  @Test("The price of health is that of value.csv, whatever the range of the net holds")
  func price() throws {
    func world(_ multiplier: Double, _ price: Double) throws -> ReportWorld {
      let scenario = SmallRun.scenario("one", name: "One", multiplier: multiplier, price: price)
      let run = try WrittenRun(SmallRun.compare([scenario]))
      defer { run.remove() }
      return try ReportData(files: run.files()).worlds[0]
    }
    func cell(_ world: ReportWorld) throws -> String {
      try #require(
        HeadlineTable(world: world, frame: frame).grid.rows
          .first { $0.name.hasPrefix("Net cost of each QALY") }
      ).cells[1]
    }
    // At a pound a person-year the programme costs as much as it has person-years.
    let one = try world(0.5, 1)
    let years = try #require(MoneyAccounts(one).extra("programme", "all", "one")).mean
    let net = try #require(MoneyAccounts(one).net("all", "one"))
    let range = try #require(net.range)
    let near = try world(0.5, 1 + (net.mean + 0.3 * (range.upperBound - range.lowerBound)) / years)
    let own = try #require(MoneyAccounts(near).net("all", "one"))
    #expect(own.mean < 0 && own.range?.contains(0) == true)
    let row = try #require(
      near.rows("value.csv", ["scenario": "one"]).first {
        $0.number("discount_rate_per_year") == 0
      })
    #expect(row["step_is_told"] == "yes")
    let price = try #require(row.optionalNumber("pounds_per_qaly"))
    let found = Found(price, error: row.optionalNumber("mcse_pounds_per_qaly"))
    #expect(try cell(near) == Amount(.pounds, found).text(price))
    #expect(
      HeadlineTable(world: near, frame: frame).notes.contains {
        $0.hasSuffix(
          "It has no upper end where one place could gain nothing, and no range where one could save money."
        )
      })
    // What hardly does anything: whether it gains health is not told.
    let idle = try world(0.99, 1_000)
    let gained = try #require(MoneyAccounts(idle).health("one")).gained
    #expect(gained.isUntold)
    #expect(try cell(idle) == Phrase.cannotTell)
  }

  @Test("Where one place could gain no health, its price has no upper end")
  func openPrice() throws {
    // Of programmes that gain more and more health, one whose mean is told and whose range holds none.
    let worlds = try [0.99, 0.98, 0.97, 0.96, 0.95].map { multiplier in
      let scenario = SmallRun.scenario("one", name: "One", multiplier: multiplier, price: 1_000)
      let run = try WrittenRun(SmallRun.compare([scenario], replicates: 30))
      defer { run.remove() }
      return try ReportData(files: run.files()).worlds[0]
    }
    let world = try #require(
      worlds.first {
        MoneyAccounts($0).health("one").map { $0.gained.verdict == .unsure && $0.gained.mean > 0 }
          ?? false
      })
    let accounts = MoneyAccounts(world)
    let gained = try #require(accounts.health("one")).gained
    let price = try #require(accounts.costPerHealth("one", .none))
    let least = try #require(accounts.leastCostPerHealth("one", .none))
    #expect(price.range == nil && least > 0 && least < price.mean)
    let amount = Amount(.pounds, price)
    let row = try #require(
      HeadlineTable(world: world, frame: frame).grid.rows
        .first { $0.name == "Net cost of each QALY gained by March 2024" })
    #expect(row.cells[1] == "\(amount.size(price.mean)) (\(amount.size(least)) or more)")
    // As it would be where what a pound gains is at its most.
    let net = try #require(accounts.net("all", "one")).mean.magnitude
    #expect(least > 0.5 * net / (try #require(gained.range)).upperBound)
  }
}
