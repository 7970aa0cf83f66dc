import Testing

/// Every key of the format changes some output: none is accepted and ignored.
@Suite("Every key")
struct EveryKeyTests {
  private static let trials =
    KeyTrial.ofPlaces + KeyTrial.ofPopulations + KeyTrial.ofPathways + KeyTrial.ofEvents
    + KeyTrial.ofHappenings + KeyTrial.ofInterventions + KeyTrial.ofEffects
    + KeyTrial.ofScenarios + KeyTrial.ofChanges + KeyTrial.ofNumbers + KeyTrial.ofTables
    + KeyTrial.ofTargets + KeyTrial.ofExpressions

  /// Keys that change nothing, and why.
  private static let exempt = [
    "place.claims": "is for 'reconcile', whose keys have trials of their own"
  ]

  @Test("Changing a key changes an output", arguments: trials)
  func changes(trial: KeyTrial) throws {
    let (before, after) = try trial.models()
    let (usual, other) = (try KnownOutputs.of(before), try after.outputs())
    try #require(usual.status == 0, "\(usual.errors)")
    switch trial.consequence {
    case .outputs(let names):
      try #require(other.status == 0, "\(other.errors)")
      let differing = other.differing(from: usual)
      for name in names {
        #expect(differing.contains(name), "only these differ: \(differing.sorted())")
      }
    case .refusal(let words):
      #expect(other.status == 2)
      #expect(other.errors.contains(words))
    }
  }

  @Test("Every key that the reader knows is tried")
  func completeness() throws {
    var known: Set<String> = []
    var tried: Set<String> = []
    for trial in Self.trials {
      let (before, after) = try trial.models()
      let objects = before.objects() + after.objects()
      known.formUnion(objects.flatMap { object in object.keys.map(object.name) })
      let owner = objects.first {
        $0.file == trial.file && $0.path == trial.objectPath && $0.keys.contains(trial.key)
      }
      let name = try #require(owner, "the reader knows no key \(trial)").name(of: trial.key)
      tried.insert(name)
    }
    #expect(known.subtracting(tried).sorted() == Self.exempt.keys.sorted())
    #expect(tried.subtracting(known).isEmpty)
  }

  @Test("A run again puts out the same, so that differences mean something")
  func repeats() throws {
    let usual = try KnownOutputs.of(.rich)
    #expect(usual.status == 0, "\(usual.errors)")
    #expect(try ModelFiles.rich.outputs().differing(from: usual).isEmpty)
    #expect(usual.texts.keys.filter { !$0.hasPrefix("charts/") }.count == 22)
  }
}
