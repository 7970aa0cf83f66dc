/// What was asked for was done, but what it should have shown does not hold.
struct CheckFailure: Error {
  var message: String
  var help: String?
}
