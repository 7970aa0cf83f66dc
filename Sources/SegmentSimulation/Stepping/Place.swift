/// Where a resident is: their segment in each pathway, and in which it is not the first.
struct Place {
  let row: UnsafePointer<UInt8>
  let held: UInt64
}
