import SegmentModel

/// Turns a model and its scenarios into the flat lists of ``CompiledModel``.
struct ModelCompiler {
  let model: Model
  /// ``Model/happenings``.
  let events: [Event]
  let step: StepLength
  let strata: [Attributes]
  var pool: TablePool
  var leavingMasks: [UInt64] = []
  var channels: [ChannelRecord] = []
  var exitSpans: [Span32] = []
  var exits: [Int32] = []
  var happenings: [HappeningRecord] = []
  var triggers: [TriggerRecord] = []
  var multipliers: [MultiplierRecord] = []
  var ratios: [RatioRecord] = []
  var conditions: [ConditionRecord] = []
  var strataFlags: [Bool] = []
  var propensityKeys: [UInt32] = []
  /// Happenings of each channel.
  var channelHappenings: [[Int]] = []
  /// Ages at which interventions begin or cease to be for somebody.
  let ageLimits: [Int]
  /// At least the chance of each happening in a step before interventions, whatever segments are
  /// held.
  var ceilings: [ChanceCeilings] = []

  init(model: Model, scenarios: [Scenario], step: StepLength) {
    ageLimits = Set(scenarios.flatMap(\.interventions).flatMap(\.ageLimits)).sorted()
    self.model = model
    events = model.happenings
    self.step = step
    strata = model.population.strata
    pool = TablePool(strata: strata, yearsAhead: CompiledModel.yearsAhead)
  }

  mutating func compileModel() throws {
    guard (model.end.ordinal - model.start.ordinal) % step.months == 0 else {
      throw SimulationError(
        "the run from \(model.start) to \(model.end) is not a whole number of \(step)s")
    }
    guard strata.count <= PopulationPlan.mostStrata else {
      throw SimulationError(
        "\(strata.count) combinations of area, deprivation and sex are too many")
    }
    leavingMasks = model.pathways.map { pathway in
      mask(pathway.segments.indices.filter { pathway.segments[$0].leaves != nil })
    }
    guard model.pathways.count <= Model.mostPathways else {
      throw SimulationError("the place has more than \(Model.mostPathways) pathways")
    }
    if let wide = model.pathways.first(where: { $0.segments.count > Pathway.mostSegments }) {
      throw SimulationError("pathway \(wide.id) has more than \(Pathway.mostSegments) segments")
    }
    for event in events { try add(event) }
    addChannels()
    channelHappenings = channels.indices.map(happenings(ofChannel:))
    ceilings = happenings.map { ceilings(of: $0) { $0.max() ?? 1 } }
  }

  private mutating func add(_ event: Event) throws {
    var isProbability = false
    if case .probability(_, let period) = event.chance {
      isProbability = true
      guard period == step else {
        let location = event.chance.quantity.location
        throw SimulationError(
          (location.isEmpty ? "" : "\(location): ")
            + "\(event.id) has a probability per \(period), which cannot be run with a step of a "
            + "\(step); give it as a rate, or run with --step \(period)")
      }
    }
    let list = addTriggers(event.triggers)
    happenings.append(
      HappeningRecord(
        isProbability: isProbability, base: pool.add(event.chance.quantity),
        eligibility: add(event.eligible), multipliers: add(event.multipliers),
        triggers: Span32(start: Int32(triggers.count), count: Int32(list.count)),
        triggerKey: ChannelKey.triggers(of: event.id),
        pathway: Int32(event.move?.pathway ?? -1), to: UInt8(event.move?.to ?? 0)))
    triggers += list
  }

  mutating func addTriggers(_ list: [Trigger]) -> [TriggerRecord] {
    list.enumerated().map { position, trigger in
      TriggerRecord(
        pathway: Int32(trigger.pathway), from: mask(trigger.from), to: UInt8(trigger.to),
        probability: pool.add(trigger.probability), position: Int32(position))
    }
  }

  mutating func add(_ eligible: Eligibility) -> EligibilityRecord {
    let flags = Int32(strataFlags.count)
    strataFlags += strata.map { who in
      (eligible.sexes?.contains(who.sex) ?? true) && (eligible.areas?.contains(who.area) ?? true)
        && (eligible.deprivation?.contains(who.deprivation) ?? true)
    }
    let span = Span32(start: Int32(conditions.count), count: Int32(eligible.segments.count))
    conditions += eligible.segments.sorted { $0.key < $1.key }.map {
      ConditionRecord(pathway: Int32($0.key), mask: mask($0.value))
    }
    return EligibilityRecord(
      ageLower: Int32(eligible.ages?.lower ?? 0),
      ageUpper: Int32(eligible.ages?.upper ?? AgeRange.oldest), strata: flags, conditions: span,
      held: conditions[span.range].reduce(0) {
        $0 | ($1.mask & 1 == 0 ? HeldPathways.bit(Int($1.pathway)) : 0)
      })
  }

  private mutating func add(_ list: [Multiplier]) -> Span32 {
    let span = Span32(start: Int32(multipliers.count), count: Int32(list.count))
    for multiplier in list {
      multipliers.append(
        MultiplierRecord(pathway: Int32(multiplier.pathway), ratios: Int32(ratios.count)))
      for segment in model.pathways[multiplier.pathway].segments.indices {
        if let quantity = multiplier.ratios[segment] {
          let table = pool.add(quantity)
          let constant = pool.constant(table)
          ratios.append(
            RatioRecord(isConstant: constant != nil, constant: constant ?? 0, table: table))
        } else {
          let none = TableReference(rows: 0, ageStride: 0)
          ratios.append(RatioRecord(isConstant: true, constant: 1, table: none))
        }
      }
    }
    return span
  }

  private mutating func addChannels() {
    var first = 0
    for (index, pathway) in model.pathways.enumerated() where !pathway.moves.isEmpty {
      channels.append(
        ChannelRecord(
          key: ChannelKey.pathway(pathway.id), pathway: Int32(index), exits: Int32(exitSpans.count))
      )
      for segment in pathway.segments.indices {
        let leaving = pathway.moves.indices.filter {
          pathway.moves[$0].move!.from.contains(segment)
        }
        exitSpans.append(Span32(start: Int32(exits.count), count: Int32(leaving.count)))
        exits += leaving.map { Int32(first + $0) }
      }
      first += pathway.moves.count
    }
    for (index, event) in model.events.enumerated() {
      channels.append(
        ChannelRecord(key: ChannelKey.event(event.id), pathway: -1, exits: Int32(exitSpans.count)))
      exitSpans.append(Span32(start: Int32(exits.count), count: 1))
      exits.append(Int32(first + index))
    }
  }

  func mask(_ segments: some Sequence<Int>) -> UInt64 {
    segments.reduce(0) { $0 | 1 << UInt64($1) }
  }

  // MARK: - What depends on what

  /// For each move between segments of each pathway, the channels that need other bounds after it.
  ///
  /// A bound need not fall with the chance, so a lower rate ratio is let pass.
  func rebounds() -> [[Int]] {
    model.pathways.enumerated().flatMap { pathway, definition in
      let segments = definition.segments.indices
      return segments.flatMap { from in
        segments.map { to in
          channels.indices.filter { channel in
            channels[channel].pathway == pathway
              || channelHappenings[channel].contains {
                needsBound($0, movedIn: pathway, from: from, to: to)
              }
          }
        }
      }
    }
  }

  private func needsBound(_ happening: Int, movedIn pathway: Int, from: Int, to: Int) -> Bool {
    let record = happenings[happening]
    for index in record.eligibility.conditions.range
    where Int(conditions[index].pathway) == pathway {
      let mask = conditions[index].mask
      if mask >> UInt64(from) & 1 != mask >> UInt64(to) & 1 { return true }
    }
    for index in record.multipliers.range where Int(multipliers[index].pathway) == pathway {
      let before = ratios[Int(multipliers[index].ratios) + from]
      let after = ratios[Int(multipliers[index].ratios) + to]
      if !before.isConstant || !after.isConstant || after.constant > before.constant {
        return true
      }
    }
    return false
  }

  private func happenings(ofChannel channel: Int) -> [Int] {
    let record = channels[channel]
    let spans = record.pathway < 0 ? 1 : model.pathways[Int(record.pathway)].segments.count
    return (0..<spans).flatMap { s in
      exitSpans[Int(record.exits) + s].range.map { Int(exits[$0]) }
    }
  }
}
