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

  /// What a reader calls the options of some choices, such as `Level: trials; Effect: full gap`.
  public func name(ofChoices indices: [Int]) -> String {
    indices.map { "\(choices[$0].name): \(choices[$0].options[options[$0]].name)" }
      .joined(separator: "; ")
  }

  /// The choices of which not every world has the default, as indices: what tells worlds apart.
  public static func choicesToName(_ worlds: [World]) -> [Int] {
    let count = worlds.map(\.options.count).max() ?? 0
    return (0..<count).filter { choice in worlds.contains { $0.options[choice] != 0 } }
  }

  /// The most worlds that a run is read in.
  static let most = 256

  /// Every combination of the options given for each choice, the last choice varying fastest.
  static func combinations(_ options: [[Int]]) -> [[Int]] {
    options.reduce([[]]) { partial, options in
      partial.flatMap { start in options.map { start + [$0] } }
    }
  }
}
