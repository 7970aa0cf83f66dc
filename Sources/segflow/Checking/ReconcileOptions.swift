import SegmentReport

/// What a reconciliation is asked for.
struct ReconcileOptions: Equatable {
  /// A file of claims, or a place that names one.
  var file: String
  var seed: UInt64
  var replicates = AddedTable.usualClaimReplicates
  var threads: Int
  /// Options of the place's choices that take the place of those that the claims list.
  var choose: [ChosenOptions]
  var destination: Destination
  var isQuiet: Bool

  /// Reads the options of the verb.
  init(_ arguments: Arguments) throws(UsageError) {
    file = try arguments.onlyFile(
      of: .reconcile, "file, of claims or of a place that names them")
    choose = try ChosenOptions.list(arguments.texts(.chooseForClaims))
    destination = try Destination(arguments, output: .claimsOutput)
    isQuiet = arguments.has(.quiet)
    seed = try arguments.seed()
    threads = try arguments.threads()
    // One replicate has no interval, and no number is printed without one.
    replicates = try arguments.number(.twoReplicates, 2...1_000_000) ?? replicates
  }
}
