import SegmentModel

/// The list of residents as it is drawn up: those present at the start, then those who join.
struct PopulationRoll {
  private(set) var stratum: [UInt16] = []
  private(set) var birthMonth: [Int16] = []
  private(set) var entryStep: [Int16] = []
  /// How many are there at the start: the first.
  private(set) var present = 0
  private let model: Model
  private let step: StepLength
  private let cells: [Cell]

  /// Residents at the start who are of one age and stratum.
  struct Cell {
    var age: Int16
    var stratum: UInt16
    var people: Int32
  }

  init(model: Model, step: StepLength) {
    self.model = model
    self.step = step
    let population = model.population
    cells = population.residentsByCell().map { who, people in
      Cell(
        age: Int16(who.age), stratum: UInt16(population.stratum(of: who)), people: Int32(people))
    }
  }

  /// How many there are.
  var count: Int { stratum.count }

  mutating func addResidents() {
    present = cells.reduce(0) { $0 + Int($1.people) }
    reserve(present)
    for cell in cells {
      let people = Int(cell.people)
      stratum.append(contentsOf: repeatElement(cell.stratum, count: people))
      entryStep.append(contentsOf: repeatElement(0, count: people))
      for person in 0..<people {
        // Birthdays are spread evenly over the year.
        birthMonth.append(-12 * cell.age - Int16((2 * person + 1) * 6 / people))
      }
    }
  }

  /// Adds births and joiners, step by step; they enter at the end of a step.
  mutating func addJoiners() {
    var flows: [(perYear: Double, mix: Mix)] = []
    if let births = model.population.birthsPerYear {
      flows.append((births.scalar, Mix(cells, ages: AgeRange(0, 0))))
    }
    for joiners in model.population.joinersPerYear {
      flows.append((joiners.peoplePerYear.scalar, Mix(cells, ages: joiners.ages)))
    }
    var listed = [Int](repeating: 0, count: flows.count)
    let isBirth = model.population.birthsPerYear != nil
    let steps = (model.end.ordinal - model.start.ordinal) / step.months
    let coming = flows.reduce(0) { $0 + $1.perYear * Double(steps) * step.years + 1 }
    reserve(count + Int(coming))
    for next in stride(from: 1, through: steps, by: 1) {
      let month = next * step.months
      for (index, flow) in flows.enumerated() where !flow.mix.isEmpty {
        let due = Int((flow.perYear * Double(next) * step.years + 0.5).rounded(.down))
        let span = isBirth && index == 0 ? step.months : 12
        for number in listed[index]..<max(due, listed[index]) {
          let cell = flow.mix.member(number)
          let past = Int(Mix.spread(number, by: 0.7548776662466927) * Double(span))
          stratum.append(cell.stratum)
          birthMonth.append(Int16(month - 12 * Int(cell.age) - past))
          entryStep.append(Int16(next))
        }
        listed[index] = max(due, listed[index])
      }
    }
  }

  /// Makes room at once, since growing needs as much again for a while.
  private mutating func reserve(_ count: Int) {
    stratum.reserveCapacity(count)
    birthMonth.reserveCapacity(count)
    entryStep.reserveCapacity(count)
  }
}
