extension Model {
  /// Makes the place larger or smaller, with births, joiners and counts in proportion; gives the
  /// factor.
  ///
  /// Calibration targets and claims stay as they are.
  public mutating func scale(toResidents residents: Int) -> Double {
    let factor = Double(residents) / Double(max(population.residents, 1))
    population.residents = residents
    population.birthsPerYear = population.birthsPerYear.map { $0.scaled(by: factor) }
    population.joinersPerYear = population.joinersPerYear.map {
      Joiners($0.ages, peoplePerYear: $0.peoplePerYear.scaled(by: factor))
    }
    for index in pathways.indices {
      guard case .counts(let counts) = pathways[index].start else { continue }
      // Rounded down, so that they never are more than there are residents.
      pathways[index].start = .counts(counts.mapValues { Int(Double($0) * factor) })
    }
    return factor
  }
}

extension Scenario {
  /// Gives interventions more or fewer places, and makes what they cost and take by the year more or
  /// less.
  public mutating func scale(by factor: Double) {
    for index in interventions.indices {
      interventions[index].capacityPerYear = interventions[index].capacityPerYear.map {
        $0.scaled(by: factor)
      }
      interventions[index].costs = interventions[index].costs.map {
        guard case .perYear(var cost) = $0 else { return $0 }
        cost.pounds = cost.pounds.scaled(by: factor)
        return .perYear(cost)
      }
      interventions[index].uses = interventions[index].uses.map {
        guard case .perYear(var use) = $0 else { return $0 }
        use.amount = use.amount.scaled(by: factor)
        return .perYear(use)
      }
    }
  }
}

extension Quantity {
  /// A number times a factor.
  fileprivate func scaled(by factor: Double) -> Quantity {
    var result = self
    result.values = .constant(scalar * factor)
    return result
  }
}
