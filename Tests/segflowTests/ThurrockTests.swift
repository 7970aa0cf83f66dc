import Foundation
import SegmentModel
import SegmentSimulation
import Testing

/// The place as it ships, at full size, against what was published about it.
@Suite("Thurrock", .serialized)
struct ThurrockTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("scenarios/thurrock")

  /// Enough that the mean of a count has a quarter of the count's own variance: a limit of two of its
  /// own errors is then one of four of the mean's.
  private static let replicates = 4

  /// The place with no interventions, not even the suspensions of QOF, run once for all tests: each
  /// PCN by itself, since tallies have no table of PCN by age.
  private static let run = Result { () throws -> (model: Model, tallies: [[Tallies]]) in
    let path = folder.appendingPathComponent("baseline.json").path
    let model = try Loader.load([path])[0].model
    let people = model.population.people.reduce(0) { $0 + $1.people }
    let tallies = try model.population.areas.indices.map { area in
      var part = model
      part.population.people.removeAll { $0.area != area }
      let share = part.population.people.reduce(0) { $0 + $1.people } / people
      part.population.residents = Int((Double(model.population.residents) * share).rounded())
      part.population.birthsPerYear = model.population.birthsPerYear.map {
        Quantity($0.scalar * share)
      }
      part.population.joinersPerYear = model.population.joinersPerYear.map {
        Joiners($0.ages, peoplePerYear: Quantity($0.peoplePerYear.scalar * share))
      }
      let simulation = try Simulation(
        model: part, scenarios: [Scenario(id: "standing", name: "Nothing more")])
      let results = try simulation.run(
        seed: 1, replicates: Array(0..<replicates),
        threads: ProcessInfo.processInfo.activeProcessorCount)
      return results.map { $0[0] }
    }
    return (model, tallies)
  }

  /// The mean over replicates of what is counted, of one PCN or (nil) all.
  private func mean(_ area: Int? = nil, _ value: (Tallies) -> Int64) throws -> Double {
    let tallies = try Self.run.get().tallies
    let counted = area.map { [tallies[$0]] } ?? tallies
    return counted.joined().reduce(0) { $0 + Double(value($1)) } / Double(Self.replicates)
  }

  private func admissions(_ causes: Set<String>, year: Int) throws -> Double {
    let model = try Self.run.get().model
    let happenings = model.happenings
    let counted = happenings.indices.filter {
      happenings[$0].outcome == 0 && causes.contains(happenings[$0].cause)
    }
    #expect(!counted.isEmpty, "no event has a cause of \(causes)")
    return try mean { tallies in
      counted.reduce(0) { $0 + tallies.happened(year: year, happening: $1) }
    }
  }

  @Test(
    "Published admissions of 2019/20, and falls of 2022/23, are met within twice their own error",
    arguments: [
      (["Stroke"], 193.0, 0), (["Atrial fibrillation"], 173, 0), (["Heart failure"], 130, 0),
      (["COPD"], 240, 0), (["Asthma"], 101, 0), (["Lobar pneumonia"], 238, 0),
      (["Falls", "Hip fracture"], 505, 3),
    ] as [([String], Double, Int)])
  func admissions(causes: [String], observed: Double, year: Int) throws {
    let z = (try admissions(Set(causes), year: year) - observed) / observed.squareRoot()
    #expect(abs(z) < 2, "\(causes): z = \(z)")
  }

  /// QOF registers of 2019/20, in patients; asthma of all ages, as its admissions are.
  static let registers: [(pathway: String, patients: Double)] = [
    ("hypertension", 25_680), ("atrial-fibrillation", 2_743), ("coronary-heart-disease", 4_334),
    ("stroke", 2_743), ("heart-failure", 1_493), ("diabetes", 9_738), ("copd", 3_512),
    ("asthma", 10_151), ("depression", 14_680), ("ckd", 6_494),
  ]

  /// Both the published count and the simulated one have at most the error of a Poisson count.
  ///
  /// Who starts ill is drawn here for each PCN apart. Ten registers all keep within 3.3 standard
  /// errors but once in a hundred times.
  @Test("QOF registers of 2019/20 are met within chance", arguments: registers)
  func register(pathway: String, patients: Double) throws {
    let (model, tallies) = try Self.run.get()
    let p = try #require(model.pathways.firstIndex { $0.id == pathway })
    let registered = model.pathways[p].segments.indices.filter {
      !["none", "undiagnosed", "unregistered"].contains(model.pathways[p].segments[$0].id)
    }
    let offset = tallies[0][0].layout.segmentOffsets[p]
    let people = try mean { tallies in
      registered.reduce(0) { $0 + tallies.occupancy(boundary: 0, segment: offset + $1) }
    }
    let residents = patients * 0.980
    let z = (people - residents) / (2 * residents).squareRoot()
    #expect(abs(z) < 3.3, "\(pathway): \(people) against \(residents), z = \(z)")
  }

  @Test(
    "With no interventions every segment's prevalence stands still for ten years, by age and PCN")
  func drift() throws {
    let (model, tallies) = try Self.run.get()
    let layout = tallies[0][0].layout
    let groups = layout.groups.indices.filter { layout.groups[$0].kind == .ageBand }
    let later = 10 * 12 / layout.step.months
    for (p, pathway) in model.pathways.enumerated() {
      for (s, segment) in pathway.segments.enumerated() where segment.leaves == nil {
        for (area, group) in tallies.indices.flatMap({ area in groups.map { (area, $0) } }) {
          func count(_ boundary: Int) throws -> (people: Double, share: Double) {
            let flat = layout.segmentOffsets[p] + s
            let people = try mean(area) {
              $0.occupancy(boundary: boundary, group: group, segment: flat)
            }
            let living = try mean(area) { $0.living(boundary: boundary, group: group) }
            return (people, people / living)
          }
          let (before, after) = (try count(0), try count(later))
          // Of fewer people chance alone makes any change.
          guard max(before.people, after.people) >= 10 else { continue }
          // 5%, and chance: the log of a ratio of counts has about this standard error, and z = 4.9
          // is passed by luck once in a million.
          let n = (max(before.people, 1), max(after.people * Double(Self.replicates), 1))
          let chance = 4.9 * (1 / n.0 + 1 / n.1).squareRoot()
          let change = log(max(after.share, 1e-9) / max(before.share, 1e-9))
          #expect(
            abs(change) < log(1.05) + chance,
            """
            \(pathway.id)/\(segment.id), \(model.population.areas[area].id), \
            \(layout.groups[group].id): \(before.people) to \(after.people) people, prevalence x \
            \(after.share / before.share)
            """)
        }
      }
    }
  }

  @Test("Every scenario and file that ships is right")
  func files() throws {
    let files = try #require(FileManager.default.enumerator(atPath: Self.folder.path))
    var scenarios: [String] = []
    var checked = 0
    for case let file as String in files where file.hasSuffix(".json") {
      let path = Self.folder.appendingPathComponent(file).path
      checked += 1
      // The place under every option is checked once, not with each scenario.
      if try String(contentsOfFile: path, encoding: .utf8).contains("\"scenario/1\"") {
        scenarios.append(path)
      } else {
        try Loader.check(path)
      }
    }
    #expect(checked > 80)
    #expect(scenarios.count > 20)
    _ = try Loader.load(scenarios)
  }
}
