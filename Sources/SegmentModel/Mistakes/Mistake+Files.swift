extension Mistake {
  static func cannotRead(_ path: String, _ reason: String, nearest: String? = nil) -> Mistake {
    // "\n" and the like in JSON make control characters of a path written with "\".
    let isWindows = path.contains("\\") || path.hasControls
    let slash = isWindows ? "write '/' between folders and files" : nil
    return Mistake(
      "cannot read '\(path)': \(reason)", help: slash ?? nearest.map { "did you mean '\($0)'?" })
  }

  static let emptyFileName = Mistake("the name of the file is empty")

  static func missingKind(_ expected: FileKind) -> Mistake {
    Mistake(
      "the key 'segflow', which says what the file is about, is missing",
      help: "write it first: \"segflow\": \"\(expected.tag)\"")
  }

  static let kindNotFirst = Mistake("the key 'segflow' must come first")

  static func unknownKind(_ text: String) -> Mistake {
    let tags = FileKind.allCases.map(\.tag)
    return Mistake("unknown kind of file '\(text)'", help: help(for: text, in: tags, "kinds"))
  }

  static func unknownVersion(_ version: String, of kind: FileKind) -> Mistake {
    Mistake(
      "version '\(version)' of the format is not known",
      help: "this program reads \"\(kind.tag)\"")
  }

  static func wrongFile(found: FileKind, expected: String) -> Mistake {
    Mistake("found \(found.noun), expected \(expected)")
  }

  static func listedTwice(_ path: String) -> Mistake {
    Mistake("'\(path)' is listed twice", help: "remove one of the two")
  }

  static func rateTwice(_ rate: DiscountRate) -> Mistake {
    listedTwice(
      rate.ofBoth.map(plain) ?? "costs \(plain(rate.costs)), health \(plain(rate.health))")
  }

  static func extendsItself(_ circle: [String]) -> Mistake {
    Mistake("the scenario extends itself: \(circle.joined(separator: " -> "))")
  }

  static func otherPlace(_ found: String, _ expected: String) -> Mistake {
    Mistake(
      "the scenario is for the place '\(found)', the others are for '\(expected)'",
      help: "scenarios that are compared must be of one place")
  }

  static func tooManyWorlds(_ count: Double) -> Mistake {
    let text = count < 1e9 ? "\(Int(count))" : "more than 1000000000"
    return Mistake(
      "the options chosen make \(text) worlds, at most \(World.most) are run",
      help: "choose fewer options at once")
  }

  static let placeAmongOthers = Mistake(
    "a place stands among several files", help: "give one place, or scenarios of one place")
}
