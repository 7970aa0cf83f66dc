extension Mistake {
  static func unknownName(
    _ name: String, _ list: NameList, orOther: Bool = false
  ) -> Mistake {
    Mistake(
      "unknown \(list.noun) '\(name)'\(list.ofOwner)",
      help: orOther && Spelling.nearest(to: name, in: list.names + ["other"]) == "other"
        ? "did you mean 'other'?" : help(for: name, in: list.names, list.plural))
  }

  static func malformedID(_ text: String) -> Mistake {
    Mistake(
      "'\(text)' is not an id",
      help: "an id has lower-case letters, digits and hyphens, and does not start with a hyphen")
  }

  static func reservedID(_ text: String) -> Mistake {
    Mistake("'\(text)' cannot be an id, because it has a meaning of its own in tables")
  }

  static func longID(_ count: Int, longest: Int) -> Mistake {
    Mistake(
      "the id has \(count) letters; there can be at most \(longest)",
      help: "files of results have ids in their names; say more in \"name\"")
  }

  static func namedAsResult(_ id: String, _ noun: String, _ words: [String]) -> Mistake {
    Mistake(
      "'\(id)' cannot be the id of \(noun)",
      help: "tables of results use \(quoted(words)) for others")
  }

  static let causeNamedAsTotal = Mistake(
    "a cause cannot be called 'all', which tables of results use for all causes together")

  static func duplicateID(_ noun: String, _ id: String, first: String) -> Mistake {
    Mistake("'\(id)' is the id of another \(noun) already (\(first))")
  }

  static func eventNamedAsPathway(_ id: String) -> Mistake {
    Mistake("'\(id)' is the id of a pathway already", help: "effects could not tell them apart")
  }

  static func repeatedName(_ name: String) -> Mistake {
    Mistake("'\(name)' is named twice")
  }

  static func interventionTwice(_ id: String, first: String) -> Mistake {
    Mistake("the intervention '\(id)' is in the scenario already (\(first))")
  }
}
