/// How often a happening befalls someone, given how a step turned out.
struct ExactCount {
  var happening: Int
  var mean: Double
  var variance: Double
}
