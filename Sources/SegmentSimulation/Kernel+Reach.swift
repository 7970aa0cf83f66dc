import SegmentModel

extension Kernel {
  /// Works out whom the interventions can ever reach, before the first of them starts.
  func beginReach(step: Int) {
    state.birthdays = [[]]
    if scenario.interventions.contains(where: \.hasAgeLimits) {
      state.birthdays = Array(repeating: [], count: compiled.steps + 1)
    }
    state.reachable = scenario.interventions.indices.map { n in
      let intervention = scenario.interventions[n]
      return (0..<block.count).filter { i in
        guard canReach(intervention, n, i, step: step) else { return false }
        state.canReach[n * Block.size + i] = 1
        if intervention.hasAgeLimits { noteBirthdays(intervention.eligibility, n, i) }
        return true
      }
    }
  }

  /// Notes when a resident grows into and out of the ages that an intervention is for.
  private func noteBirthdays(_ eligible: EligibilityRecord, _ n: Int, _ i: Int) {
    let months = compiled.step.months
    for age in [Int(eligible.ageLower), Int(eligible.ageUpper) + 1] {
      let month = Int(block.birthMonth[i]) + 12 * age
      let boundary = (month + months - 1) / months
      if month > 0 && boundary <= compiled.steps {
        state.birthdays[boundary].append(BlockState.Starter(resident: i, intervention: n))
      }
    }
  }

  private func canReach(_ intervention: CompiledIntervention, _ n: Int, _ i: Int, step: Int) -> Bool
  {
    let stratum = Int(block.stratum[i])
    let eligible = intervention.eligibility
    let now = block.age(i, month: month(max(step, Int(block.entryStep[i]))))
    guard compiled.strataFlags[Int(eligible.strata) + stratum], now <= eligible.ageUpper,
      block.age(i, month: month(compiled.steps)) >= eligible.ageLower
    else { return false }
    let propensity = luck.propensity(resident: block.first + i, channel: intervention.propensityKey)
    state.propensity[n * Block.size + i] = propensity
    var factor = 0.0
    for age in now...max(now, block.age(i, month: month(compiled.steps))) {
      factor = max(factor, compiled.value(intervention.factor, stratum: stratum, age: age))
    }
    return propensity < Luck.threshold(min(1, intervention.highestShare * factor))
  }

  /// Where residents are for one of them: on a path of their own, or where the baseline has them.
  @inline(__always)
  private func whereabouts(_ i: Int) -> (segments: UnsafePointer<UInt8>, isPresent: Bool) {
    guard state.hasParted[i] == 0, let baseline else {
      return (UnsafePointer(state.segments), state.present[i] == 1)
    }
    return (UnsafePointer(baseline.segments), baseline.present[i] == 1)
  }

  /// Brings up to date who is reached at the start of a step, or at the end of the last.
  ///
  /// Looks only at those for whom something may have changed. With a capacity only those who
  /// already have a place are reached; the rest who could start are returned through `waiting`, to
  /// be given places by ``start(_:_:step:)``.
  func updateReach(step: Int, waiting: (_ intervention: Int, _ resident: Int) -> Void) {
    state.starters.removeAll(keepingCapacity: true)
    for n in scenario.interventions.indices {
      let intervention = scenario.interventions[n]
      guard step >= intervention.firstStep, step <= intervention.endStep else { continue }
      if intervention.changesReach[step] {
        for i in state.reachable[n] { updateReach(n, intervention, i, step: step, waiting) }
        continue
      }
      for i in state.touched where state.canReach[n * Block.size + i] == 1 {
        updateReach(n, intervention, i, step: step, waiting)
      }
      if intervention.hasAgeLimits {
        for birthday in state.birthdays[step] where birthday.intervention == n {
          updateReach(n, intervention, birthday.resident, step: step, waiting)
        }
      }
    }
    state.touched.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private func updateReach(
    _ n: Int, _ intervention: CompiledIntervention, _ i: Int, step: Int,
    _ waiting: (_ intervention: Int, _ resident: Int) -> Void
  ) {
    let (segments, isPresent) = whereabouts(i)
    guard isPresent else { return }
    let started = state.everReached[n * Block.size + i] == 1
    let stratum = Int(block.stratum[i])
    let age = block.age(i, month: month(step))
    var isReached =
      step < intervention.endStep
      && admits(intervention.eligibility, i, in: segments, stratum: stratum, age: age)
    if isReached, intervention.places != nil {
      if !started, step < compiled.steps, isInReach(intervention, n, i, step: step) {
        waiting(n, i)
      }
      isReached = started
    } else if isReached {
      isReached = isInReach(intervention, n, i, step: step)
      if isReached && !started && step < compiled.steps { firstReached(n, i, step: step) }
    }
    setReached(n, i, isReached, step: step)
  }

  /// Gives a resident a place in an intervention.
  func start(_ intervention: Int, _ i: Int, step: Int) {
    firstReached(intervention, i, step: step)
    setReached(intervention, i, true, step: step)
  }

  private func isInReach(_ intervention: CompiledIntervention, _ n: Int, _ i: Int, step: Int)
    -> Bool
  {
    let factor = compiled.value(
      intervention.factor, stratum: Int(block.stratum[i]), age: block.age(i, month: month(step)))
    return state.propensity[n * Block.size + i]
      < Luck.threshold(min(1, intervention.share[step] * factor))
  }

  private func firstReached(_ n: Int, _ i: Int, step: Int) {
    partIfNeeded(i, step: step)
    state.everReached[n * Block.size + i] = 1
    state.starters.append(BlockState.Starter(resident: i, intervention: n))
    count(.started, i, 1, period: year(step), column: n)
    tally.startedInStep.add(1, row: step, column: n)
  }

  @inline(__always)
  private func setReached(_ n: Int, _ i: Int, _ isReached: Bool, step: Int) {
    let cell = n * Block.size + i
    guard (state.reached[cell] == 1) != isReached else { return }
    partIfNeeded(i, step: step)
    state.reached[cell] = isReached ? 1 : 0
    count(.reachedChange, i, isReached ? 1 : -1, period: step, column: n)
  }

  private func partIfNeeded(_ i: Int, step: Int) {
    guard state.hasParted[i] == 0, let baseline else { return }
    state.part(i, from: baseline)
    updateBounds(i, step: step)
  }
}
