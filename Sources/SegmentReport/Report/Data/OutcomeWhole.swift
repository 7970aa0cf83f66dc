/// What some outcomes of a place are parts of, such as all emergency admissions.
struct OutcomeWhole: Sendable {
  let name: String
  /// The ids of all outcomes that are parts of it, in file order.
  let parts: [String]
  /// The mean count of all of them in the baseline.
  let expected: Found
}
