@testable import SegmentModel

/// JSON whose keys keep their order, to be edited and written again.
indirect enum JSONTree: Equatable {
  /// Anything that holds nothing else, as it is written.
  case scalar(String)
  case string(String)
  case list([JSONTree])
  case object([Member])

  /// A key with its value.
  struct Member: Equatable {
    var key: String
    var value: JSONTree
  }

  /// Reads text; nil when it is not JSON.
  init?(_ text: String) {
    let (value, mistakes) = JSONReader.read([UInt8](text.utf8))
    guard let value, mistakes.isEmpty else { return nil }
    self.init(value)
  }

  private init(_ value: JSONValue) {
    switch value.content {
    case .null: self = .scalar("null")
    case .boolean(let value): self = .scalar("\(value)")
    case .number(let value): self = .scalar("\(value)")
    case .string(let text): self = .string(text)
    case .array(let elements): self = .list(elements.map(JSONTree.init))
    case .object(let members):
      self = .object(members.map { Member(key: $0.key, value: JSONTree($0.value)) })
    }
  }

  /// The JSON as text.
  var text: String {
    switch self {
    case .scalar(let text): text
    case .string(let text): "\"\(text)\""
    case .list(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\"\($0.key)\":\($0.value.text)" }.joined(separator: ",") + "}"
    }
  }
}

extension JSONTree {
  /// What stands at a path such as `moves[1].from`, if anything does.
  subscript(path: String) -> JSONTree? { value(at: Self.steps(path)[...]) }

  /// The same with a value set or, if nil, removed; nil when the path leads nowhere.
  func setting(_ path: String, to value: JSONTree?) -> JSONTree? {
    setting(Self.steps(path)[...], to: value)
  }

  /// The same with a name replaced wherever it stands: as a key, a string or part of a target.
  func renaming(_ name: String, to other: String) -> JSONTree {
    switch self {
    case .scalar: self
    case .string(let text):
      .string(
        text.split(separator: "/").map { $0 == name ? other : String($0) }.joined(separator: "/"))
    case .list(let elements): .list(elements.map { $0.renaming(name, to: other) })
    case .object(let members):
      .object(
        members.map { member in
          Member(
            key: member.key == name ? other : member.key,
            value: member.value.renaming(name, to: other))
        })
    }
  }

  private enum Step {
    case key(String)
    case index(Int)
  }

  private static func steps(_ path: String) -> [Step] {
    path.split { ".[]".contains($0) }.map { part in
      Int(part).map { .index($0) } ?? .key(String(part))
    }
  }

  private func value(at steps: ArraySlice<Step>) -> JSONTree? {
    switch (steps.first, self) {
    case (nil, _): self
    case (.index(let index), .list(let elements)) where elements.indices.contains(index):
      elements[index].value(at: steps.dropFirst())
    case (.key(let key), .object(let members)):
      members.first { $0.key == key }?.value.value(at: steps.dropFirst())
    default: nil
    }
  }

  private func setting(_ steps: ArraySlice<Step>, to value: JSONTree?) -> JSONTree? {
    switch (steps.first, self) {
    case (nil, _): return value
    case (.index(let index), .list(var elements)) where elements.indices.contains(index):
      let element = elements.remove(at: index).setting(steps.dropFirst(), to: value)
      if let element { elements.insert(element, at: index) }
      return element == nil && steps.count > 1 ? nil : .list(elements)
    case (.key(let key), .object(var members)):
      guard let place = members.firstIndex(where: { $0.key == key }) else {
        guard steps.count == 1, let value else { return nil }
        return .object(members + [Member(key: key, value: value)])
      }
      let inner = members[place].value.setting(steps.dropFirst(), to: value)
      if let inner { members[place].value = inner } else { members.remove(at: place) }
      return inner == nil && steps.count > 1 ? nil : .object(members)
    default: return nil
    }
  }
}
