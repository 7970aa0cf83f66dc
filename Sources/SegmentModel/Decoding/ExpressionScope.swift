/// What an expression can name besides the place.
struct ExpressionScope {
  /// The scenarios it can be read in; nil for what is of the baseline alone.
  var scenarios: NameList?
  /// The interventions whose reach it can count; nil where it can count none.
  var interventions: NameList?

  /// What a target can name, which is of the baseline.
  static let target = ExpressionScope(scenarios: nil, interventions: nil)
}
