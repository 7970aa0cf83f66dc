import Testing

@testable import SegmentModel

@Suite("Files damaged at random")
struct MutationTests {
  /// Files with a few bytes changed, added, dropped or doubled.
  private func damaged(_ text: String, _ random: inout KeyedRandom) -> [UInt8] {
    var bytes = [UInt8](text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      let byte = UInt8.random(in: 0...255, using: &random)
      let mark = Array(#"{}[]",:\0123eE.-+ntfu"#.utf8).randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[index] = byte
      case 1: bytes[index] = mark
      case 2: bytes.insert(mark, at: index)
      case 3: bytes.removeSubrange(index..<min(bytes.count - 1, index + 3))
      default: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 20)], at: index)
      }
    }
    return bytes
  }

  @Test("The JSON reader gives a value or says where it is broken")
  func readerSurvives() throws {
    var random = KeyedRandom(key: 1)
    let texts = Example.files.sorted { $0.key < $1.key }.map(\.value)
    for round in 0..<4000 {
      let bytes = damaged(texts[round % texts.count], &random)
      let (value, mistakes) = JSONReader.read(bytes)
      #expect(value != nil || !mistakes.isEmpty)
      for mistake in mistakes { #expect((0...bytes.count).contains(mistake.offset)) }
    }
  }

  @Test("Loading gives a model or says what is wrong")
  func loaderSurvives() throws {
    var random = KeyedRandom(key: 2)
    let names = Example.files.keys.sorted()
    for round in 0..<300 {
      var files = Example.files.mapValues { [UInt8]($0.utf8) }
      let name = names[round % names.count]
      files[name] = damaged(Example.files[name] ?? "", &random)
      expectAnswer(Fixture(bytes: files))
    }
  }

  @Test("Values of any kind may stand anywhere")
  func loaderSurvivesKinds() throws {
    var random = KeyedRandom(key: 3)
    let values = [
      "null", "true", "-1", "1e300", "0.5", "\"x\"", "\"none\"", "\"stroke\"", "[]", "[0]", "{}",
      "{ \"byAge\": {} }", "{ \"bySex\": { \"other\": 1 } }", "{ \"value\": [] }",
    ]
    let names = Example.files.keys.sorted()
    for round in 0..<400 {
      let name = names[round % names.count]
      let text = Example.files[name] ?? ""
      let spans = valueSpans(of: text)
      guard let span = spans.randomElement(using: &random) else { continue }
      var bytes = [UInt8](text.utf8)
      let value = values.randomElement(using: &random) ?? "null"
      bytes.replaceSubrange(span, with: value.utf8)
      var files = Example.files.mapValues { [UInt8]($0.utf8) }
      files[name] = bytes
      expectAnswer(Fixture(bytes: files))
    }
  }

  private func expectAnswer(_ fixture: Fixture) {
    do {
      _ = try fixture.load()
    } catch {
      #expect(!error.errors.isEmpty)
    }
  }

  /// Where the values of a valid file stand.
  private func valueSpans(of text: String) -> [Range<Int>] {
    let bytes = [UInt8](text.utf8)
    guard let root = JSONReader.read(bytes).value else { return [] }
    return starts(root).map { $0..<end(of: $0, in: bytes) }
  }

  /// Where a value ends, in a file whose strings hold no brackets and no escapes.
  private func end(of start: Int, in bytes: [UInt8]) -> Int {
    var depth = 0
    for index in start..<bytes.count {
      switch Character(Unicode.Scalar(bytes[index])) {
      case "{", "[": depth += 1
      case "}", "]":
        depth -= 1
        if depth <= 0 { return depth < 0 ? index : index + 1 }
      case ",", "\n": if depth == 0 { return index }
      default: break
      }
    }
    return bytes.count
  }

  private func starts(_ value: JSONValue) -> [Int] {
    switch value.content {
    case .array(let elements): [value.offset] + elements.flatMap(starts)
    case .object(let members): [value.offset] + members.flatMap { starts($0.value) }
    default: [value.offset]
    }
  }
}
