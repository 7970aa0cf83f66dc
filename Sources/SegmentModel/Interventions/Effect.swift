/// What an intervention does to those it reaches.
public struct Effect: Hashable, Sendable {
  /// What it acts on.
  public var target: EffectTarget
  /// What it does to it.
  public var change: Change

  /// Creates an effect.
  public init(target: EffectTarget, change: Change) {
    self.target = target
    self.change = change
  }
}
