import Foundation
import Testing

@testable import segflow

/// The page in a real browser; skipped, with a word to say so, where there is no `chromium`.
@Suite("Report in a browser")
struct BrowserTests {
  private static let browser = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { "\($0)/chromium" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// What a page says of itself.
  private struct Probe: Decodable {
    let errors: [String]
    let requests: [String]
    let overflow: [String]
    let switches: [String: [String: Int]]
    let wrong: [String]
    let unnamed: [String]
    /// What the keyboard cannot reach, or does not show that it did.
    let unreachable: [String]
    /// Where the end of the answer is, with its table, chart and limits.
    let answerBottom: Double
    let shown: Int
  }

  @Test(
    "No error, no request, no overflow, and the switches work",
    .enabled(
      if: browser != nil,
      "SKIPPED: there is no 'chromium' on the PATH, so the report is not looked at in a browser"),
    arguments: [390, 1280])
  func page(width: Int) throws {
    let files = try SmallFiles()
    defer { files.remove() }
    try Self.addPathway(to: files)
    let words = [
      "run", files.path("classes.json"), files.path("leaflets.json"), "--draws=3", "-q",
      "--per-person", "-o", files.path("out"),
    ]
    try #require(RecordedConsole().run(words) == 0)
    let page = try files.read("out/report.html")
    #expect(page.components(separatedBy: "<head>").count == 2)
    try files.write(
      page.replacingOccurrences(of: "<head>", with: "<head><script>\(Self.listen)</script>")
        .replacingOccurrences(of: "</body>", with: "<script>\(Self.look)</script></body>"),
      to: "probed.html")
    try files.write(
      """
      <!doctype html><html><body style="margin:0">
      <script>addEventListener('message', function (e) {
        document.documentElement.setAttribute('data-probe', btoa(unescape(encodeURIComponent(e.data)))); });</script>
      <iframe src="probed.html" style="border:0;width:\(width)px;height:900px"></iframe>
      </body></html>
      """, to: "frame.html")
    let probe = try Self.look(at: files.path("frame.html"), profile: files.path("profile"))
    #expect(probe.errors.isEmpty)
    #expect(probe.requests.isEmpty)
    #expect(probe.overflow.isEmpty, "wider than \(width) px")
    #expect(probe.wrong.isEmpty)
    #expect(probe.unnamed.isEmpty, "pictures, tables and menus need names")
    #expect(probe.unreachable.isEmpty)
    #expect(probe.answerBottom > 100)
    if width == 1280 { #expect(probe.answerBottom <= 900, "the answer is on one screen") }
    #expect(Set(probe.switches.keys) == ["scenario", "pathway"])
    #expect(Set(probe.switches["scenario"]?.keys.sorted() ?? []) == ["classes", "leaflets"])
    #expect(Set(probe.switches["pathway"]?.keys.sorted() ?? []) == ["illness", "coffee"])
    for (_, shown) in probe.switches.values.joined() { #expect(shown > 0) }
  }

  /// A second pathway, so that there is one to choose.
  private static func addPathway(to files: SmallFiles) throws {
    let coffee = """
      { "id": "coffee", "evidence": { "source": "made-up", "quality": "assumed" },
        "segments": [ { "id": "never" }, { "id": "daily" } ],
        "moves": [ { "id": "taken-up", "from": "never", "to": "daily", "ratePerYear": 0.2 } ] }, {
      """
    try files.write(
      try files.read("place.json").replacingOccurrences(
        of: "\"pathways\": [ {", with: "\"pathways\": [ \(coffee)"), to: "place.json")
  }

  /// Opens a page and returns what it said; the browser must have said nothing on its console.
  private static func look(at path: String, profile: String) throws -> Probe {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(browser))
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--user-data-dir=\(profile)", "--window-size=1400,1000", "--virtual-time-budget=8000",
      "--host-resolver-rules=MAP * ~NOTFOUND", "--enable-logging=stderr", "--dump-dom",
      "file://\(path)",
    ]
    // Files, since a full pipe would stop the browser.
    let (out, errors) = (path + ".out", path + ".errors")
    for file in [out, errors] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    let dom = try String(contentsOfFile: out, encoding: .utf8)
    let said = try String(contentsOfFile: errors, encoding: .utf8)
    #expect(!said.contains("CONSOLE"), "\(said)")
    let start = try #require(dom.range(of: "data-probe=\""), "the page said nothing: \(said)")
    let text = dom[start.upperBound...].prefix { $0 != "\"" }
    return try JSONDecoder().decode(
      Probe.self, from: try #require(Data(base64Encoded: String(text))))
  }

  private static let listen = """
    var probeErrors = [];
    addEventListener('error', function (e) { probeErrors.push(e.message || 'error'); }, true);
    addEventListener('securitypolicyviolation', function (e) { probeErrors.push(e.blockedURI); });
    """

  private static let look = """
    addEventListener('load', function () {
      var all = function (what) { return Array.prototype.slice.call(document.querySelectorAll(what)); };
      var visible = function (part) { return part.getClientRects().length > 0; };
      var switches = {}, wrong = [];
      all('select').forEach(function (menu) {
        var name = menu.dataset.switch, counts = switches[name] = {}, first = menu.value;
        Array.prototype.slice.call(menu.options).forEach(function (option) {
          menu.value = option.value;
          menu.dispatchEvent(new Event('change'));
          var parts = all('[data-' + name + ']').filter(visible);
          counts[option.value] = parts.length;
          parts.forEach(function (part) {
            if (part.getAttribute('data-' + name) !== option.value) wrong.push(option.value);
          });
        });
        menu.value = first;
        menu.dispatchEvent(new Event('change'));
      });
      var answer = document.querySelector('.answer').getBoundingClientRect().bottom;
      all('details').forEach(function (part) { part.open = true; });
      var skip = all('a')[0], unreachable = [];
      if (skip.className !== 'skip' || !document.getElementById(skip.hash.slice(1))) unreachable.push('skip');
      skip.focus();
      if (skip.getBoundingClientRect().left < 0) unreachable.push('skip is not seen');
      all('a[href], select, summary, .scroll').filter(visible).forEach(function (part) {
        part.focus();
        if (document.activeElement !== part || part.tabIndex < 0) unreachable.push(part.outerHTML.slice(0, 80));
        else if (getComputedStyle(part).outlineStyle === 'none' && part.matches(':focus-visible'))
          unreachable.push('no outline: ' + part.tagName);
      });
      var wide = document.documentElement.clientWidth, overflow = [];
      if (document.documentElement.scrollWidth > wide) {
        all('body *').forEach(function (part) {
          if (part.getBoundingClientRect().right > wide + 1 && !part.closest('.scroll'))
            overflow.push(part.tagName + '.' + part.className);
        });
        overflow.push('page');
      }
      var unnamed = all('svg').filter(function (part) {
        return !part.querySelector('title') || !part.querySelector('desc');
      }).concat(all('table').filter(function (part) {
        return !part.caption || part.querySelectorAll('th:not([scope])').length > 0;
      }), all('select').filter(function (part) { return part.labels.length === 0; }));
      parent.postMessage(JSON.stringify({
        errors: probeErrors, overflow: overflow, switches: switches, wrong: wrong,
        requests: performance.getEntriesByType('resource').map(function (r) { return r.name; })
          .filter(function (name) { return name.indexOf('data:') !== 0; }),
        unreachable: unreachable, answerBottom: answer,
        unnamed: unnamed.map(function (part) { return part.outerHTML.slice(0, 80); }),
        shown: all('svg').filter(visible).length
      }), '*');
    });
    """
}
