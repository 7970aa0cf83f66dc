/// What an expression can name besides the place.
struct ExpressionScope {
  /// The scenarios it can be read in.
  var scenarios: NameList
  /// The interventions whose reach it can count.
  var interventions: NameList
}
