/// Runs a chance procedure along every path it can take.
struct PathEnumerator {
  private var script: [Int] = []
  private var counts: [Int] = []
  private var depth = 0
  private var probability = 1.0

  /// Picks one of several outcomes with the given probabilities, which add up to 1.
  mutating func choose(_ probabilities: [Double]) -> Int {
    if depth == script.count {
      script.append(0)
      counts.append(probabilities.count)
    }
    let choice = script[depth]
    depth += 1
    probability *= probabilities[choice]
    return choice
  }

  /// Whether something with a probability happens.
  mutating func happens(_ probability: Double) -> Bool {
    probability > 0 && (probability >= 1 || choose([1 - probability, probability]) == 1)
  }

  /// The mean and the variance of each of the numbers that a procedure returns.
  static func moments(_ procedure: (inout PathEnumerator) -> [Double]) -> (
    mean: [Double], variance: [Double]
  ) {
    var paths = PathEnumerator()
    var first: [Double] = []
    var second: [Double] = []
    repeat {
      paths.depth = 0
      paths.probability = 1
      let numbers = procedure(&paths)
      if first.isEmpty {
        first = numbers.map { _ in 0 }
        second = first
      }
      for (index, number) in numbers.enumerated() {
        first[index] += paths.probability * number
        second[index] += paths.probability * number * number
      }
    } while paths.advance()
    return (first, zip(first, second).map { $1 - $0 * $0 })
  }

  /// Goes on to the next path; false after the last.
  private mutating func advance() -> Bool {
    while let last = script.popLast() {
      if last + 1 < counts[script.count] {
        script.append(last + 1)
        return true
      }
      counts.removeLast()
    }
    return false
  }
}
