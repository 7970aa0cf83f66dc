/// Where residents start in a pathway.
public enum Start: Hashable, Sendable {
  /// Share of residents by segment index, from the second segment on; the rest start in the first.
  case shares([Int: Quantity])
  /// Exact numbers of residents present at the start, by segment index; the rest start in the
  /// first segment, as do those who join later.
  case counts([Int: Int])
}
