/// What a reader calls an input, from its id: a file and a path in it.
struct InputName: Hashable, Sendable {
  /// What the file is about: the intervention or pathway it is named after, else the file's name.
  let subject: String
  /// The path in words, such as "effects[0], add rate per year"; empty where the id has none.
  let detail: String

  /// Both as one.
  var whole: String { detail.isEmpty ? subject : "\(subject): \(detail)" }

  /// The name of a parameter such as "place/interventions/visits.json:effects[0].addRatePerYear".
  init(_ parameter: String, _ names: ReportNames) {
    let parts = parameter.split(separator: ":", maxSplits: 1).map(String.init)
    let file = parts.first?.split(separator: "/").last.map(String.init) ?? ""
    let id = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
    let known = ["intervention", "pathway"].first { names.all($0).contains(id) }
    subject = known.map { names.of($0, id) } ?? id.replacing("-", with: " ")
    detail =
      parts.count < 2
      ? "" : parts[1].split(separator: ".").map { Self.words(String($0)) }.joined(separator: ", ")
  }

  /// A key in words: "addRatePerYear" is "add rate per year"; a place in a list stays as the path has it.
  private static func words(_ key: String) -> String {
    let name = key.prefix { $0 != "[" }
    var words = ""
    for letter in name {
      words += letter.isUppercase ? " " + letter.lowercased() : String(letter)
    }
    return words.replacing("-", with: " ") + key.dropFirst(name.count)
  }
}
