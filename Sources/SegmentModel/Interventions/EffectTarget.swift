/// What an effect acts on.
public enum EffectTarget: Hashable, Sendable {
  /// The rate or probability of a happening: an index into ``Model/happenings``.
  case happening(Int)
  /// The probability of a trigger: indices into ``Model/happenings`` and its triggers.
  case trigger(happening: Int, trigger: Int)
}
