import SegmentModel
import Testing

@Suite("Loader")
struct LoaderTests {
  @Test("The example has no mistakes")
  func exampleIsValid() throws {
    let fixture = try Fixture(Example.files)
    #expect(try fixture.messages(loading: ["finding.json", "together.json"]) == "")
  }
}
