import Foundation
import Testing

@testable import segflow

@Suite("segflow exact")
struct ExactVerbTests {
  /// Options that the tests below are about.
  static let triedOptions: Set = ["step", "baseline", "choose"]

  private let files: SmallFiles

  init() throws { files = try SmallFiles() }

  private func exact(_ file: String, _ words: [String] = []) -> (status: Int32, text: String) {
    let console = RecordedConsole()
    let status = console.run(["exact", file] + words)
    return (status, console.out + console.error)
  }

  @Test("Sick-Sicker comes out as published: 21.038151 and 23.466846 QALYs a person")
  func published() {
    let (status, text) = exact("scenarios/examples/sick-sicker/ab.json")
    #expect(status == 0)
    // Of 100,000 people: standard of care, strategy AB, and the difference.
    for number in ["2,103,815", "2,346,685", "242,869.5"] {
      #expect(text.contains(" \(number)"), "\(number)")
    }
  }

  @Test("A place is solved alone, and a scenario beside its baseline")
  func columns() {
    defer { files.remove() }
    let (place, scenario) = (exact(files.path("place.json")), exact(files.path("classes.json")))
    #expect(place.status == 0 && scenario.status == 0)
    #expect(!place.text.contains("Difference"))
    #expect(scenario.text.contains("Difference"))
    for text in [place.text, scenario.text] {
      for label in ["Years lived", "people at the end", "SD of one"] {
        #expect(text.contains(label))
      }
    }
  }

  @Test("What luck has no part in has no digits that rounding left")
  func certain() {
    // Nobody dies in the village.
    let (status, text) = exact("scenarios/examples/village/place.json")
    #expect(status == 0 && !text.contains(" 0.000000"))
    #expect(text.contains(/Years lived +25,000\.00 +0\n/))
  }

  @Test("Pounds are of a year, which is said where the place names it")
  func prices() throws {
    defer { files.remove() }
    func title(_ file: String) throws -> String {
      let text = exact(file).text
      let title = try #require(text.components(separatedBy: "\n\n").first)
      return title.replacing("\n", with: " ")
    }
    let said = "; pounds in 2023/24 prices"
    #expect(try title("scenarios/examples/village/place.json").hasSuffix("values\(said)"))
    #expect(try title(files.path("classes.json")).hasSuffix(said))
    let place = try files.read("place.json")
    try files.write(place.replacing(#""priceYear": "2023/24","#, with: ""), to: "place.json")
    #expect(try title(files.path("classes.json")).hasSuffix("central values"))
  }

  @Test("An option changes what it should", arguments: triedOptions)
  func options(option: String) throws {
    defer { files.remove() }
    let words = [
      "step": ["--step=month"], "baseline": ["--baseline", files.path("leaflets.json")],
      "choose": ["--choose=falls=rare"],
    ]
    let (usual, other) = (
      exact(files.path("classes.json")),
      exact(files.path("classes.json"), try #require(words[option]))
    )
    #expect(usual.status == 0 && other.status == 0)
    #expect(usual.text != other.text)
  }

  @Test("What cannot be solved exactly is refused with the reason")
  func refused() {
    let (status, text) = exact("scenarios/examples/village/nurse.json")
    #expect(status == 2)
    #expect(text.contains("nurse has a capacity"))
  }
}
