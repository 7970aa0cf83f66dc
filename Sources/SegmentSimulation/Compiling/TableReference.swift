/// Where a compiled table of numbers stands in the pool.
struct TableReference {
  /// Index of the first of its rows, one for each stratum.
  var rows: Int32
  /// 1 when the value depends on age, else 0.
  var ageStride: Int32
}
