/// One option for each choice of a place, under which its numbers are read.
public struct World: Hashable, Sendable {
  /// The choices, in the place's order.
  public var choices: [Choice]
  /// The option in force of each choice, as an index into its options.
  public var options: [Int]

  /// Creates a world; without options, that of every default.
  public init(choices: [Choice] = [], options: [Int]? = nil) {
    self.choices = choices
    self.options = options ?? choices.map { _ in 0 }
  }

  /// Whether every option is the default.
  public var isDefault: Bool { options.allSatisfy { $0 == 0 } }

  /// The ids of choices and of their options in force, in the place's order.
  public var ids: [(choice: String, option: String)] {
    zip(choices, options).map { ($0.id, $0.options[$1].id) }
  }

  /// The options that are not the default, such as `level=trials effect=full-gap`; else `default`.
  public var label: String {
    guard !isDefault else { return "default" }
    return zip(ids, options).filter { $0.1 != 0 }
      .map { "\($0.0.choice)=\($0.0.option)" }.joined(separator: " ")
  }

  /// What a reader calls it, such as `Level: trials; Effect: full gap`; empty without choices.
  public var name: String {
    zip(choices, options).map { "\($0.name): \($0.options[$1].name)" }.joined(separator: "; ")
  }

  /// Every combination of the options given for each choice, the last choice varying fastest.
  static func combinations(_ options: [[Int]]) -> [[Int]] {
    options.reduce([[]]) { partial, options in
      partial.flatMap { start in options.map { start + [$0] } }
    }
  }
}
