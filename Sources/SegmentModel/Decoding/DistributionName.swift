/// The distributions that an uncertain number may have.
enum DistributionName: String, CaseIterable {
  case beta, gamma, logNormal, normal, triangular, uniform, dirichlet, fixed
}
