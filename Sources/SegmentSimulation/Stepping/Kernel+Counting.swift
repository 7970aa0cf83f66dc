import SegmentModel

// Whom a course follows, and counting what befalls them.

extension Kernel {
  /// Whether a resident is on a path of this course.
  @inline(__always)
  func follows(_ i: Int) -> Bool { isShared || state.residents[i].partings == 1 }

  /// Where a resident is for this course: on a path of their own, or where the shared course has them.
  @inline(__always)
  func whereabouts(_ i: Int) -> (at: Place, isPresent: Bool) {
    follows(i)
      ? (state.place(i), state.residents[i].isPresent)
      : (
        Place(row: sharedSegments + i &* state.pathways, held: sharedResidents[i].held),
        sharedResidents[i].isPresent
      )
  }

  /// Whether this course counts what an intervention is to a resident.
  @inline(__always)
  func counts(_ intervention: Int, _ i: Int) -> Bool {
    intervention >= scenario.sharedCount || follows(i)
  }

  /// A resident's groups in tallies: area, deprivation, age band, sex.
  @inline(__always)
  func groups(_ i: Int) -> Groups {
    let resident = sharedResidents[i]
    return compiled.groups(stratum: Int(resident.stratum), ageBand: Int(resident.ageBand))
  }

  /// Counts something that befell a resident, for each of their groups.
  @inline(__always)
  func count(_ kind: TallyKind, _ i: Int, _ amount: Int, period: Int, column: Int) {
    tally.add(kind, amount, in: groups(i), period: period, column: column)
    if state.residents[i].partings > 0 { retract(kind, i, amount, period: period, column: column) }
  }

  /// Counts what befell some residents of whom nobody's path has parted.
  @inline(__always)
  func count(_ kind: TallyKind, _ run: GroupRun, period: Int, column: Int) {
    if run.count == 0 { return }
    tally.add(kind, run.count, in: run.groups, period: period, column: column)
  }

  // What the shared course counts is taken back in scenarios where the resident's path has parted.

  private func retract(_ kind: TallyKind, _ i: Int, _ amount: Int, period: Int, column: Int) {
    for s in 0..<scenarioCount where hasParted(i, in: s) {
      inScenario(s) {
        let column = $0.scenario.sharedColumns.column(kind, column)
        $0.tally.add(kind, -amount, in: groups(i), period: period, column: column)
      }
    }
  }

  func add(
    _ kind: TallyKind, _ i: Int, _ amount: Int, inGroup group: Int, period: Int, column: Int
  ) {
    tally.add(kind, amount, inGroup: group, period: period, column: column)
    guard state.residents[i].partings > 0 else { return }
    for s in 0..<scenarioCount where hasParted(i, in: s) {
      inScenario(s) {
        let column = $0.scenario.sharedColumns.column(kind, column)
        $0.tally.add(kind, -amount, inGroup: group, period: period, column: column)
      }
    }
  }

  /// Counts something that befell a resident, by step.
  @inline(__always)
  func count(_ kind: StepTallyKind, _ i: Int, _ amount: Int, step: Int, column: Int) {
    tally.add(kind, amount, step: step, column: column)
    if state.residents[i].partings > 0 {
      for s in 0..<scenarioCount where hasParted(i, in: s) {
        inScenario(s) {
          let column = $0.scenario.sharedColumns.column(kind, column)
          $0.tally.add(kind, -amount, step: step, column: column)
        }
      }
    }
  }
}
