/// Says keys and ids of JSON in words.
enum KeyWords {
  /// A key or an id: `addRatePerYear` is "add rate per year", `af-case-finding` "af case finding".
  ///
  /// A hyphen between digits stays, as in `18-44`.
  static func words(_ key: String) -> String {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    let (space, hyphen) = (UInt8(ascii: " "), UInt8(ascii: "-"))
    let letters = Array(key.utf8)
    var words: [UInt8] = []
    for (index, letter) in letters.enumerated() {
      if letter == hyphen {
        let isRange =
          index > 0 && index + 1 < letters.count && digits.contains(letters[index - 1])
          && digits.contains(letters[index + 1])
        words.append(isRange ? hyphen : space)
      } else if capitals.contains(letter) {
        words += [space, letter | space]
      } else {
        words.append(letter)
      }
    }
    return String(decoding: words, as: UTF8.self)
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
    switch axis {
    case "byAge", "atAge": "age \(words(key))"
    case "byArea": "area \(words(key))"
    case "byDeprivation": "deprivation \(words(key))"
    default: words(key)
    }
  }
}
