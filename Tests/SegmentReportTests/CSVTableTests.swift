import Testing

@testable import SegmentReport

@Suite("CSV")
struct CSVTableTests {
  @Test(
    "Cells are quoted where RFC 4180 wants it, and are never formulas",
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
      ("two\nlines", "\"two\nlines\""), ("=1+1", "'=1+1"), ("+44", "'+44"), ("-x", "'-x"),
      ("@me", "'@me"), ("=a,b", "\"'=a,b\""), ("a=b", "a=b"), ("", ""), ("£", "£"),
      ("two\r\nlines", "\"two\r\nlines\""),
    ])
  func cells(text: String, expected: String) {
    #expect(CSVTable.escaped(text) == expected)
  }

  @Test("Numbers keep their sign, and a missing one leaves the cell empty")
  func numbers() {
    var table = CSVTable(header: ["name", "a", "b", "c", "d"])
    table.append([.text("x"), .number(-1.5), .pounds(-2), .exact(0.1), .empty])
    table.append([.text("y"), .number(nil), .pounds(nil), .exact(nil), .number(1e-9)])
    #expect(table.contents == "name,a,b,c,d\nx,-1.5,-2.00,0.1,\ny,,,,0\n")
  }
}
