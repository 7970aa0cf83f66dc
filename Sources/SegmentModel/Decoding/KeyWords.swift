/// Says keys and ids of JSON in words.
enum KeyWords {
  /// A key or an id: `addRatePerYear` is "add rate per year", `af-case-finding` "af case finding".
  ///
  /// A hyphen between digits stays, as in `18-44`.
  static func words(_ key: String) -> String {
    let letters = Array(key)
    var words = ""
    for (index, letter) in letters.enumerated() {
      if letter == "-" {
        let isRange =
          index > 0 && index + 1 < letters.count && letters[index - 1].isNumber
          && letters[index + 1].isNumber
        words += isRange ? "-" : " "
      } else {
        words += letter.isUppercase ? " " + letter.lowercased() : String(letter)
      }
    }
    return words
  }

  /// What a file is called after: its name without folders and ending.
  static func file(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return words(String(name.hasSuffix(".json") ? name.dropLast(5) : name))
  }

  /// One element of a list: `costs` is "cost", of a `product` it is a "factor".
  static func element(of list: String) -> String {
    switch list {
    case "product": "factor"
    case "ramp": "ramp point"
    default: words(list.hasSuffix("s") ? String(list.dropLast()) : list)
    }
  }

  /// A place in a list, counted from 0, in words: "1st", "2nd".
  static func ordinal(_ index: Int) -> String {
    let number = index + 1
    let isTeen = (11...13).contains(number % 100)
    let ending = [1: "st", 2: "nd", 3: "rd"][isTeen ? 0 : number % 10] ?? "th"
    return "\(number)\(ending)"
  }

  /// A branch of a table: of `byAge` and "18-44" it is "age 18-44".
  static func branch(_ key: String, of axis: String) -> String {
    let kind = ["byAge": "age", "atAge": "age", "byArea": "area", "byDeprivation": "deprivation"]
    return [kind[axis], words(key)].compactMap { $0 }.joined(separator: " ")
  }
}
