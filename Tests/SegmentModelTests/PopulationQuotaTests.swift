import SegmentModel
import Testing

@Suite struct PopulationQuotaTests {
  private func people(_ plan: PopulationPlan) -> [Int] { plan.residentsByCell().map(\.people) }

  @Test func oneCellHoldsEverybody() {
    let cells = PopulationPlan(residents: 17).residentsByCell()
    #expect(cells.count == 1)
    #expect(cells[0].people == 17)
    #expect(cells[0].attributes == Attributes(age: 40))
  }

  @Test func bandsAreSpreadEvenlyOverSingleYears() {
    let plan = PopulationPlan(
      residents: 12, people: [PeopleCell(ages: AgeRange(10, 12), people: 1)])
    #expect(people(plan) == [4, 4, 4])
    #expect(plan.residentsByCell().map(\.attributes.age) == [10, 11, 12])
  }

  @Test func tiesGoToTheEarlierCell() {
    let plan = PopulationPlan(
      residents: 5, people: [PeopleCell(ages: AgeRange(10, 12), people: 1)])
    #expect(people(plan) == [2, 2, 1])
  }

  @Test func largestRemaindersGetTheRest() {
    let plan = PopulationPlan(
      residents: 10,
      people: [
        PeopleCell(ages: AgeRange(1, 1), people: 41), PeopleCell(ages: AgeRange(2, 2), people: 29),
        PeopleCell(ages: AgeRange(3, 3), people: 30),
      ])
    #expect(people(plan) == [4, 3, 3])
  }

  @Test func cellsAreOrderedByAgeAreaSexAndDeprivation() {
    let plan = PopulationPlan(
      residents: 80, sexes: ["f", "m"], areas: [Area(id: "a"), Area(id: "b")],
      deprivation: ["1", "2"],
      people: [PeopleCell(ages: AgeRange(5, 6), people: 1)],
      deprivationShares: [[0.25, 0.75], [0.5, 0.5]])
    let cells = plan.residentsByCell()
    #expect(cells.count == 16)
    #expect(cells.map(\.people).reduce(0, +) == 80)
    #expect(cells[1].attributes == Attributes(age: 5, sex: 0, area: 0, deprivation: 1))
    #expect(cells[2].attributes == Attributes(age: 5, sex: 1, area: 0, deprivation: 0))
    #expect(cells[4].attributes == Attributes(age: 5, sex: 0, area: 1, deprivation: 0))
    let first = cells.filter { $0.attributes.area == 0 && $0.attributes.deprivation == 1 }
    #expect(first.allSatisfy { $0.people == 7 || $0.people == 8 })
  }

  @Test func everyPlanAddsUpExactly() {
    for residents in [1, 7, 99, 1_001, 178_300] {
      let plan = PopulationPlan(
        residents: residents, sexes: ["f", "m"], areas: [Area(id: "a"), Area(id: "b")],
        people: [
          PeopleCell(area: 0, sex: 0, ages: AgeRange(0, 9), people: 1_234.5),
          PeopleCell(area: 1, ages: AgeRange(10, 64), people: 77_123),
          PeopleCell(ages: AgeRange(65, AgeRange.oldest), people: 12_001),
        ], deprivationShares: [[1], [1]])
      #expect(people(plan).reduce(0, +) == residents)
    }
  }
}
