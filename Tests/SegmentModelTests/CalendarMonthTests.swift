import SegmentModel
import Testing

@Suite("Calendar month")
struct CalendarMonthTests {
  @Test("Months are read and written", arguments: ["2022-04", "1000-01", "9999-12"])
  func roundTrips(_ text: String) throws {
    #expect(try #require(CalendarMonth(text)).description == text)
  }

  @Test(
    "Anything else is refused",
    arguments: [
      "", "2022", "2022-4", "2022-00", "2022-13", "22-04", "0999-01", "2022-04-01", "2022/04",
      "2022-+4", "+122-04", "2022-٠٤", " 2022-04", "April 2022",
    ])
  func refuses(_ text: String) { #expect(CalendarMonth(text) == nil) }

  @Test("A month knows its year, and months are ordered")
  func arithmetic() {
    let month = CalendarMonth(year: 2022, month: 12)
    #expect((month.year, month.month) == (2022, 12))
    let next = CalendarMonth(ordinal: month.ordinal + 1)
    #expect(next.description == "2023-01")
    #expect(month < next)
  }
}
