import SegmentModel

/// The list of residents as it is drawn up: those present at the start, then those who join.
struct PopulationRoll {
  private(set) var stratum: [UInt16] = []
  private(set) var birthMonth: [Int16] = []
  private(set) var entryStep: [Int16] = []
  private let model: Model
  private let step: StepLength
  private let cells: [(attributes: Attributes, people: Int)]

  init(model: Model, step: StepLength) {
    self.model = model
    self.step = step
    cells = model.population.residentsByCell()
  }

  /// How many there are.
  var count: Int { stratum.count }

  mutating func addResidents() {
    reserve(cells.reduce(0) { $0 + $1.people })
    for (who, people) in cells {
      for person in 0..<people {
        // Birthdays are spread evenly over the year.
        append(who, monthsPastBirthday: (2 * person + 1) * 12 / (2 * people), atMonth: 0, step: 0)
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
      flows.append((joiners.people.scalar, Mix(cells, ages: joiners.ages)))
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
        for number in listed[index]..<max(due, listed[index]) {
          let who = flow.mix.member(number)
          let span = isBirth && index == 0 ? step.months : 12
          append(
            who, monthsPastBirthday: Int(Mix.spread(number, by: 0.7548776662466927) * Double(span)),
            atMonth: month, step: next)
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

  private mutating func append(
    _ who: Attributes, monthsPastBirthday: Int, atMonth month: Int, step: Int
  ) {
    let index = model.population.stratum(of: who)
    stratum.append(UInt16(index))
    birthMonth.append(Int16(month - 12 * who.age - monthsPastBirthday))
    entryStep.append(Int16(step))
  }
}

/// The mix of attributes of residents of some ages, from which joiners are picked evenly.
struct Mix {
  private let members: [(attributes: Attributes, upTo: Int)]

  init(_ cells: [(attributes: Attributes, people: Int)], ages: AgeRange) {
    var total = 0
    members = cells.filter { ages.contains($0.attributes.age) && $0.people > 0 }.map {
      total += $0.people
      return ($0.attributes, total)
    }
  }

  var isEmpty: Bool { members.isEmpty }

  /// The attributes of the n-th joiner; any run of joiners has nearly the mix of the whole.
  func member(_ number: Int) -> Attributes {
    let place =
      Self.spread(number, by: 0.6180339887498949) * Double(members[members.count - 1].upTo)
    var (low, high) = (0, members.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if Double(members[middle].upTo) > place { high = middle } else { low = middle + 1 }
    }
    return members[low].attributes
  }

  /// The n-th point of an additive sequence that fills [0, 1) evenly.
  static func spread(_ number: Int, by step: Double) -> Double {
    let x = (Double(number) + 0.5) * step
    return x - x.rounded(.down)
  }
}
