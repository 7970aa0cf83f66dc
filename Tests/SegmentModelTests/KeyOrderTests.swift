import Foundation
import Testing

@testable import SegmentModel

@Suite("Order of keys")
struct KeyOrderTests {
  @Test("The order in which an object lists its keys changes nothing")
  func reversed() throws {
    let plain = try Fixture(Example.files).load()
    let files = try Example.files.mapValues { text in
      Self.write(try JSONSerialization.jsonObject(with: Data(text.utf8)))
    }
    #expect(files["population.json"] != Example.files["population.json"])
    let reversed = try Fixture(files).load()
    #expect(reversed.model == plain.model)
    #expect(reversed.baseline == plain.baseline)
    #expect(reversed.scenarios == plain.scenarios)
    #expect(Set(reversed.inputs) == Set(plain.inputs))
  }

  /// JSON with the keys of every object from last to first by alphabet, but `segflow` first.
  private static func write(_ value: Any) -> String {
    switch value {
    case let object as [String: Any]:
      let keys = object.keys.sorted {
        ($0 == "segflow" ? 1 : 0, $0) > ($1 == "segflow" ? 1 : 0, $1)
      }
      let members = keys.map { "\"\($0)\": \(write(object[$0] ?? NSNull()))" }
      return "{ \(members.joined(separator: ", ")) }"
    case let list as [Any]: return "[ \(list.map(write).joined(separator: ", ")) ]"
    case let text as String:
      let quoted = text.replacingOccurrences(of: "\\", with: "\\\\")
        .replacingOccurrences(of: "\"", with: "\\\"")
      return "\"\(quoted)\""
    default: return "\(value)"
    }
  }
}
