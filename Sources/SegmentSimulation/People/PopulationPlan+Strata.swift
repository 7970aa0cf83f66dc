import SegmentModel

extension PopulationPlan {
  /// Every combination of area, deprivation and sex, as attributes of age 0.
  var strata: [Attributes] {
    sexes.indices.flatMap { sex in
      areas.indices.flatMap { area in
        deprivation.indices.map { Attributes(age: 0, sex: sex, area: area, deprivation: $0) }
      }
    }
  }

  /// The index of the stratum that somebody is in.
  func stratum(of who: Attributes) -> Int {
    (who.sex * areas.count + who.area) * deprivation.count + who.deprivation
  }
}
