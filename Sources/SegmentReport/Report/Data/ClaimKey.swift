/// What the options mean that stand in the headings of simulated claims.
struct ClaimKey {
  /// One sentence; nil where no heading names an option that the place knows.
  let text: String?

  /// A key to headings, each the ids of options of the same choices in the same order.
  init(_ headings: [[String]], names: ReportNames) {
    let known = Set(names.all("option"))
    let parts = (headings.first ?? []).indices.flatMap { place -> [String] in
      var ids: [String] = []
      for heading in headings where place < heading.count && !ids.contains(heading[place]) {
        ids.append(heading[place])
      }
      // Ids of options repeat between choices, but seldom do all of those in one place of the headings.
      let choices = names.all("choice").filter { choice in
        ids.allSatisfy { known.contains("\(choice)=\($0)") }
      }
      return ids.compactMap { id in
        let meanings = choices.map {
          "\(names.of("option", "\($0)=\(id)")) (\(names.of("choice", $0)))"
        }
        return meanings.isEmpty ? nil : "“\(id)” is: \(meanings.joined(separator: ", or "))"
      }
    }
    text = parts.isEmpty ? nil : "In the headings, \(parts.joined(separator: "; "))."
  }
}
