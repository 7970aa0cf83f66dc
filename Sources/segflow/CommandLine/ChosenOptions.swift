/// Options of one choice, as `--choose` names them.
struct ChosenOptions: Equatable {
  var choice: String
  var options: [String]

  /// What each `--choose` names, those of one choice together, in the order of the command line.
  static func list(_ texts: [String]) throws(UsageError) -> [ChosenOptions] {
    var list: [ChosenOptions] = []
    for text in texts {
      let one = try read(text)
      guard let index = list.firstIndex(where: { $0.choice == one.choice }) else {
        list.append(one)
        continue
      }
      list[index].options += one.options
    }
    for chosen in list where Set(chosen.options).count < chosen.options.count {
      throw UsageError("'--choose' names an option of '\(chosen.choice)' twice")
    }
    return list
  }

  private static func read(_ text: String) throws(UsageError) -> ChosenOptions {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    let options =
      parts.count == 2 ? parts[1].split(separator: ",", omittingEmptySubsequences: false) : []
    guard !options.isEmpty, !parts[0].isEmpty, options.allSatisfy({ !$0.isEmpty }) else {
      throw UsageError(
        "'--choose' must be a choice with its options, not '\(text)'",
        help: "write '--choose <choice>=<option>,...'")
    }
    return ChosenOptions(choice: parts[0], options: options.map(String.init))
  }
}
