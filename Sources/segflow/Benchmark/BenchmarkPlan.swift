import SegmentModel
import SegmentReport

/// What a benchmark measures, and in which order.
struct BenchmarkPlan {
  /// The files as they are.
  let whole: BenchmarkCase
  let problem: BenchmarkProblem
  let options: BenchmarkOptions

  /// Everything to measure.
  ///
  /// Numbers of residents come first and rise, the files as they are at their place among them, so
  /// that memory can be told even where the system cannot count the peak anew.
  var cases: [BenchmarkCase] {
    let place = whole.model.population.residents
    let ladder = residents.map { number in
      whole.changing(.residents) { $0.scale(toResidents: number) }
    }
    return ladder.filter { $0.size.residents < place } + [whole]
      + ladder.filter { $0.size.residents >= place }
      + others.filter { $0.dimension.map(problem.dimensions.contains) ?? true }
  }

  private var isShort: Bool { options.isQuick || problem.isLarge }

  private var residents: [Int] {
    if let residents = options.residents { return residents }
    guard isShort else { return [10_000, 100_000, 1_000_000, 10_000_000] }
    let place = whole.model.population.residents
    return Set([place / 16, place / 4, place].map { max($0, 1) }).sorted()
  }

  /// Once, twice and, unless it is to be short, four times.
  private var multiples: [Int] { isShort ? [1, 2] : [1, 2, 4] }

  private var drawsPerThread: Int { options.isQuick ? 1 : problem.isLarge ? 2 : 8 }

  private var others: [BenchmarkCase] {
    let years = whole.model.years
    return Set([max(1, years / 2), years]).sorted().map { number in
      whole.changing(.steps) { $0.model.years = number }
    }
      + multiples.map { number in whole.changing(.pathways) { $0.copyPathways(times: number) } }
      + doublings(upTo: whole.scenarios.count).map { number in
        whole.changing(.scenarios) { $0.scenarios = Array($0.scenarios.prefix(number)) }
      }
      + multiples.map { number in whole.changing(.replicates) { $0.replicates = number } }
      + multiples.map { number in whole.changing(.draws) { $0.draws = number } }
      + doublings(upTo: options.threads).map { number in
        whole.changing(.threads) {
          $0.threads = number
          // Enough that all threads end at about the same time.
          $0.draws = drawsPerThread * options.threads
        }
      }
  }

  /// The powers of two below a number, and the number itself.
  private func doublings(upTo number: Int) -> [Int] {
    var result = Array(sequence(first: 1) { 2 * $0 }.prefix { $0 < number })
    result.append(number)
    return result
  }
}
