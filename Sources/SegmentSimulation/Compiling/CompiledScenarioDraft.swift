/// What a compiled scenario is made of.
struct CompiledScenarioDraft {
  var steps: Int
  var spanCount: Int
  var sharedCount: Int
  var interventions: [InterventionRecord] = []
  var effectSpans: [Span32] = []
  var triggerEffectSpans: [Span32] = []
  var effects: [EffectRecord] = []
  var once: [TriggerRecord] = []
  var shares: [[Double]] = []
  var places: [[Int]?] = []
  var changing: [[Int]] = []
  var looking: [[Int]] = []
  var limited: [[Int]] = []
  /// By intervention, the exit spans whose chances it can change, and the channels in which it can
  /// raise one.
  var spans: [Set<Int>] = []
  var raised: [[Int]] = []
  var pairs: [Int32] = []
  /// By happening, the interventions that change what it sets off.
  var triggerChangers: [[Int]] = []
}
