/// A move or an event as far as it could be read.
struct Happening {
  /// What is known even when something is wrong.
  var outline: HappeningOutline
  /// The happening itself; nil when something is wrong.
  var event: Event?
  /// Where its chance stands.
  var node: Node
}
