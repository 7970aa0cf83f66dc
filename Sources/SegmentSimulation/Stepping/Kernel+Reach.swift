import SegmentModel

extension Kernel {
  /// Brings up to date who is reached at the start of a step, or at the end of the last.
  ///
  /// Looks only at those for whom something may have changed. With a capacity only those who
  /// already have a place are reached; the rest who could start wait, to be given places by
  /// ``start(_:_:step:)``.
  func updateReach(step: Int) {
    if step >= scenario.firstStep {
      for touched in state.touched {
        if touched.pathway < 0 {
          updateReach(ofNew: touched.resident, step: step)
          continue
        }
        let move = compiled.moveIndex(
          pathway: touched.pathway, from: touched.from, to: touched.to)
        for n in scenario.looking[move] {
          updateReach(Int(n), touched.resident, step: step)
        }
      }
      for birthday in block.birthdays(step) {
        for n in scenario.limited[Int(birthday.value)] {
          updateReach(Int(n), Int(birthday.resident), step: step)
        }
      }
      for n in scenario.changing[step] { updateReach(ofAll: Int(n), step: step) }
    }
    state.touched.removeAll(keepingCapacity: true)
  }

  /// Brings an intervention up to date that begins or ends, or reaches another share than before.
  private func updateReach(ofAll n: Int, step: Int) {
    let record = scenario.interventions.base + n
    if step == record.pointee.firstStep {
      begin(n, step: step)
    } else if step == record.pointee.endStep || record.pointee.hasPlaces {
      state.eligible.forEach(n) { updateReach(n, $0, step: step) }
    } else {
      // Who is eligible has been settled; only the share is another.
      let (least, most) = limits(n, step: step)
      let row = propensities.row(Int(record.pointee.propensity))
      let reached = state.reached
      state.eligible.forEach(n) { i in
        // Whose propensity is not known yet has the highest there is, and is looked at.
        let leading = UInt64(row[i])
        if reached.has(i, n)
          ? leading < least >> 24 : leading > most >> 24 && row[i] != UInt32.max
        {
          return
        }
        guard counts(n, i), whereabouts(i).isPresent else { return }
        reach(n, i, isInReach(n, i, who(i, step: step), step: step), step: step)
      }
    }
  }

  /// Lets an intervention begin.
  ///
  /// Who is eligible already has just moved, entered or had a birthday, and is settled; nobody else has
  /// ever been reached.
  private func begin(_ n: Int, step: Int) {
    let record = scenario.interventions.base + n
    // Nobody lives there before the first entry.
    guard step < record.pointee.endStep, step >= block.firstEntry else { return }
    let column = Int(record.pointee.column)
    func count(_ run: GroupRun) {
      self.count(.started, run, period: year(step), column: column)
      self.count(.reachedChange, run, period: step, column: column)
    }
    var (run, started) = (GroupRun(), 0)
    // Where there are no places, and the run goes on.
    let isSimple = !record.pointee.hasPlaces && step < compiled.steps
    let eligibility = record.pointee.eligibility
    let month = month(step)
    guard eligibility.isOfAge(born: block.births, month: month) else { return }
    let isOpen = compiled.strataFlags.base + Int(eligibility.strata)
    let eligible = state.eligible
    // Most often everybody is in reach.
    let reachesAll = limits(n, step: step).least >= 1 << 56
    for i in 0..<block.count {
      let resident = sharedResidents[i]
      // Most are passed over at a glance; whose path has parted may hold something else.
      guard resident.partings > 0 || resident.held & eligibility.held == eligibility.held,
        eligibility.isOfAge(resident, month: month), isOpen[Int(resident.stratum)],
        counts(n, i), !eligible.has(n, i)
      else { continue }
      let (place, isPresent) = whereabouts(i)
      guard isPresent, meets(eligibility.conditions, place.row) else { continue }
      if state.residents[i].partings > 0 || !isSimple {
        settle(n, i, who(i, step: step), isEligible: true, step: step)
        continue
      }
      state.eligible.set(n, i, true)
      guard reachesAll || isInReach(n, i, who(i, step: step), step: step) else { continue }
      noteFirstReached(n, i)
      state.reached.set(i, n, true)
      if !run.takes(resident) {
        count(run)
        run = GroupRun(of: resident, groups(i))
      }
      run.add()
      started += 1
      raiseBounds(i, reachedBy: n, step: step)
      for s in 0..<scenarioCount {
        inScenario(s) { $0.mirrorReached(n, i, true, step: step) }
      }
    }
    count(run)
    if started > 0 { tally.add(.started, started, step: step, column: column) }
  }

  /// Brings every intervention up to date for a resident who has just entered.
  private func updateReach(ofNew i: Int, step: Int) {
    let (place, isPresent) = whereabouts(i)
    guard isPresent else { return }
    let who = who(i, step: step)
    for n in 0..<scenario.interventions.count {
      let record = scenario.interventions.base + n
      // Most hold nothing that an intervention is for.
      let held = record.pointee.eligibility.held
      if place.held & held == held, step >= record.pointee.firstStep, step < record.pointee.endStep,
        admits(record.pointee.eligibility, place.row, who), counts(n, i)
      {
        settle(n, i, who, isEligible: true, step: step)
      }
    }
  }

  private func updateReach(_ n: Int, _ i: Int, step: Int) {
    let record = scenario.interventions.base + n
    // What is shared comes from the shared course, unless the path is the resident's own.
    guard counts(n, i), step >= record.pointee.firstStep, step <= record.pointee.endStep else {
      return
    }
    let (place, isPresent) = whereabouts(i)
    guard isPresent else { return }
    let who = who(i, step: step)
    let isEligible =
      step < record.pointee.endStep && admits(record.pointee.eligibility, place.row, who)
    settle(n, i, who, isEligible: isEligible, step: step)
  }

  /// Notes what follows for reach from whether a resident is eligible.
  @inline(__always)
  private func settle(_ n: Int, _ i: Int, _ who: Who, isEligible: Bool, step: Int) {
    state.eligible.set(n, i, isEligible)
    if scenario.interventions.base[n].hasPlaces {
      let started = state.everReached.has(i, n)
      let waits = isEligible && !started && isInReach(n, i, who, step: step)
      if waits, !state.waiting.has(n, i) {
        waitingLists[n]?.add(
          WaitingList.Entry(propensity: propensity(n, i), number: block.first + i))
      }
      state.waiting.set(n, i, waits)
      setReached(n, i, isEligible && started, step: step)
    } else {
      reach(n, i, isEligible && isInReach(n, i, who, step: step), step: step)
    }
  }

  /// Notes whether an intervention without places reaches a resident.
  @inline(__always)
  private func reach(_ n: Int, _ i: Int, _ isReached: Bool, step: Int) {
    if isReached && step < compiled.steps && !state.everReached.has(i, n) {
      firstReached(n, i, step: step)
    }
    setReached(n, i, isReached, step: step)
  }

  /// Gives a resident a place in an intervention; says whether they still waited for it.
  func start(_ n: Int, _ i: Int, step: Int) -> Bool {
    guard state.waiting.has(n, i), whereabouts(i).isPresent else { return false }
    state.waiting.set(n, i, false)
    firstReached(n, i, step: step)
    setReached(n, i, true, step: step)
    return true
  }

  /// A resident's propensity to be reached by an intervention.
  private func propensity(_ n: Int, _ i: Int) -> UInt64 {
    let number = Int(scenario.interventions.base[n].propensity)
    return luck.propensity(resident: block.first + i, channel: compiled.propensityKeys[number])
  }

  /// Below the first, a propensity is in reach whoever has it; from the second on it is not.
  private func limits(_ n: Int, step: Int) -> (least: UInt64, most: UInt64) {
    let share = scenario.share(n, step: step, steps: compiled.steps)
    let record = scenario.interventions.base + n
    let (least, most) = (share * record.pointee.leastFactor, share * record.pointee.mostFactor)
    return (Luck.threshold(min(1, least)), most >= 1 ? .max : Luck.threshold(most))
  }

  private func isInReach(_ n: Int, _ i: Int, _ who: Who, step: Int) -> Bool {
    let factor = compiled.value(
      scenario.interventions.base[n].factor, stratum: who.stratum, age: who.age)
    let share = min(1, scenario.share(n, step: step, steps: compiled.steps) * factor)
    if share == 1 { return true }
    let number = Int(scenario.interventions.base[n].propensity)
    return share > 0
      && propensities.isBelow(
        Luck.threshold(share), number, i, key: compiled.propensityKeys[number], luck: luck,
        resident: block.first + i)
  }

  private func firstReached(_ n: Int, _ i: Int, step: Int) {
    noteFirstReached(n, i)
    let column = Int(scenario.interventions.base[n].column)
    count(.started, i, 1, period: year(step), column: column)
    count(StepTallyKind.started, i, 1, step: step, column: column)
  }

  @inline(__always)
  private func noteFirstReached(_ n: Int, _ i: Int) {
    state.everReached.set(i, n, true)
    for s in 0..<scenarioCount where !hasParted(i, in: s) {
      inScenario(s) { $0.state.everReached.set(i, n, true) }
    }
    if scenario.interventions.base[n].once.count > 0 {
      state.starters.append(BlockState.Starter(resident: i, intervention: n))
    }
  }

  @inline(__always)
  private func setReached(_ n: Int, _ i: Int, _ isReached: Bool, step: Int) {
    guard state.reached.has(i, n) != isReached else { return }
    state.reached.set(i, n, isReached)
    let column = Int(scenario.interventions.base[n].column)
    count(.reachedChange, i, isReached ? 1 : -1, period: step, column: column)
    if isReached { raiseBounds(i, reachedBy: n, step: step) }
    for s in 0..<scenarioCount where !hasParted(i, in: s) {
      inScenario(s) { $0.mirrorReached(n, i, isReached, step: step) }
    }
  }

  /// Takes over from the shared course whether a shared intervention reaches a resident.
  private func mirrorReached(_ n: Int, _ i: Int, _ isReached: Bool, step: Int) {
    state.reached.set(i, n, isReached)
    if isReached { raiseBounds(i, reachedBy: n, step: step, ifOwn: true) }
  }

  /// Ends every reach of a resident who has left during a step.
  func endReach(_ i: Int, step: Int) {
    state.reached.forEach(i) { n in
      guard counts(n, i) else { return }
      let column = Int(scenario.interventions.base[n].column)
      count(.reachedChange, i, -1, period: step + 1, column: column)
    }
    for word in 0..<state.reached.words { state.reached.row(i)[word] = 0 }
  }
}
