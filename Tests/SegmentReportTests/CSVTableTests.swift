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
    var table = CSVTable(header: ["name", "a", "b", "c", "d"], choices: "w=1")
    table.append([.text("x"), .number(-1.5), .pounds(-2), .exact(0.1), .empty])
    table.append([.text("y"), .number(nil), .pounds(nil), .exact(nil), .number(1e-9)])
    #expect(
      table.contents == "choices,name,a,b,c,d\nw=1,x,-1.5,-2.00,0.1,\nw=1,y,,,,0\n")
  }
  @Test("The choices stand after the scenario, and tables of the same columns follow on")
  func choices() {
    func table(_ choices: String) -> CSVTable {
      var table = CSVTable(header: ["scenario", "a"], choices: choices)
      table.append([.text("x"), .number(1)])
      return table
    }
    var whole = table("default")
    whole.append(contentsOf: table("level=trials"))
    #expect(whole.contents == "scenario,choices,a\nx,default,1\nx,level=trials,1\n")
  }
}
